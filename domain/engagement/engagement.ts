import type { CivilDate } from '../temps/jour';
import type {
  CodeDemarche,
  CodePartenaire,
  CodePublic,
  Frein,
  GenreEtape,
  IssueConstat,
  IssueEtape,
  MotifHeures,
  RegimePoint,
} from './codes';
import type { ConstatsDeclaration, GenreDeclaration } from './declarations-dues';
import type { ListeDroits } from './droits-codes';

/** R26 — hours of activity by week; below the usual ones, why. */
export type Heures = { readonly parSemaine: number; readonly motif: MotifHeures | null };

/** R25 — an objective of the contrat: its words lie in an erasable text, here only what stands in its way. */
export type Objectif = { readonly texteId: string; readonly frein: Frein | null };

/** R26 — the contrat as it was agreed on one day. Every version is kept; the first one is the anchor. */
export type VersionContrat = {
  readonly version: number;
  readonly le: CivilDate;
  /** Who asked for it; null for the signature. */
  readonly par: 'personne' | 'referent' | null;
  /** Null: the usual hours of the edition. */
  readonly heures: Heures | null;
  readonly objectifs: readonly Objectif[];
  readonly texteId: string | null;
};

/** R27, B1 — a person declined to draw up or to update the contrat, as a human recorded it. */
export type RefusContrat = {
  readonly numero: number;
  readonly quoi: 'etablir' | 'actualiser';
  readonly le: CivilDate;
};

/** R27 — a step with a date: of the person, or of the service itself. */
export type Demarche = {
  readonly numero: number;
  readonly quoi: CodeDemarche;
  readonly de: 'personne' | 'referent';
  readonly avantLe: CivilDate;
  readonly declareeLe: CivilDate;
  /** The honoured appointment at which it was agreed. */
  readonly rendezVousId: number | null;
  readonly texteId: string | null;
  readonly issue: { readonly issue: IssueConstat | 'sans_objet'; readonly le: CivilDate } | null;
};

/** R39 — one step of the way to a job, contractualised with the person: its days, its partner, what it became. */
export type EtapeConvenue = {
  readonly numero: number;
  /** 1 when agreed, +1 each time it is moved or something is said of it: part of every clé about it (house 6). */
  readonly revision: number;
  readonly quoi: GenreEtape;
  readonly partenaire: CodePartenaire | null;
  readonly convenueLe: CivilDate;
  readonly du: CivilDate;
  readonly au: CivilDate;
  /** When its present days were written. */
  readonly declareeLe: CivilDate;
  /** What was agreed, and the name of the partner: both erasable. */
  readonly texteId: string | null;
  readonly partenaireTexteId: string | null;
  readonly issue: { readonly issue: IssueEtape; readonly le: CivilDate } | null;
};

/** R25 — what an honoured appointment recorded: its words are erasable. */
export type Entretien = {
  readonly rendezVousId: number;
  readonly le: CivilDate;
  readonly texteId: string | null;
};

/** R28 — what came of the legal stock-take. */
export type IssuePoint = 'maintien' | 'revision' | 'reorientation';

export type PointTenu = {
  readonly version: number;
  readonly tenuLe: CivilDate;
  readonly issue: IssuePoint;
};

/** What the person and the référent are engaged in, beside the calendar of the parcours. Survives JSON. */
export type Engagement = {
  readonly versions: readonly VersionContrat[];
  readonly refus: readonly RefusContrat[];
  readonly entretiens: readonly Entretien[];
  readonly demarches: readonly Demarche[];
  readonly etapes: readonly EtapeConvenue[];
  /** R41 — null while nobody has said anything; empty when a human saw that none applies. */
  readonly publics: readonly CodePublic[] | null;
  /** R27 — first date of each declaration that concerns this person; null when it does not. */
  readonly declarations: Readonly<Record<GenreDeclaration, CivilDate | null>>;
  readonly constats: Readonly<Record<GenreDeclaration, ConstatsDeclaration>>;
  readonly pointLegal: {
    readonly regime: RegimePoint;
    readonly tenus: readonly PointTenu[];
    /** R28 — the bilan with which the point of the current version shares its appointment, by a human's choice. */
    readonly avecBilan: number | null;
  };
  /** R29 — the day from which each list is expected, by moment: 0 for the contrat, n for the bilan n. */
  readonly moments: Readonly<Record<number, CivilDate>>;
  readonly droits: Readonly<Record<number, ListeDroits>>;
};

export const ENGAGEMENT_NEUF: Engagement = {
  versions: [],
  refus: [],
  entretiens: [],
  demarches: [],
  etapes: [],
  publics: null,
  declarations: { dtr: null, actualisation: null },
  constats: { dtr: {}, actualisation: {} },
  pointLegal: { regime: 'six_mois', tenus: [], avecBilan: null },
  moments: {},
  droits: {},
};
