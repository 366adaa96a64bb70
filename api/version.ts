import type { Versions } from '../registre/annuaire/version';
import { ProblemeLeve, problemeOf } from './probleme';
import type { Route } from './route';

/** RFC 9110 8.8.3 — a strong validator: the number of the version, or the rank of the journal. */
export function etagOf({ etag }: Pick<Route, 'etag'>, corps: unknown): string | null {
  if (etag === undefined || typeof corps !== 'object' || corps === null) return null;
  const version: unknown = Reflect.get(corps, etag);
  return typeof version === 'number' ? `"${version}"` : null;
}

const ETAG = '(W/)?"[\\x21\\x23-\\x7e]*"';
/** As the document says it. */
export const FORME_IF_MATCH = `^(\\*|${ETAG}( *, *${ETAG})*)$`;
const LISTE = new RegExp(FORME_IF_MATCH);

/** RFC 9110 13.1.1 — what If-Match names; null when it asks for nothing. A weak validator, or one of elsewhere, never matches. */
export function readVersions(entete: string | undefined, { siVersion }: Pick<Route, 'siVersion'>): Versions {
  if (siVersion === undefined) return null;
  if (entete === undefined) {
    if (siVersion === 'exigee') throw new ProblemeLeve(problemeOf('version_attendue'));
    return null;
  }
  if (entete.trim() === '*') return null;
  if (!LISTE.test(entete.trim())) {
    const message = 'donnez l’« ETag » de ce que vous avez lu, entre guillemets, par exemple "12".';
    throw new ProblemeLeve(problemeOf('saisie_invalide', { erreurs: [{ champ: 'If-Match', message }] }));
  }
  return [...entete.matchAll(/(W\/)?"(\d{1,9})"/g)].flatMap(([, faible, n]) =>
    faible === undefined ? [Number(n)] : [],
  );
}
