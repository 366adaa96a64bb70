import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What a relay does at one moment of the conversation: answer, say nothing any more, or hang up. */
type Replique = string | typeof SILENCE | typeof COUPE;
export const SILENCE = { fait: 'silence' } as const;
export const COUPE = { fait: 'coupe' } as const;

export type Script = Partial<{
  readonly accueil: Replique;
  readonly capacites: readonly string[];
  readonly AUTH: Replique;
  readonly MAIL: Replique;
  readonly RCPT: Replique;
  readonly DATA: Replique;
  readonly corps: Replique;
  /** Each answer leaves one byte at a time. */
  readonly goutteAGoutte: boolean;
  /** Milliseconds before the answer to a body. */
  readonly lenteur: number;
}>;

export type SmtpScripte = {
  readonly port: number;
  /** Bodies received to their end, whatever was answered. */
  readonly corps: readonly string[];
  /** Connections opened so far. */
  readonly connexions: () => number;
  /** The most at once: connections open, and mails being given for each domain. */
  readonly comble: { connexions: number; readonly domaines: Map<string, number> };
  readonly close: () => Promise<void>;
};

const CONNUS = ['MAIL', 'RCPT', 'RSET', 'NOOP'];

/** A relay that plays a part, over a real socket: smtp-server is too polite for it. */
export async function startSmtpScripte(script: () => Script): Promise<SmtpScripte> {
  const corps: string[] = [];
  const comble = { connexions: 0, domaines: new Map<string, number>() };
  const presents = new Map<string, number>();
  const count = (domaine: string, n: number) => {
    const ici = (presents.get(domaine) ?? 0) + n;
    presents.set(domaine, ici);
    comble.domaines.set(domaine, Math.max(ici, comble.domaines.get(domaine) ?? 0));
  };
  const sockets = new Set<Socket>();
  let connexions = 0;
  const serveur = createServer((socket) => {
    connexions += 1;
    sockets.add(socket);
    comble.connexions = Math.max(comble.connexions, sockets.size);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    converse(socket, script(), corps, count);
  });
  await new Promise<void>((resolve) => serveur.listen(0, '127.0.0.1', resolve));
  return {
    port: (serveur.address() as AddressInfo).port,
    corps,
    comble,
    connexions: () => connexions,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        serveur.close(() => resolve());
      }),
  };
}

function converse(
  socket: Socket,
  script: Script,
  corps: string[],
  count: (domaine: string, n: number) => void,
): void {
  let domaine: string | null = null;
  let muet = false;
  let enCorps = false;
  let reste = '';
  const say = (replique: Replique) => {
    if (typeof replique !== 'string') {
      if (replique === COUPE) socket.destroy();
      muet = true;
    } else if (script.goutteAGoutte === true) void drip(socket, `${replique}\r\n`);
    else socket.write(`${replique}\r\n`);
  };
  const answer = (ligne: string) => {
    const [verbe = ''] = ligne.toUpperCase().split(/[ :]/);
    if (verbe === 'RCPT') {
      domaine = /@([^>]+)>/.exec(ligne)?.[1] ?? '';
      count(domaine, 1);
    }
    if (verbe === 'EHLO')
      say(
        ['250-relais.example.org', ...(script.capacites ?? []).map((c) => `250-${c}`), '250 OK'].join('\r\n'),
      );
    else if (verbe === 'DATA') {
      enCorps = script.DATA === undefined;
      say(script.DATA ?? '354 Allez-y');
    } else if (verbe === 'QUIT') {
      say('221 Au revoir');
      socket.end();
    } else
      say(script[verbe as 'AUTH' | 'MAIL' | 'RCPT'] ?? (CONNUS.includes(verbe) ? '250 OK' : '502 Inconnu'));
  };
  socket.on('data', (octets) => {
    if (muet) return;
    reste += octets.toString('latin1');
    for (;;) {
      const marque = enCorps ? '\r\n.\r\n' : '\r\n';
      const fin = reste.indexOf(marque);
      if (fin < 0) return;
      const lu = reste.slice(0, fin);
      reste = reste.slice(fin + marque.length);
      if (enCorps) {
        enCorps = false;
        corps.push(lu);
        setTimeout(() => {
          if (domaine !== null) count(domaine, -1);
          domaine = null;
          say(script.corps ?? '250 Pris');
        }, script.lenteur ?? 0);
      } else answer(lu);
    }
  });
  say(script.accueil ?? '220 relais.example.org');
}

async function drip(socket: Socket, texte: string): Promise<void> {
  for (const octet of texte) {
    socket.write(octet);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
