import type { CivilDate } from '../../domain/temps/jour';
import type { CodeZone } from '../../domain/temps/zones';
import type { Base, Transaction } from '../base';
import { colonneOfJour, jourOfColonne } from '../dates';
import { lockVersion, type Prise, type Versions } from './version';

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

export type Structure = FicheStructure & {
  readonly id: string;
  readonly version: number;
  readonly fermetures: readonly Fermeture[];
};

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
  x: { readonly code?: string | null; readonly apres: string | null; readonly limite: number },
): Promise<Structure[]> {
  const { code = null, apres, limite } = x;
  const lignes = await base.structure.findMany({
    where: { ...(code !== null && { code }), ...(apres !== null && { id: { gt: apres } }) },
    orderBy: { id: 'asc' },
    take: limite,
    ...avecFermetures,
  });
  return lignes.map(structureOf);
}

/** What may be put right once people are accompanied there: neither its code nor the clock on its wall. */
export type CorrectionStructure = Partial<Omit<FicheStructure, 'code' | 'zone'>>;

export async function correctStructure(
  tx: Transaction,
  id: string,
  correction: CorrectionStructure,
  versions: Versions,
): Promise<Structure | Exclude<Prise, 'prise'>> {
  const prise = await lockVersion(tx, 'structure', id, versions);
  if (prise !== 'prise') return prise;
  return structureOf(await tx.structure.update({ where: { id }, data: correction, ...avecFermetures }));
}

export async function addFermeture(
  tx: Transaction,
  structureId: string,
  { id, du, au }: Fermeture,
  versions: Versions = null,
): Promise<Prise> {
  const prise = await lockVersion(tx, 'structure', structureId, versions);
  if (prise === 'prise')
    await tx.fermeture.create({ data: { id, structureId, du: colonneOfJour(du), au: colonneOfJour(au) } });
  return prise;
}

export async function removeFermeture(
  tx: Transaction,
  structureId: string,
  id: string,
  versions: Versions = null,
): Promise<Prise> {
  const prise = await lockVersion(tx, 'structure', structureId, versions);
  if (prise !== 'prise') return prise;
  const { count } = await tx.fermeture.deleteMany({ where: { id, structureId } });
  return count === 1 ? 'prise' : 'inconnue';
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
