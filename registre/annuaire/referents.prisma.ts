import type { Permanence as Creneaux } from '../../domain/rendez-vous/agenda';
import type { Instant } from '../../domain/temps/instant';
import type { Heure } from '../../domain/temps/heure-locale';
import type { Prisma } from '../../prisma/client/client';
import type { Base, Transaction } from '../base';
import { colonneOfInstant, colonneOfJour } from '../dates';
import { joursOf, type Fermeture } from './structures.prisma';

export type FicheReferent = {
  readonly structureId: string;
  readonly prenom: string;
  readonly nom: string;
  readonly courriel: string;
  readonly telephone: string;
  readonly maximumParJour: number;
};

/** Hours at which a référent receives, and where; null: at the structure. */
export type Permanence = Creneaux & { readonly lieu: string | null };

export type Referent = FicheReferent & {
  readonly id: string;
  readonly permanences: readonly Permanence[];
  readonly absences: readonly Fermeture[];
};

export type Creation = 'cree' | 'structure_inconnue' | 'deja_inscrit';

export async function createReferent(tx: Transaction, id: string, fiche: FicheReferent): Promise<Creation> {
  const { structureId, courriel } = fiche;
  // Two at once wait for each other here: the address is unique in a structure.
  const [structure] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM structure WHERE id = ${structureId}::uuid FOR NO KEY UPDATE`;
  if (structure === undefined) return 'structure_inconnue';
  const inscrit = await tx.referent.findFirst({ where: { structureId, courriel }, select: { id: true } });
  if (inscrit !== null) return 'deja_inscrit';
  await tx.referent.create({ data: { id, ...fiche } });
  return 'cree';
}

const complet = {
  permanences: { orderBy: [{ jourDeSemaine: 'asc' }, { de: 'asc' }] },
  absences: { orderBy: { du: 'asc' } },
} satisfies Prisma.ReferentInclude;
type Ligne = Prisma.ReferentGetPayload<{ include: typeof complet }>;

export async function findReferent(base: Base | Transaction, id: string): Promise<Referent | null> {
  const ligne = await base.referent.findUnique({ where: { id }, include: complet });
  return ligne === null ? null : referentOf(ligne);
}

export async function listReferents(
  base: Base,
  x: { readonly structureId: string | null; readonly apres: string | null; readonly limite: number },
): Promise<Referent[]> {
  const lignes = await base.referent.findMany({
    where: {
      ...(x.structureId !== null && { structureId: x.structureId }),
      ...(x.apres !== null && { id: { gt: x.apres } }),
    },
    orderBy: { id: 'asc' },
    take: x.limite,
    include: complet,
  });
  return lignes.map(referentOf);
}

/** The agenda is read under this lock (registre/agenda): it never changes between a look for a slot and its taking. */
async function lockReferent(tx: Transaction, id: string): Promise<boolean> {
  const lignes = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM referent WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return lignes.length === 1;
}

export async function addPermanence(tx: Transaction, referentId: string, p: Permanence): Promise<boolean> {
  if (!(await lockReferent(tx, referentId))) return false;
  await tx.permanence.create({ data: { referentId, ...p } });
  return true;
}

/** Kept while appointments to come are placed in it: their convocations and reminders say where it is held. */
export async function removePermanence(
  tx: Transaction,
  referentId: string,
  id: string,
  maintenant: Instant,
): Promise<'retiree' | 'inconnue' | 'occupee'> {
  if (!(await lockReferent(tx, referentId))) return 'inconnue';
  const occupee = await tx.rendezVous.findFirst({
    where: { referentId, permanenceId: id, occupe: true, debut: { gt: colonneOfInstant(maintenant) } },
    select: { numero: true },
  });
  if (occupee !== null) return 'occupee';
  const { count } = await tx.permanence.deleteMany({ where: { id, referentId } });
  return count === 1 ? 'retiree' : 'inconnue';
}

export async function addAbsence(
  tx: Transaction,
  referentId: string,
  { id, du, au }: Fermeture,
): Promise<boolean> {
  if (!(await lockReferent(tx, referentId))) return false;
  await tx.absence.create({ data: { id, referentId, du: colonneOfJour(du), au: colonneOfJour(au) } });
  return true;
}

export async function removeAbsence(tx: Transaction, referentId: string, id: string): Promise<boolean> {
  if (!(await lockReferent(tx, referentId))) return false;
  const { count } = await tx.absence.deleteMany({ where: { id, referentId } });
  return count === 1;
}

function referentOf({ permanences, absences, ...fiche }: Ligne): Referent {
  return { ...fiche, permanences: permanences.map(permanenceOf), absences: absences.map(joursOf) };
}

function permanenceOf({ jourDeSemaine, de, a, ...reste }: Ligne['permanences'][number]): Permanence {
  const { id, dureeMinutes, dureeBilanMinutes, lieu } = reste;
  return {
    id,
    jourDeSemaine: jourDeSemaine as Permanence['jourDeSemaine'],
    de: de as Heure,
    a: a as Heure,
    dureeMinutes,
    dureeBilanMinutes,
    lieu,
  };
}
