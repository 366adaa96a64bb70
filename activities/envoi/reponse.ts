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

/** 1 min, 2, 4 … up to 2 h. */
function attenteOf(essai: number): number {
  return Math.min(2 ** Math.max(0, essai - 1), 120);
}

/** Reads an error of nodemailer; `essai` is the number of the attempt that failed, from 1. */
export function readReponse(erreur: unknown, essai: number): ReponseRelais {
  const { code, command, responseCode } = champs(erreur);
  const dit = [code, responseCode].filter((x) => x !== undefined).join(' ');
  const attenteMinutes = attenteOf(essai);
  if (code === 'EAUTH' || responseCode === 530 || responseCode === 535)
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
  if (messageOf(erreur).includes('ECONNREFUSED')) return { classe: 'temporaire', code: dit, attenteMinutes };
  return { classe: 'inconnue', code: dit === '' ? 'sans code' : dit, attenteMinutes };
}

function champs(erreur: unknown): { code?: string; command?: string; responseCode?: number } {
  if (typeof erreur !== 'object' || erreur === null) return {};
  const e = erreur as Record<string, unknown>;
  return {
    ...(typeof e['code'] === 'string' ? { code: e['code'] } : {}),
    ...(typeof e['command'] === 'string' ? { command: e['command'] } : {}),
    ...(typeof e['responseCode'] === 'number' ? { responseCode: e['responseCode'] } : {}),
  };
}

function messageOf(erreur: unknown): string {
  return erreur instanceof Error ? erreur.message : '';
}
