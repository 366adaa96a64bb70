import type { Acteur } from '../../domain/parcours/faits';
import type { Base, Transaction } from '../base';
import { colonneOfInstant, instantOfColonne } from '../dates';
import { readHorloge } from '../horloge/horloge';
import { writeReveil } from '../reveils/reveils';
import { GARDE_JOURS, type EtatImport, type ImportSuivi, type Raison, type Verdict } from './imports';

type Comptes = Pick<
  ImportSuivi,
  'total' | 'crees' | 'corriges' | 'inchanges' | 'rejetes' | 'aInscrire' | 'aOuvrir'
> & { readonly derniere: Date | null; readonly rang_max: number | null };

/** Where an import stands; null when there is none. */
export async function findImport(base: Base | Transaction, id: string): Promise<ImportSuivi | null> {
  const ligne = await base.import.findUnique({ where: { id } });
  if (ligne === null) return null;
  const [comptes] = await base.$queryRaw<Comptes[]>`
    SELECT count(*)::int AS total,
      count(*) FILTER (WHERE verdict = 'cree')::int AS crees,
      count(*) FILTER (WHERE verdict = 'corrige')::int AS corriges,
      count(*) FILTER (WHERE verdict = 'inchange')::int AS inchanges,
      count(*) FILTER (WHERE verdict = 'rejete')::int AS rejetes,
      count(*) FILTER (WHERE etat = 'a_inscrire')::int AS "aInscrire",
      count(*) FILTER (WHERE etat = 'a_ouvrir')::int AS "aOuvrir",
      max(ouvre_a) FILTER (WHERE etat = 'a_ouvrir') AS derniere, max(rang) AS rang_max
    FROM import_ligne WHERE import_id = ${id}::uuid`;
  if (comptes === undefined) throw new Error('Un compte n’a rien rendu.');
  const { derniere, rang_max, ...nombres } = comptes;
  const { etat, par, colonnes, parJour, silencieux, creeA, finiA } = ligne;
  return {
    ...{ id, colonnes, parJour, silencieux, par: par as Acteur, etat: etat as EtatImport },
    creeA: instantOfColonne(creeA),
    finiA: finiA === null ? null : instantOfColonne(finiA),
    ...nombres,
    derniereOuvertureA: derniere === null ? null : instantOfColonne(derniere),
    jours: parJour === 0 || rang_max === null ? 1 : Math.floor(rang_max / parJour) + 1,
  };
}

/** The last lists that were sent. */
export async function listImports(
  base: Base,
  limite: number,
): Promise<readonly (Pick<ImportSuivi, 'id' | 'etat' | 'creeA'> & { readonly total: number })[]> {
  const lus = await base.import.findMany({
    where: { etat: { not: 'lecture' } },
    orderBy: { creeA: 'desc' },
    take: limite,
    include: { _count: { select: { lignes: true } } },
  });
  return lus.map(({ id, etat, creeA, _count }) => ({
    ...{ id, etat: etat as EtatImport, creeA: instantOfColonne(creeA), total: _count.lignes },
  }));
}

/** How the openings happen, when whoever confirms says otherwise than whoever sent. */
export type Rythme = Partial<Pick<ImportSuivi, 'parJour' | 'silencieux'>>;

/** A person confirms: the number of the wake-up, or null when it is no preview (any more). */
export async function confirmImport(
  tx: Transaction,
  id: string,
  rythme: Rythme = {},
): Promise<bigint | null> {
  const { maintenant } = await readHorloge(tx);
  const a = colonneOfInstant(maintenant);
  const { count } = await tx.import.updateMany({
    where: { id, etat: 'apercu' },
    data: { etat: 'en_cours', confirmeA: a, prochaineA: a, ...rythme },
  });
  return count === 0 ? null : writeReveil(tx, `import-${id}`, 'confirme');
}

export type LigneDite = {
  readonly numero: number;
  readonly cellules: readonly string[];
  readonly idExterne: string | null;
  readonly verdict: Verdict;
  readonly etat: string;
  readonly raisons: readonly Raison[];
};

/** The rows of an import, a page at a time, in the order of the file. */
export async function listLignes(
  base: Base,
  importId: string,
  x: { readonly verdict: Verdict | null; readonly apres: number; readonly limite: number },
): Promise<readonly LigneDite[]> {
  const lues = await base.importLigne.findMany({
    where: { importId, numero: { gt: x.apres }, ...(x.verdict !== null && { verdict: x.verdict }) },
    orderBy: { numero: 'asc' },
    take: x.limite,
  });
  return lues.map(({ numero, cellules, idExterne, verdict, etat, raisons }) => ({
    ...{ numero, cellules, idExterne, etat },
    verdict: verdict as Verdict,
    raisons: raisons as Raison[],
  }));
}

/** What rows said is kept for a while, then erased: a few hundred thousand at most a call. */
export async function deleteImportsAnciens(base: Base): Promise<number> {
  return base.$executeRaw`
    DELETE FROM import_ligne l USING import i
    WHERE l.import_id = i.id AND COALESCE(i.fini_a, i.cree_a) < clock_timestamp() - make_interval(days => ${GARDE_JOURS})
      AND i.etat <> 'en_cours'`;
}
