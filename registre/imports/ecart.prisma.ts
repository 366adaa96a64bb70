import { causeOf } from '../acces/pannes';
import type { Base } from '../base';
import type { Raison } from './imports';

/** SQLSTATE classes of what is wrong with the row itself (data, integrity); a slot taken meanwhile is not of them. */
const REFUS = /^(?:22|23(?!P01))/;

/** PostgreSQL would refuse it as often as it is asked. */
export function isRefusDeLaBase(erreur: unknown): boolean {
  return REFUS.test(causeOf(erreur).code);
}

/** A row that the base refuses for ever is set aside with its code, never its sentence: it may repeat a name. */
export async function dropRefusee(
  base: Base,
  importId: string,
  numero: number,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (erreur) {
    if (!isRefusDeLaBase(erreur)) throw erreur;
    const { code } = causeOf(erreur);
    const raison = `la base de données refuse cette ligne (code ${code}) : montrez ce code à qui tient Jalons.`;
    const raisons: Raison[] = [{ colonne: '', raison }];
    await base.importLigne.updateMany({
      where: { importId, numero, etat: { in: ['a_inscrire', 'a_ouvrir'] } },
      data: { etat: 'rejetee', verdict: 'rejete', raisons, ouvreA: null },
    });
  }
}
