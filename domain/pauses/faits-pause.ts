import type { CivilDate } from '../temps/jour';
import type { MotifPause } from './pause';

/** R19–R21 — what happened to the pauses. */
export type FaitPause =
  | {
      readonly type: 'pause_declaree';
      readonly pause: number;
      readonly motif: MotifPause;
      readonly du: CivilDate;
      readonly au: CivilDate | null;
    }
  | { readonly type: 'pause_commencee'; readonly pause: number }
  /** R20 — `le` is the first day on which the accompaniment goes on; the first of the pause when it is given up. */
  | { readonly type: 'parcours_repris'; readonly pause: number; readonly le: CivilDate }
  | { readonly type: 'reprise_annoncee'; readonly pause: number };
