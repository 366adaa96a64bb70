import type { CodeZone } from '../../domain/temps/zones';
import type { Base } from '../base';

/** What opening a parcours refers to, read at once; each is null when it does not exist, or is erased (R45). */
export type References = {
  readonly zone: CodeZone | null;
  readonly idExterne: string | null;
  /** How many parcours this person has had. */
  readonly parcours: number;
  readonly structureDuReferent: string | null;
};

export async function readReferences(
  base: Base,
  x: { readonly structureId: string; readonly beneficiaireId: string; readonly referentId: string | null },
): Promise<References> {
  const [ligne] = await base.$queryRaw<References[]>`
    SELECT (SELECT zone FROM structure WHERE id = ${x.structureId}::uuid) AS zone,
      (SELECT id_externe FROM beneficiaire WHERE id = ${x.beneficiaireId}::uuid AND efface_a IS NULL) AS "idExterne",
      (SELECT count(*)::int FROM parcours WHERE beneficiaire_id = ${x.beneficiaireId}::uuid) AS parcours,
      (SELECT structure_id::text FROM referent WHERE id = ${x.referentId}::uuid) AS "structureDuReferent"`;
  if (ligne === undefined) throw new Error('Une lecture sans table n’a rien rendu.');
  return ligne;
}

/** The zone of a parcours, for hours given on the wall; null when there is no such parcours. */
export async function findZone(base: Base, parcoursId: string): Promise<CodeZone | null> {
  const [ligne] = await base.$queryRaw<{ zone: CodeZone }[]>`
    SELECT etat->>'zone' AS zone FROM parcours WHERE id = ${parcoursId}::uuid`;
  return ligne?.zone ?? null;
}

/** Does this référent belong to the structure of this parcours? null when there is no such parcours. */
export async function findAppartenance(
  base: Base,
  parcoursId: string,
  referentId: string,
): Promise<boolean | null> {
  const [ligne] = await base.$queryRaw<{ sien: boolean }[]>`
    SELECT r.id IS NOT NULL AS sien FROM parcours p
    LEFT JOIN referent r ON r.structure_id = p.structure_id AND r.id = ${referentId}::uuid
    WHERE p.id = ${parcoursId}::uuid`;
  return ligne?.sien ?? null;
}

/** Whom a parcours accompanies; null when there is no such parcours. */
export async function findBeneficiaire(base: Base, parcoursId: string): Promise<string | null> {
  const ligne = await base.parcours.findUnique({
    where: { id: parcoursId },
    select: { beneficiaireId: true },
  });
  return ligne?.beneficiaireId ?? null;
}
