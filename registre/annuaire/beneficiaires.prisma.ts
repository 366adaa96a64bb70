import { codesPreference, type Preference } from '../../domain/courriels/preference';
import type { Refus } from '../../domain/refus';
import { jourAt } from '../../domain/temps/heure-locale';
import type { CivilDate } from '../../domain/temps/jour';
import type { Base, Transaction } from '../base';
import { instantOfColonne } from '../dates';
import { lockVersion, type Prise, type Versions } from './version';

export type Coordonnees = {
  readonly prenom: string;
  readonly nom: string;
  readonly courriel: string | null;
  readonly telephone: string | null;
  readonly adresse: string | null;
};

/** R43 — absent: she has said nothing, or what she said stays. */
type Souhait = { readonly preference?: Preference };

/** Who is accompanied: the only place where the base says it (house 1, "erasure is possible"). */
export type Beneficiaire = Coordonnees & {
  readonly id: string;
  readonly idExterne: string;
  readonly preference: Preference;
  readonly version: number;
  /** R45 — since when the row says nothing of anybody. */
  readonly effaceeLe: CivilDate | null;
};

type Ligne = Omit<Beneficiaire, 'effaceeLe' | 'preference'> & {
  readonly preference: string;
  readonly effaceA: Date | null;
};

function beneficiaireOf({ effaceA, ...ligne }: Ligne): Beneficiaire {
  const { id, idExterne, prenom, nom, courriel, telephone, adresse, version } = ligne;
  return {
    ...{ id, idExterne, prenom, nom, courriel, telephone, adresse, version },
    preference: codesPreference.find((c) => c === ligne.preference) ?? 'courriel',
    effaceeLe: effaceA === null ? null : jourAt(instantOfColonne(effaceA), 'metropole'),
  };
}

/** False when another person already has this external id. */
export async function createBeneficiaire(
  tx: Transaction,
  fiche: Omit<Beneficiaire, 'version' | 'preference' | 'effaceeLe'> & Souhait,
): Promise<boolean> {
  const { count } = await tx.beneficiaire.createMany({ data: [fiche], skipDuplicates: true });
  return count === 1;
}

export async function findBeneficiaire(base: Base | Transaction, id: string): Promise<Beneficiaire | null> {
  const ligne = await base.beneficiaire.findUnique({ where: { id } });
  return ligne === null ? null : beneficiaireOf(ligne);
}

export async function listBeneficiaires(
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
  const lignes = await base.beneficiaire.findMany({
    where: {
      ...(x.idExterne !== null && { idExterne: x.idExterne }),
      ...(x.suivi !== null && { parcours: x.suivi ? { some: ouvert } : { none: ouvert } }),
      ...(x.apres !== null && { id: { gt: x.apres } }),
    },
    orderBy: { id: 'asc' },
    take: x.limite,
  });
  return lignes.map(beneficiaireOf);
}

/** Only what is given is corrected, and only what its reader saw (If-Match). R45 — nothing of an erased person is. */
export async function correctBeneficiaire(
  tx: Transaction,
  id: string,
  correction: Partial<Coordonnees> & Souhait,
  versions: Versions = null,
): Promise<Beneficiaire | Refus | Exclude<Prise, 'prise'>> {
  const prise = await lockVersion(tx, 'beneficiaire', id, versions);
  if (prise !== 'prise') return prise;
  const lue = await findBeneficiaire(tx, id);
  if (lue?.effaceeLe != null) return { code: 'personne_effacee', le: lue.effaceeLe };
  return beneficiaireOf(await tx.beneficiaire.update({ where: { id }, data: correction }));
}
