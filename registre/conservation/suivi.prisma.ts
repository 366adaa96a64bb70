import type { Acteur } from '../../domain/parcours/faits';
import type { RaisonDeGarder } from '../../domain/conservation/conservation';
import { Prisma } from '../../prisma/client/client';
import type { Base, Transaction } from '../base';
import { colonneOfInstant, instantOfColonne, jourOfColonne } from '../dates';
import { readHorloge } from '../horloge/horloge';
import { writeReveil } from '../reveils/reveils';
import type { Comptes } from './comptes.prisma';
import type { EtatPersonne, PersonnePurgee, PurgeSuivie } from './purges';

type Totaux = Comptes & Pick<PurgeSuivie, 'total' | 'effacees' | 'ecartees'>;

const SOMME = (nom: keyof Comptes) => Prisma.sql`
  COALESCE(sum((comptes->>${nom})::int) FILTER (WHERE etat <> 'ecartee'), 0)::int AS ${Prisma.raw(nom)}`;

const instantOuNull = (a: Date | null) => (a === null ? null : instantOfColonne(a));

/** Where a purge stands; null when there is none, or when its people are still being counted. */
export async function findPurge(base: Base | Transaction, id: string): Promise<PurgeSuivie | null> {
  const ligne = await base.purge.findUnique({ where: { id } });
  if (ligne === null || ligne.etat === 'lecture') return null;
  const [lus] = await base.$queryRaw<Totaux[]>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE etat = 'effacee')::int AS effacees,
      count(*) FILTER (WHERE etat = 'ecartee')::int AS ecartees,
      ${SOMME('textes')}, ${SOMME('documents')}, ${SOMME('liens')}, ${SOMME('courriels')}, ${SOMME('lignes')}, ${SOMME('imports')}
    FROM purge_personne WHERE purge_id = ${id}::uuid`;
  if (lus === undefined) throw new Error('Un compte n’a rien rendu.');
  const { total, effacees, ecartees, ...comptes } = lus;
  return {
    ...{ id, mois: ligne.mois, total, effacees, ecartees, comptes },
    etat: ligne.etat as PurgeSuivie['etat'],
    par: ligne.par as Acteur,
    creeA: instantOfColonne(ligne.creeA),
    confirmePar: ligne.confirmePar as Acteur | null,
    confirmeA: instantOuNull(ligne.confirmeA),
    finiA: instantOuNull(ligne.finiA),
  };
}

/** The latest first. */
export async function listPurges(
  base: Base,
  limite: number,
): Promise<readonly Pick<PurgeSuivie, 'id' | 'etat' | 'creeA' | 'total'>[]> {
  const lues = await base.purge.findMany({
    where: { etat: { not: 'lecture' } },
    orderBy: { creeA: 'desc' },
    take: limite,
    include: { _count: { select: { personnes: true } } },
  });
  return lues.map(({ id, etat, creeA, _count }) => ({
    ...{ id, etat: etat as PurgeSuivie['etat'], creeA: instantOfColonne(creeA), total: _count.personnes },
  }));
}

/** A person confirms: the number of the wake-up, or null when it is no preview (any more). */
export async function confirmPurge(tx: Transaction, id: string, par: Acteur): Promise<bigint | null> {
  const { maintenant } = await readHorloge(tx);
  const { count } = await tx.purge.updateMany({
    where: { id, etat: 'apercu' },
    data: { etat: 'en_cours', confirmePar: par, confirmeA: colonneOfInstant(maintenant) },
  });
  return count === 0 ? null : writeReveil(tx, `purge-${id}`, 'confirme');
}

/** The report, a page at a time, by opaque id. */
export async function listPersonnes(
  base: Base,
  purgeId: string,
  x: { readonly apres: string | null; readonly limite: number },
): Promise<readonly PersonnePurgee[]> {
  const lues = await base.purgePersonne.findMany({
    where: { purgeId, ...(x.apres !== null && { beneficiaireId: { gt: x.apres } }) },
    orderBy: { beneficiaireId: 'asc' },
    take: x.limite,
  });
  return lues.map(({ beneficiaireId: id, etat, raison, contactLe, comptes }) => ({
    ...{ id, contactLe: jourOfColonne(contactLe), comptes: comptes as Comptes },
    etat: etat as EtatPersonne,
    raison: raison as RaisonDeGarder | null,
  }));
}
