import type { CivilDate } from '../temps/jour';
import type { CodeAvis, RoleProfessionnel } from './avis';
import type { CodeGeste } from './gestes';

/** What a professional still has to do. Notices (cap near, month missed) inform and ask for nothing. */
export type CodeTache = Exclude<
  CodeAvis,
  | 'plafond_proche'
  | 'fenetre_proche'
  | 'mois_manque'
  | 'parcours_repris'
  | 'parcours_recu'
  | 'parcours_confie'
  | 'venue_finalement'
>;

/** `a_prevoir`: its day has not come. `a_traiter`: now. `en_retard`: a deadline of the programme has passed. */
export type Urgence = 'en_retard' | 'a_traiter' | 'a_prevoir';

export type Tache = {
  readonly code: CodeTache;
  readonly phrase: string;
  readonly depuis: CivilDate;
  /** Last day to do it without being late, where the programme gives one. */
  readonly avant: CivilDate | null;
  readonly urgence: Urgence;
  readonly pour: readonly RoleProfessionnel[];
  /** The gesture that settles it; null when nothing can be asked now. */
  readonly geste: CodeGeste | null;
  /** What it is about, for the form of its gesture: an appointment, a bilan, a manquement, the clé of a letter. */
  readonly sujet: string | null;
};

const ORDRE: readonly Urgence[] = ['en_retard', 'a_traiter', 'a_prevoir'];

/** The most urgent first, then the oldest. */
export function compareTaches(x: Tache, y: Tache): number {
  if (x.urgence !== y.urgence) return ORDRE.indexOf(x.urgence) - ORDRE.indexOf(y.urgence);
  return x.depuis < y.depuis ? -1 : x.depuis > y.depuis ? 1 : 0;
}
