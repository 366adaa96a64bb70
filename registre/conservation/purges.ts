import type { Acteur } from '../../domain/parcours/faits';
import type { RaisonDeGarder } from '../../domain/conservation/conservation';
import type { Instant } from '../../domain/temps/instant';
import type { CivilDate } from '../../domain/temps/jour';
import type { Comptes } from './comptes.prisma';

/** `lecture`: people are being counted. `apercu`: nothing is done before a person confirms. */
export type EtatPurge = 'lecture' | 'apercu' | 'en_cours' | 'fini';
export type EtatPersonne = 'a_effacer' | 'effacee' | 'ecartee';

export type PurgeSuivie = {
  readonly id: string;
  readonly etat: Exclude<EtatPurge, 'lecture'>;
  readonly mois: number;
  readonly par: Acteur;
  readonly creeA: Instant;
  readonly confirmePar: Acteur | null;
  readonly confirmeA: Instant | null;
  readonly finiA: Instant | null;
  readonly total: number;
  readonly effacees: number;
  readonly ecartees: number;
  /** Of those who are not set aside. */
  readonly comptes: Comptes;
};

export type PersonnePurgee = {
  readonly id: string;
  readonly etat: EtatPersonne;
  readonly raison: RaisonDeGarder | null;
  readonly contactLe: CivilDate;
  readonly comptes: Comptes;
};
