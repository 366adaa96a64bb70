import { inTransaction, type Base, type Transaction } from '../registre/base';
import { findReponse, gardeOf, type Connue, type Idempotence } from '../registre/journal/idempotence.prisma';
import { lecteurDans, VerrouTenu } from '../registre/salve';
import { problemeOf } from './probleme';
import { reponseOf, type Issue, type IssueCommune, type Reponses } from './route';

/** A write outside the journal, once per Idempotency-Key: the effect and the answer share a transaction (house 6). */
export function writeOnce<R extends Reponses>(
  base: Base,
  idempotence: Idempotence | undefined,
  work: (tx: Transaction) => Promise<Issue<R>>,
): Promise<Issue<R>> {
  return explainVerrou(() =>
    inTransaction(base, async (tx) => {
      if (idempotence === undefined) return work(tx);
      const connue = await findReponse(lecteurDans(tx), idempotence);
      if (connue !== null) return gardeeOf(connue);
      const issue = await work(tx);
      await lecteurDans(tx).read(gardeOf(idempotence, reponseOf(issue)));
      return issue;
    }),
  );
}

export function gardeeOf(connue: Connue): IssueCommune {
  return 'cleDejaPrise' in connue
    ? { probleme: problemeOf('cle_deja_prise') }
    : { gardee: connue.dejaRepondu };
}

/** Whoever waits on a row does so for two seconds (lock_timeout), then is told which one and to come back. */
export async function explainVerrou<T>(
  write: () => Promise<T>,
): Promise<T | { readonly probleme: ReturnType<typeof problemeOf> }> {
  try {
    return await write();
  } catch (erreur) {
    if (!(erreur instanceof VerrouTenu)) throw erreur;
    return { probleme: problemeOf(VERROUS[erreur.sur]) };
  }
}

const VERROUS = { cle: 'cle_en_cours', parcours: 'parcours_occupe', referent: 'referent_occupe' } as const;
