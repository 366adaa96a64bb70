import type { CivilDate } from '../../domain/temps/jour';
import type { CodeZone } from '../../domain/temps/zones';
import type { Base, Transaction } from '../base';
import { colonneOfJour, jourOfColonne } from '../dates';

export type Fermeture = { readonly id: string; readonly du: CivilDate; readonly au: CivilDate };

export type FicheStructure = {
  readonly code: string;
  readonly nom: string;
  readonly zone: CodeZone;
  readonly adresse: string;
  readonly telephone: string;
  readonly responsableNom: string;
  readonly responsableCourriel: string;
};

export type Structure = FicheStructure & { readonly id: string; readonly fermetures: readonly Fermeture[] };

/** False when another structure already has this code. */
export async function createStructure(tx: Transaction, id: string, fiche: FicheStructure): Promise<boolean> {
  const { count } = await tx.structure.createMany({ data: [{ id, ...fiche }], skipDuplicates: true });
  return count === 1;
}

const avecFermetures = { include: { fermetures: { orderBy: { du: 'asc' } } } } as const;

export async function findStructure(base: Base | Transaction, id: string): Promise<Structure | null> {
  const ligne = await base.structure.findUnique({ where: { id }, ...avecFermetures });
  return ligne === null ? null : structureOf(ligne);
}

/** By id, after the last one already read. */
export async function listStructures(
  base: Base,
  { apres, limite }: { readonly apres: string | null; readonly limite: number },
): Promise<Structure[]> {
  const lignes = await base.structure.findMany({
    ...(apres !== null && { where: { id: { gt: apres } } }),
    orderBy: { id: 'asc' },
    take: limite,
    ...avecFermetures,
  });
  return lignes.map(structureOf);
}

/** False when there is no such structure. */
export async function addFermeture(
  tx: Transaction,
  structureId: string,
  { id, du, au }: Fermeture,
): Promise<boolean> {
  const structure = await tx.structure.findUnique({ where: { id: structureId }, select: { id: true } });
  if (structure === null) return false;
  await tx.fermeture.create({ data: { id, structureId, du: colonneOfJour(du), au: colonneOfJour(au) } });
  return true;
}

export async function removeFermeture(tx: Transaction, structureId: string, id: string): Promise<boolean> {
  const { count } = await tx.fermeture.deleteMany({ where: { id, structureId } });
  return count === 1;
}

type Ligne = Omit<Structure, 'fermetures' | 'zone'> & {
  readonly zone: string;
  readonly fermetures: readonly { readonly id: string; readonly du: Date; readonly au: Date }[];
};

function structureOf({ fermetures, zone, ...fiche }: Ligne): Structure {
  return { ...fiche, zone: zone as CodeZone, fermetures: fermetures.map(joursOf) };
}

export function joursOf({ id, du, au }: { id: string; du: Date; au: Date }): Fermeture {
  return { id, du: jourOfColonne(du), au: jourOfColonne(au) };
}
