/**
 * What one attempt taught (checked against nodemailer 10, design notes section 5): nodemailer gives no reliable
 * sign of "sent or not", so everything that is not a clear answer of the relay is unknown, and is tried again
 * with the same Message-ID and the same bytes.
 */
export type ReponseRelais =
  | { readonly classe: 'accepte' }
  | { readonly classe: 'temporaire'; readonly code: string; readonly attenteMinutes: number }
  | { readonly classe: 'inconnue'; readonly code: string; readonly attenteMinutes: number }
  | { readonly classe: 'adresse_refusee'; readonly code: string }
  | { readonly classe: 'contenu_refuse'; readonly code: string }
  | { readonly classe: 'configuration'; readonly code: string; readonly attenteMinutes: number };

/** Greylisting asks to come back later, rarely before five minutes. */
const GREYLISTING_MINUTES = 5;
const CONFIGURATION_MINUTES = 5;

/** What Node says of a certificate that it cannot trust, of a server that does not speak TLS: nothing has left. */
const CHIFFREMENT = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/** 1 min, 2, 4 … up to 2 h. */
function attenteOf(essai: number): number {
  return Math.min(2 ** Math.max(0, essai - 1), 120);
}

/** Reads an error of nodemailer; `essai` is the number of the attempt that failed, from 1. */
export function readReponse(erreur: unknown, essai: number): ReponseRelais {
  const { code, command, responseCode, originalCode } = champs(erreur);
  const dit = [code, responseCode].filter((x) => x !== undefined).join(' ');
  const attenteMinutes = attenteOf(essai);
  if (code === 'EAUTH' || code === 'ETLS' || responseCode === 530 || responseCode === 535)
    return { classe: 'configuration', code: dit, attenteMinutes: CONFIGURATION_MINUTES };
  if (responseCode !== undefined && responseCode >= 500 && command === 'RCPT TO')
    return { classe: 'adresse_refusee', code: dit };
  if (responseCode !== undefined && responseCode >= 500 && command === 'DATA')
    return { classe: 'contenu_refuse', code: dit };
  if (responseCode !== undefined && responseCode >= 500)
    return { classe: 'configuration', code: dit, attenteMinutes: CONFIGURATION_MINUTES };
  if (responseCode !== undefined && responseCode >= 400) {
    const greylisting = command === 'RCPT TO';
    return {
      classe: 'temporaire',
      code: dit,
      attenteMinutes: greylisting ? Math.max(GREYLISTING_MINUTES, attenteMinutes) : attenteMinutes,
    };
  }
  if (CHIFFREMENT.test(originalCode ?? ''))
    return { classe: 'configuration', code: originalCode ?? dit, attenteMinutes: CONFIGURATION_MINUTES };
  if (originalCode === 'ECONNREFUSED') return { classe: 'temporaire', code: originalCode, attenteMinutes };
  return { classe: 'inconnue', code: dit === '' ? 'sans code' : dit, attenteMinutes };
}

function champs(erreur: unknown): {
  code?: string;
  command?: string;
  responseCode?: number;
  /** What the socket or TLS said, under nodemailer's own code. */
  originalCode?: string;
} {
  if (typeof erreur !== 'object' || erreur === null) return {};
  const e = erreur as Record<string, unknown>;
  return {
    ...(typeof e['code'] === 'string' ? { code: e['code'] } : {}),
    ...(typeof e['command'] === 'string' ? { command: e['command'] } : {}),
    ...(typeof e['responseCode'] === 'number' ? { responseCode: e['responseCode'] } : {}),
    ...(typeof e['originalCode'] === 'string' ? { originalCode: e['originalCode'] } : {}),
  };
}
