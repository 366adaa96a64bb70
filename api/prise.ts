import type { Prise } from '../registre/annuaire/version';
import { problemeOf, type Probleme } from './probleme';

/** What stands between a person and a row: it is not there, or it has changed since she read it. */
export const problemeOfPrise = {
  inconnue: { probleme: problemeOf('introuvable') },
  perimee: { probleme: problemeOf('version_perimee') },
} as const satisfies Record<Exclude<Prise, 'prise'>, { readonly probleme: Probleme }>;
