import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { CodeMotif } from './motifs';

/** R14 — the letters of the ladder whose delays run from the day they were delivered. */
export type LettreManquement = 'demande_motif' | 'relance_1' | 'relance_2';

/** One letter of one ladder. */
export type LettreDe = { readonly manquement: number; readonly nom: LettreManquement };

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

/** `statut_corrige`: before anything left. `erreur_corrigee`: after (R32). */
export type RaisonCloture =
  | 'motif_legitime'
  | 'rendez_vous_honore'
  | 'remobilisation'
  | 'signalement_abandonne'
  | 'sans_suite'
  | 'statut_corrige'
  | 'erreur_corrigee'
  | 'pause_declaree'
  | 'parcours_clos';

/** R31 — what a transmitted signalement became, as its decider made it known. */
export type SuiteSignalement = 'sans_suite' | 'decision_prise';

/** R31 — what must still be told to whoever received the signalement; null while nobody has told it. */
export type Signal = {
  readonly quoi: 'remobilisation' | 'retrait';
  readonly depuisA: Instant;
  readonly transmisLe: CivilDate | null;
};

export type MotifRecu = {
  readonly motif: CodeMotif;
  readonly recuLe: CivilDate;
  readonly texteId: string | null;
};

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
  /** What the person, or somebody for her, gave as a reason. */
  readonly motifs: readonly MotifRecu[];
  /** What a human last said of the motive. */
  readonly qualification: QualificationMotif | null;
  /** When the present rung was reached: the delays of professionals run from there. */
  readonly depuisA: Instant;
  /** R32 — how often the correction of an error put it back on its rung: its reminders are then said again. */
  readonly reprises: number;
  readonly transmisA: Instant | null;
  readonly suite: { readonly suite: SuiteSignalement; readonly le: CivilDate } | null;
  readonly signaux: readonly Signal[];
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

/** The letter whose delay the present rung waits for. */
export function findLettreCourante(etat: EtatOuvert): LettreManquement | null {
  switch (etat.etat) {
    case 'motif_demande':
      return 'demande_motif';
    case 'relance_1':
    case 'relance_2':
      return etat.etat;
    case 'ouvert':
    case 'signalement_propose':
    case 'signalement_reporte':
    case 'transmis':
      return null;
  }
}
