import type { Base, Transaction } from '../base';

export type Coordonnees = {
  readonly prenom: string;
  readonly nom: string;
  readonly courriel: string | null;
  readonly telephone: string | null;
  readonly adresse: string | null;
};

/** Who is accompanied: the only place where the base says it (house 1, "erasure is possible"). */
export type Beneficiaire = Coordonnees & { readonly id: string; readonly idExterne: string };

/** False when another person already has this external id. */
export async function createBeneficiaire(tx: Transaction, fiche: Beneficiaire): Promise<boolean> {
  const { count } = await tx.beneficiaire.createMany({ data: [fiche], skipDuplicates: true });
  return count === 1;
}

export function findBeneficiaire(base: Base | Transaction, id: string): Promise<Beneficiaire | null> {
  return base.beneficiaire.findUnique({ where: { id } });
}

export function listBeneficiaires(
  base: Base,
  x: { readonly idExterne: string | null; readonly apres: string | null; readonly limite: number },
): Promise<Beneficiaire[]> {
  return base.beneficiaire.findMany({
    where: {
      ...(x.idExterne !== null && { idExterne: x.idExterne }),
      ...(x.apres !== null && { id: { gt: x.apres } }),
    },
    orderBy: { id: 'asc' },
    take: x.limite,
  });
}

/** Only what is given is corrected; null when there is no such person. */
export async function correctBeneficiaire(
  tx: Transaction,
  id: string,
  correction: Partial<Coordonnees>,
): Promise<Beneficiaire | null> {
  const { count } = await tx.beneficiaire.updateMany({ where: { id }, data: correction });
  return count === 0 ? null : findBeneficiaire(tx, id);
}
