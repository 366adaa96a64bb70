import type { Preference } from '../../domain/courriels/preference';
import type { CivilDate } from '../../domain/temps/jour';
import type { CodeGeste } from '../../domain/parcours/gestes';
import type { VueParcours } from '../../domain/parcours/vue';
import type { Instant } from '../../domain/temps/instant';
import type { CodeZone } from '../../domain/temps/zones';
import type { Cadre } from '../document';
import type { Saisie } from '../formulaires/formulaire';
import type { PanneauHorloge } from '../horloge';

/** A mail of the parcours: what became of it, never its text. */
export type LigneCourriel = {
  readonly cle: string;
  readonly modele: string;
  readonly destinataire: string;
  readonly etat: string;
  readonly essais: number;
  readonly creeA: Instant;
  readonly envoyeA: Instant | null;
  /** Address of the letter to print, when the mail can be one. */
  readonly lettre: string | null;
};

export type PageParcours = {
  readonly cadre: Cadre;
  readonly horloge: PanneauHorloge;
  readonly vue: VueParcours;
  readonly zone: CodeZone;
  readonly personne: { readonly nom: string; readonly joignable: boolean; readonly preference: Preference };
  /** R24 — who stands in today, or will. */
  readonly remplacements: readonly { readonly nom: string; readonly du: CivilDate; readonly au: CivilDate }[];
  readonly referent: { readonly id: string; readonly nom: string } | null;
  readonly structure: { readonly nom: string };
  /** Who may be designated: the référents of the structure. */
  readonly referents: readonly { readonly id: string; readonly nom: string }[];
  /** R35 — where a reorientation may lead. */
  readonly structures: readonly { readonly id: string; readonly nom: string }[];
  /** Erasable texts, by id; an erased one is absent. */
  readonly textes: Readonly<Record<string, string>>;
  readonly courriels: readonly LigneCourriel[];
  /** The page of its workflow in the Temporal UI. */
  readonly lienTemporal: string | null;
  /** A fresh one-time key for each form. */
  readonly cles: Readonly<Record<CodeGeste, string>>;
  /** The form that was sent and refused, as it was typed. */
  readonly refusee: { readonly geste: CodeGeste; readonly saisie: Saisie } | null;
  /** The form to which a task has led, on what it is about. */
  readonly vise: { readonly geste: CodeGeste; readonly sujet: string | null } | null;
  /** What has just been recorded. */
  readonly fait: CodeGeste | 'openParcours' | 'preference' | null;
};
