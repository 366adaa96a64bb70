import type { Instant } from '../temps/instant';
import type { CodeZone } from '../temps/zones';

/** The person accompanied. `courriel` is written in the .ics only, `adresse` on the letter only. */
export type PersonneDite = {
  readonly prenom: string;
  readonly nom: string;
  readonly courriel: string | null;
  /** Postal address; its lines are separated by line ends, or by a comma before the postal code. */
  readonly adresse: string | null;
};

export type ReferentDit = {
  readonly prenom: string;
  readonly nom: string;
  readonly telephone: string;
  readonly courriel: string;
};

export type StructureDite = {
  readonly nom: string;
  readonly adresse: string;
  readonly telephone: string;
  readonly zone: CodeZone;
};

/** An appointment as it stands when the mail is written. */
export type RendezVousDit = {
  readonly id: number;
  readonly revision: number;
  readonly debut: Instant;
  readonly fin: Instant;
  /** A place, or a link for an appointment at a distance; null: at the structure. */
  readonly lieu: string | null;
  /** Before the contrat, the appointment serves to draw it up (R07). */
  readonly objet: 'accueil' | 'suivi';
  readonly bilan: number | null;
  /** R24 — for whom its référent stands in that day. */
  readonly remplace?: string;
};

/** R46 — what whoever runs Jalons says of the data: whom to ask (null: the structure), and how long it stays. */
export type Information = { readonly contact: string | null; readonly conservationMois: number };
