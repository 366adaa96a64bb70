import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { isPannePassagere } from '../registre/acces/pannes';
import { ProblemeLeve, problemeOf, type CodeProbleme, type Probleme } from './probleme';

export type ProblemeAEnvoyer = {
  readonly probleme: Probleme;
  readonly entetes: Readonly<Record<string, string>>;
};

/** What express and its body parser throw, by the `type` of http-errors. */
const LECTURES: Readonly<Record<string, CodeProbleme>> = {
  'entity.parse.failed': 'json_illisible',
  'entity.too.large': 'corps_trop_gros',
  'encoding.unsupported': 'type_refuse',
  'charset.unsupported': 'type_refuse',
};

/** From anything thrown to what the caller reads; a bug is written in the log under an opaque reference. */
export function problemeOfErreur(erreur: unknown, logger: Logger): ProblemeAEnvoyer {
  if (erreur instanceof ProblemeLeve) return erreur;
  const { type, status } = httpOf(erreur);
  if (status >= 400 && status < 500)
    return { probleme: problemeOf(LECTURES[type] ?? 'requete_illisible'), entetes: {} };
  if (isPannePassagere(erreur)) {
    logger.warn(traceOf(erreur), 'panne passagère de PostgreSQL');
    return { probleme: problemeOf('panne_passagere'), entetes: { 'Retry-After': '2' } };
  }
  const reference = randomUUID();
  logger.error({ reference, ...traceOf(erreur) }, 'bogue');
  return { probleme: problemeOf('bogue', { reference }), entetes: {} };
}

function httpOf(erreur: unknown): { readonly type: string; readonly status: number } {
  if (!(erreur instanceof Error)) return { type: '', status: 0 };
  const type: unknown = Reflect.get(erreur, 'type');
  const status: unknown = Reflect.get(erreur, 'status');
  return {
    type: typeof type === 'string' ? type : '',
    status: typeof status === 'number' ? status : 0,
  };
}

/** Where, never what: a message of Prisma repeats the values of the query, names and addresses included. */
function traceOf(erreur: unknown) {
  if (!(erreur instanceof Error)) return { nature: typeof erreur };
  const code: unknown = Reflect.get(erreur, 'code');
  const pile = (erreur.stack ?? '').split('\n').filter((l) => /^\s+at /.test(l));
  return { nature: erreur.name, ...(typeof code === 'string' && { code }), pile };
}
