import type { Base, Transaction } from '../base';
import { lockVersion, type Prise, type Versions } from './version';

export type Coordonnees = {
  readonly prenom: string;
  readonly nom: string;
  readonly courriel: string | null;
  readonly telephone: string | null;
  readonly adresse: string | null;
};

/** Who is accompanied: the only place where the base says it (house 1, "erasure is possible"). */
export type Beneficiaire = Coordonnees & {
  readonly id: string;
  readonly idExterne: string;
  readonly version: number;
};

/** False when another person already has this external id. */
export async function createBeneficiaire(
  tx: Transaction,
  fiche: Omit<Beneficiaire, 'version'>,
): Promise<boolean> {
  const { count } = await tx.beneficiaire.createMany({ data: [fiche], skipDuplicates: true });
  return count === 1;
}

export function findBeneficiaire(base: Base | Transaction, id: string): Promise<Beneficiaire | null> {
  return base.beneficiaire.findUnique({ where: { id } });
}

export function listBeneficiaires(
  base: Base,
  x: {
    readonly idExterne: string | null;
    /** Those who have, or have not, a parcours that is open. */
    readonly suivi: boolean | null;
    readonly apres: string | null;
    readonly limite: number;
  },
): Promise<Beneficiaire[]> {
  const ouvert = { clos: false };
  return base.beneficiaire.findMany({
    where: {
      ...(x.idExterne !== null && { idExterne: x.idExterne }),
      ...(x.suivi !== null && { parcours: x.suivi ? { some: ouvert } : { none: ouvert } }),
      ...(x.apres !== null && { id: { gt: x.apres } }),
    },
    orderBy: { id: 'asc' },
    take: x.limite,
  });
}

/** Only what is given is corrected, and only what its reader saw (If-Match). */
export async function correctBeneficiaire(
  tx: Transaction,
  id: string,
  correction: Partial<Coordonnees>,
  versions: Versions = null,
): Promise<Beneficiaire | Exclude<Prise, 'prise'>> {
  const prise = await lockVersion(tx, 'beneficiaire', id, versions);
  return prise === 'prise' ? tx.beneficiaire.update({ where: { id }, data: correction }) : prise;
}
