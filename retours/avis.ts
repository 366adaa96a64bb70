import { simpleParser, type HeaderValue, type ParsedMail, type StructuredHeader } from 'mailparser';
import { findSeul, readBlocs, type Champs } from './champs';

/** R47 — what a delivery status notification (RFC 3464) says of one mail. Its addresses and sentences are never kept. */
export type Avis = {
  readonly quoi: 'echec' | 'retard' | 'autre';
  /** Of the mail that came back, as its own headers say it: nothing else names it. */
  readonly messageId: string;
  /** Why it failed: what was refused, and the enhanced status code (RFC 3463). */
  readonly cause: 'adresse' | 'contenu';
  readonly code: string;
};

const ETAT = ['message/delivery-status', 'message/global-delivery-status'];
const RENDU = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'];
const OPTIONS = {
  ...{ keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true },
  ...{ skipImageLinks: true, skipTextLinks: true },
};

/** Null for whatever is not one notification about one mail: a stranger may write to this mailbox. */
export async function readAvis(octets: Buffer): Promise<Avis | null> {
  const lu = await simpleParser(octets, OPTIONS).catch(() => null);
  if (lu === null || !estRapport(lu)) return null;
  const etat = findPartie(lu, ETAT);
  const rendu = findPartie(lu, RENDU);
  if (etat === null || rendu === null) return null;
  const [, ...destinataires] = readBlocs(etat);
  const messageId = findSeul(readBlocs(rendu)[0] ?? new Map(), 'message-id');
  if (messageId === null || !/^<[^<>\s]{3,250}>$/.test(messageId)) return null;
  return avisOf(messageId, destinataires);
}

function estRapport({ headers }: ParsedMail): boolean {
  const type = headers.get('content-type');
  if (!isStructure(type) || type.value !== 'multipart/report') return false;
  const genre = type.params['report-type'];
  return genre === undefined || genre.toLowerCase() === 'delivery-status';
}

function isStructure(x: HeaderValue | undefined): x is StructuredHeader {
  return typeof x === 'object' && 'params' in x && 'value' in x && typeof x.value === 'string';
}

/** The text of the one part of these types; null when there is none, or more than one. */
function findPartie({ attachments }: ParsedMail, types: readonly string[]): string | null {
  const [partie, ...autres] = attachments.filter((x) => types.includes(x.contentType));
  return partie === undefined || autres.length > 0 ? null : partie.content.toString('utf8');
}

/** Our mails have one reader; where an alias made several of him, one who got it is enough. */
function avisOf(messageId: string, destinataires: readonly Champs[]): Avis | null {
  const actions = destinataires.map((d) => findSeul(d, 'action')?.toLowerCase() ?? '');
  if (actions.length === 0 || actions.includes('')) return null;
  const [premier] = destinataires;
  const dit = premier === undefined ? '' : (findSeul(premier, 'status') ?? '');
  const [code = ''] = /^[245]\.\d{1,3}\.\d{1,3}/.exec(dit) ?? [];
  const quoi = actions.every((a) => a === 'failed')
    ? 'echec'
    : actions.includes('delayed')
      ? 'retard'
      : 'autre';
  // RFC 3463, 3.7 and 3.8 — the content, or a policy about it: not the address.
  return { quoi, messageId, cause: /^\d\.[67]\./.test(code) ? 'contenu' : 'adresse', code };
}
