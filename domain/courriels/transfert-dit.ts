import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { StructureDite } from './dits';

/** R23, R24 — one side of a transfer that is over: all that passed, in one mail. */
export type DonneesTransfert = {
  readonly modele: 'transfert';
  readonly ecritA: Instant;
  readonly structure: StructureDite;
  readonly cote: 'de' | 'vers';
  readonly genre: 'definitif' | 'remplacement' | 'retour';
  /** Days of a replacement. */
  readonly jours: { readonly du: CivilDate; readonly au: CivilDate } | null;
  readonly nom: string;
  /** The référent of the other side. */
  readonly autre: string;
  readonly lienListe: string;
  readonly passes: readonly {
    readonly personne: string;
    readonly lien: string;
    readonly prochain: Instant | null;
    readonly aReplacer: boolean;
  }[];
  /** Not passed: closed since, or followed by another already. */
  readonly ecartes: readonly { readonly personne: string; readonly lien: string }[];
};
