import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';

/** R14 — the letters of the ladder whose delays run from the day they were delivered. */
export type LettreManquement = 'demande_motif' | 'relance_1' | 'relance_2';

export type QualificationMotif = 'legitime' | 'non_legitime' | 'sans_reponse';

/** Where an open ladder stands. The machine never climbs past a rung that waits for a human. */
export type EtatOuvert =
  | { readonly etat: 'ouvert' }
  | { readonly etat: 'motif_demande' }
  | { readonly etat: 'relance_1' }
  | { readonly etat: 'relance_2' }
  | { readonly etat: 'signalement_propose'; readonly proposition: number }
  | { readonly etat: 'signalement_reporte'; readonly proposition: number; readonly au: CivilDate }
  | { readonly etat: 'transmis' };

export type RaisonCloture =
  | 'motif_legitime'
  | 'rendez_vous_honore'
  | 'signalement_abandonne'
  | 'statut_corrige'
  | 'pause_declaree'
  | 'parcours_clos';

/** `avant` lets the correction of an error put the ladder back where it stood. */
export type EtatClos = {
  readonly etat: 'clos';
  readonly raison: RaisonCloture;
  readonly parRendezVousId: number | null;
  readonly avant: EtatOuvert;
};

/** R30 — what was missed: an appointment, the contrat itself (B1), a declared step, a declaration (B2). */
export type GenreManquement = 'absence' | 'contrat' | 'demarche' | 'declaration';

/** R30 — one recorded fact behind a ladder; `objetId` is the id that the contrat's own rules gave it. */
export type SourceManquement =
  | { readonly genre: 'absence'; readonly rendezVousId: number }
  | { readonly genre: Exclude<GenreManquement, 'absence'>; readonly objetId: string };

/** R14, R30 — one ladder, a machine of its own beside the parcours: at most one is open for each genre. */
export type Manquement = {
  readonly id: number;
  readonly genre: GenreManquement;
  readonly ouvertA: Instant;
  readonly rendezVousIds: readonly number[];
  readonly objetIds: readonly string[];
  /** Day on which each letter was delivered: accepted by the relay, or entered by a human. Without it nothing runs. */
  readonly remises: Readonly<Partial<Record<LettreManquement, CivilDate>>>;
  /** What a human last said of the motive. */
  readonly qualification: QualificationMotif | null;
  readonly etat: EtatOuvert | EtatClos;
};

export type ManquementOuvert = Manquement & { readonly etat: EtatOuvert };

export function findManquementsOuverts(manquements: readonly Manquement[]): readonly ManquementOuvert[] {
  return manquements.filter((m): m is ManquementOuvert => m.etat.etat !== 'clos');
}

export function findManquementOuvert(
  manquements: readonly Manquement[],
  genre: GenreManquement,
): ManquementOuvert | null {
  return findManquementsOuverts(manquements).find((m) => m.genre === genre) ?? null;
}

/** The business key of a letter of the ladder: its courriel, its task and its delivery share it. */
export function cleLettre(manquement: number, lettre: LettreManquement): string {
  return `manquement:${manquement}:${lettre}`;
}
