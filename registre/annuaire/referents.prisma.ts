import type { Permanence as Creneaux } from '../../domain/rendez-vous/agenda';
import type { Instant } from '../../domain/temps/instant';
import type { Heure } from '../../domain/temps/heure-locale';
import type { Prisma } from '../../prisma/client/client';
import type { Base, Transaction } from '../base';
import { colonneOfInstant, colonneOfJour } from '../dates';
import { joursOf, type Fermeture } from './structures.prisma';
import { lockVersion, type Prise, type Versions } from './version';

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
  readonly version: number;
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

/** What may be put right; a référent does not pass to another structure. */
export type CorrectionReferent = Partial<Omit<FicheReferent, 'structureId'>>;

/** Nobody else of his structure has his address: the digests and the answers of people would mix. */
export async function correctReferent(
  tx: Transaction,
  id: string,
  correction: CorrectionReferent,
  versions: Versions,
): Promise<Referent | Exclude<Prise, 'prise'> | 'deja_inscrit'> {
  // As when he was registered, two at once wait for each other on the row of the structure.
  await tx.$queryRaw`SELECT 1 FROM structure
    WHERE id = (SELECT structure_id FROM referent WHERE id = ${id}::uuid) FOR NO KEY UPDATE`;
  const prise = await lockReferent(tx, id, versions);
  if (prise !== 'prise') return prise;
  const [autre] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM referent r JOIN referent lui ON lui.id = ${id}::uuid AND lui.structure_id = r.structure_id
    WHERE r.courriel = ${correction.courriel ?? null} AND r.id <> lui.id`;
  if (autre !== undefined) return 'deja_inscrit';
  return referentOf(await tx.referent.update({ where: { id }, data: correction, include: complet }));
}

/** The agenda is read under this lock (registre/agenda): it never changes between a look for a slot and its taking. */
function lockReferent(tx: Transaction, id: string, versions: Versions): Promise<Prise> {
  return lockVersion(tx, 'referent', id, versions);
}

export async function addPermanence(
  tx: Transaction,
  referentId: string,
  p: Permanence,
  versions: Versions = null,
): Promise<Prise> {
  const prise = await lockReferent(tx, referentId, versions);
  if (prise === 'prise') await tx.permanence.create({ data: { referentId, ...p } });
  return prise;
}

/** Kept while appointments to come are placed in it: their convocations and reminders say where it is held. */
export async function removePermanence(
  tx: Transaction,
  x: { readonly referentId: string; readonly id: string; readonly versions: Versions },
  maintenant: Instant,
): Promise<Prise | 'occupee'> {
  const { referentId, id, versions } = x;
  const prise = await lockReferent(tx, referentId, versions);
  if (prise !== 'prise') return prise;
  const occupee = await tx.rendezVous.findFirst({
    where: { referentId, permanenceId: id, occupe: true, debut: { gt: colonneOfInstant(maintenant) } },
    select: { numero: true },
  });
  if (occupee !== null) return 'occupee';
  const { count } = await tx.permanence.deleteMany({ where: { id, referentId } });
  return count === 1 ? 'prise' : 'inconnue';
}

export async function addAbsence(
  tx: Transaction,
  referentId: string,
  { id, du, au }: Fermeture,
  versions: Versions = null,
): Promise<Prise> {
  const prise = await lockReferent(tx, referentId, versions);
  if (prise === 'prise')
    await tx.absence.create({ data: { id, referentId, du: colonneOfJour(du), au: colonneOfJour(au) } });
  return prise;
}

export async function removeAbsence(
  tx: Transaction,
  referentId: string,
  id: string,
  versions: Versions = null,
): Promise<Prise> {
  const prise = await lockReferent(tx, referentId, versions);
  if (prise !== 'prise') return prise;
  const { count } = await tx.absence.deleteMany({ where: { id, referentId } });
  return count === 1 ? 'prise' : 'inconnue';
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
