import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Regle, Regles } from './regles';
import type { Reserve } from './reserve';

type Connexion = { id: string; _socket: { destroy(): void }; connectionReady(): void };
type Answer = (error?: Error | null) => void;

const SENTENCES: Record<string, string> = {
  '421': '4.3.2 Service indisponible, réessayez plus tard',
  '450': '4.2.0 Liste grise, réessayez plus tard',
  '452': '4.2.2 Boîte pleine',
  '550': '5.1.1 Adresse inconnue',
  '554': '5.7.1 Contenu refusé',
};

function refuse(regle: Regle): Error {
  const sentence = SENTENCES[regle.reponse] ?? 'Refusé';
  return Object.assign(new Error(sentence), { responseCode: Number(regle.reponse) });
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Hangs up without a word, as a relay that dies. */
function hangUp(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections as Set<Connexion>)
    if (connection.id === session.id) connection._socket.destroy();
}

/** The library lets each client wait 100 ms before its greeting, against spammers: a walk sends thousands. */
class SmtpSansDelai extends SMTPServer {
  declare private readonly nominale: true;

  override connect(...args: Parameters<SMTPServer['connect']>): void {
    super.connect(...args);
    const connection = [...(this.connections as Set<Connexion>)].at(-1);
    if (!connection) return;
    connection.connectionReady();
    connection.connectionReady = () => undefined;
  }
}

export function createSmtp(reserve: Reserve, regles: Regles): SMTPServer {
  // One message at a time gets its number, whatever the number of connections.
  let last: Promise<unknown> = Promise.resolve();
  const keep = (raw: Buffer, session: SMTPServerSession) => {
    const { mailFrom, rcptTo } = session.envelope;
    const de = mailFrom === false ? '' : mailFrom.address;
    const added = last.then(() =>
      reserve.add(
        raw,
        de,
        rcptTo.map(({ address }) => address),
      ),
    );
    last = added.catch(() => undefined);
    return added;
  };

  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession, answer: Answer) => {
    const raw = await readAll(stream);
    const faults = session.envelope.rcptTo.map(({ address }) => regles.take('data', address));
    const fault = faults.find((regle) => regle !== null);
    if (fault?.reponse === 'stall') return;
    if (fault?.reponse === '452' || fault?.reponse === '554') {
      answer(refuse(fault));
      return;
    }
    if (fault?.reponse === 'slow') await new Promise((r) => setTimeout(r, fault.ms));
    await keep(raw, session);
    if (fault?.reponse === 'cut') hangUp(server, session);
    else answer(null);
  };

  const server: SMTPServer = new SmtpSansDelai({
    // Without AUTH there is no limit to the messages of one connection.
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onMailFrom: (_address, _session, answer) => {
      const fault = regles.take('mail', '*');
      answer(fault ? refuse(fault) : null);
    },
    onRcptTo: ({ address }, _session, answer) => {
      const fault = regles.take('rcpt', address);
      answer(fault ? refuse(fault) : null);
    },
    onData: (stream, session, answer) => {
      receive(stream, session, answer).catch((error: unknown) => answer(error as Error));
    },
  });
  // A client that hangs up is its own business.
  server.on('error', () => undefined);
  return server;
}
