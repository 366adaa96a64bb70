import type { RefDispositif } from '../dispositifs/en-vigueur';
import type { CivilDate } from '../temps/jour';
import type { ClasseSortie, ContratTrouve, MotifSortie } from './sortie';
import type { SituationSuivi } from './suivi-sortie';

/** R33–R36 — how a parcours ends or goes on elsewhere, and what is known of the person afterwards. */
export type FaitSortie =
  /** R36 — from that day on the parcours counts for another edition. */
  | { readonly type: 'edition_changee'; readonly dispositif: RefDispositif; readonly le: CivilDate }
  /** R35 — the next parcours, opened in the same transaction. */
  | {
      readonly type: 'parcours_reoriente';
      readonly suivantId: string;
      readonly dispositif: RefDispositif;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'parcours_clos';
      readonly motif: MotifSortie;
      readonly classe: ClasseSortie;
      readonly le: CivilDate;
      readonly emploi: ContratTrouve | null;
    }
  /** R33 — a death recorded in another parcours of the person, and its denial. */
  | { readonly type: 'deces_signale'; readonly depuisId: string }
  | { readonly type: 'deces_dementi'; readonly texteId: string | null }
  /** R34 — asked of the person: the first time, then the reminder. `parCourriel` is false when nothing is written to her. */
  | { readonly type: 'suivi_demande'; readonly fois: 1 | 2; readonly parCourriel: boolean }
  | {
      readonly type: 'suivi_enregistre';
      readonly situation: SituationSuivi;
      readonly le: CivilDate;
      readonly texteId: string | null;
    };
