import nodemailer from 'nodemailer';
import type { CourrielRendu } from '../../domain/courriels/rendu';
import { createCadence } from './cadence';
import { createPassage } from './passage';
import { readReponse, type ReponseRelais } from './reponse';

export type ReglagesSmtp = {
  readonly host: string;
  readonly port: number;
  readonly securite: 'aucune' | 'starttls' | 'tls';
  readonly utilisateur: string | null;
  readonly motDePasse: string | null;
  /** Connections to the relay, and of those how many may speak to one domain at once. */
  readonly connexions: number;
  readonly parDomaine: number;
  /** Mails a minute to one domain; zero: no bound. */
  readonly parDomaineEtMinute: number;
  readonly expediteur: { readonly name: string; readonly address: string };
};

export type Adresse = { readonly name: string; readonly address: string };

/** What travels: the frozen bytes, and the one recipient of the envelope. */
export type Pli = { readonly de: string; readonly a: string; readonly octets: Uint8Array };

export type RelaisSmtp = {
  readonly send: (pli: Pli, essai: number) => Promise<ReponseRelais>;
  /** The handshake alone, account included: throws what nodemailer says. */
  readonly verify: () => Promise<void>;
  readonly close: () => void;
};

/** Milliseconds. nodemailer's own default for a silent socket is ten minutes. */
const DELAIS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 };
/** After an authentication failure nothing is tried for a while: a locked account helps nobody. */
const COUPURE_MS = 5 * 60_000;
/** How long a courriel may wait for its turn: its lease runs (config/schema.ts counts this in). */
const ATTENTE_MS = 20_000;
/** After a 421 ("too much") about one domain, its other mails wait; those of the others leave. */
const CALME_MS = 60_000;

export function createRelaisSmtp(
  reglages: ReglagesSmtp,
  delais = DELAIS,
  attenteMs = ATTENTE_MS,
): RelaisSmtp {
  const transport = nodemailer.createTransport({
    host: reglages.host,
    port: reglages.port,
    secure: reglages.securite === 'tls',
    requireTLS: reglages.securite === 'starttls',
    ignoreTLS: reglages.securite === 'aucune',
    pool: true,
    maxConnections: reglages.connexions,
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...delais,
    ...(reglages.utilisateur === null
      ? {}
      : { auth: { user: reglages.utilisateur, pass: reglages.motDePasse ?? '' } }),
  });
  const { connexions: enTout, parDomaine } = reglages;
  const passage = createPassage({ enTout, parDomaine, attenteMs });
  const cadence = createCadence(reglages.parDomaineEtMinute);
  let coupeJusqua = 0;
  const calme = new Map<string, number>();
  const refusOf = (domaine: string): ReponseRelais | null => {
    if (Date.now() < coupeJusqua)
      return { classe: 'configuration', code: 'coupure', attenteMinutes: COUPURE_MS / 60_000 };
    return Date.now() < (calme.get(domaine) ?? 0)
      ? { classe: 'temporaire', code: 'domaine au calme', attenteMinutes: CALME_MS / 60_000 }
      : null;
  };
  return {
    async send({ de, a, octets }, essai) {
      const domaine = a.slice(a.lastIndexOf('@') + 1).toLowerCase();
      const sortie = await passage.enter(domaine);
      if (sortie === null) return { classe: 'temporaire', code: 'domaine occupé', attenteMinutes: 1 };
      try {
        // Whoever was ahead may have learnt it meanwhile.
        const refus = refusOf(domaine);
        if (refus !== null) return refus;
        if (!cadence.take(domaine))
          return { classe: 'temporaire', code: 'domaine à sa cadence', attenteMinutes: 1 };
        await transport.sendMail({ envelope: { from: de, to: [a] }, raw: Buffer.from(octets) });
        return { classe: 'accepte' };
      } catch (erreur) {
        const reponse = readReponse(erreur, essai);
        if (reponse.classe === 'configuration') coupeJusqua = Date.now() + COUPURE_MS;
        if (reponse.classe === 'temporaire' && reponse.code.endsWith('421'))
          calme.set(domaine, Date.now() + CALME_MS);
        return reponse;
      } finally {
        sortie();
      }
    },
    async verify() {
      await transport.verify();
    },
    close: () => {
      transport.close();
    },
  };
}

const compositeur = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** The message as bytes. Recipients only as `{ name, address }`: a string could smuggle another one in. */
export async function composeOctets(x: {
  readonly rendu: CourrielRendu;
  readonly de: Adresse;
  readonly a: Adresse;
  readonly repondreA: Adresse;
  readonly messageId: string;
  readonly date: Date;
}): Promise<Uint8Array> {
  const { rendu } = x;
  const { message } = await compositeur.sendMail({
    from: x.de,
    to: x.a,
    replyTo: x.repondreA,
    subject: rendu.sujet,
    text: rendu.texte,
    // R42 — readable, so that the token of a link can be found again in the bytes and taken out of them.
    textEncoding: 'quoted-printable',
    html: rendu.html,
    messageId: x.messageId,
    date: x.date,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'fr' },
    ...(rendu.ics === null
      ? {}
      : {
          icalEvent: { method: rendu.ics.methode, filename: 'rendez-vous.ics', content: rendu.ics.contenu },
        }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return message as Buffer;
}
