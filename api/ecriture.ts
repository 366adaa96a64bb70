import { inTransaction, type Base, type Transaction } from '../registre/base';
import { causeOf } from '../registre/acces/pannes';
import { findReponse, storeReponse, type Idempotence } from '../registre/journal/idempotence.prisma';
import { problemeOf } from './probleme';
import { reponseOf, type Issue, type IssueCommune, type Reponses } from './route';

/** A write outside the journal, once per Idempotency-Key: the effect and the answer share a transaction (house 6). */
export function writeOnce<R extends Reponses>(
  base: Base,
  idempotence: Idempotence | undefined,
  work: (tx: Transaction) => Promise<Issue<R>>,
): Promise<Issue<R>> {
  return withCleEnCours(idempotence, () =>
    inTransaction(base, async (tx) => {
      if (idempotence === undefined) return work(tx);
      const connue = await findReponse(tx, idempotence);
      if (connue !== null) return gardeeOf(connue);
      const issue = await work(tx);
      await storeReponse(tx, idempotence, reponseOf(issue));
      return issue;
    }),
  );
}

type Connue = NonNullable<Awaited<ReturnType<typeof findReponse>>>;

export function gardeeOf(connue: Connue): IssueCommune {
  return 'cleDejaPrise' in connue
    ? { probleme: problemeOf('cle_deja_prise') }
    : { gardee: connue.dejaRepondu };
}

/** A second caller waits for the first on its row, two seconds at most (lock_timeout): then it is told to come back. */
export async function withCleEnCours<T>(
  idempotence: Idempotence | undefined,
  write: () => Promise<T>,
): Promise<T | { readonly probleme: ReturnType<typeof problemeOf> }> {
  try {
    return await write();
  } catch (erreur) {
    const verrou = causeOf(erreur).code === '55P03';
    if (verrou && idempotence !== undefined) return { probleme: problemeOf('cle_en_cours') };
    throw erreur;
  }
}
