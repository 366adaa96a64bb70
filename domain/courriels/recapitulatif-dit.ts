import type { CodeAvis, RoleProfessionnel } from '../parcours/avis';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { StructureDite } from './dits';

/** What a line of the digest is about, beside its avis. */
export type Precision =
  | { readonly quoi: 'rendez_vous'; readonly debut: Instant }
  | { readonly quoi: 'jour'; readonly le: CivilDate }
  /** R28 — near enough for one appointment to serve that bilan too: a human chooses. */
  | { readonly quoi: 'point'; readonly le: CivilDate; readonly bilan: number }
  | { readonly quoi: 'jours'; readonly du: CivilDate; readonly au: CivilDate }
  | { readonly quoi: 'mois'; readonly mois: Mois }
  | { readonly quoi: 'lettre'; readonly modele: string };

/** A month of the calendar, `AAAA-MM`. */
export type Mois = `${number}-${number}`;

export type Point = { readonly avis: CodeAvis; readonly precision: Precision | null };

/** R17 — all that the digest of a day says about one parcours. */
export type Entree = {
  readonly personne: string;
  /** Said to a manager, who reads for several référents; null in a référent's own digest. */
  readonly referent: string | null;
  readonly lien: string;
  readonly points: readonly Point[];
};

/** R08 — "48 créneaux pour 60 personnes en mai"; `offre` is null when it could not be counted. */
export type LigneCapacite = {
  readonly mois: Mois | null;
  readonly sansCreneau: number;
  readonly offre: { readonly creneaux: number; readonly personnes: number } | null;
};

export type DonneesRecapitulatif = {
  readonly modele: 'recapitulatif';
  readonly ecritA: Instant;
  readonly le: CivilDate;
  readonly pour: RoleProfessionnel;
  readonly nom: string;
  readonly structure: StructureDite;
  /** The page that lists the parcours of the reader. */
  readonly lienListe: string;
  readonly nouvelles: readonly Entree[];
  readonly capacites: readonly LigneCapacite[];
  readonly ouvertes: readonly Entree[];
};
