import type { CivilDate } from '../temps/jour';
import type {
  QualificationMotif,
  RaisonCloture,
  Signal,
  SourceManquement,
  SuiteSignalement,
} from './manquement';
import type { CodeMotif } from './motifs';

/** R14, R30, R31 — what happened on the ladders of missed obligations. */
export type FaitManquement =
  | { readonly type: 'manquement_ouvert'; readonly manquement: number; readonly source: SourceManquement }
  | { readonly type: 'manquement_rejoint'; readonly manquement: number; readonly source: SourceManquement }
  | {
      readonly type: 'motif_demande';
      readonly manquement: number;
      readonly prochainRendezVousId: number | null;
    }
  | {
      readonly type: 'motif_qualifie';
      readonly manquement: number;
      readonly qualification: QualificationMotif;
      readonly texteId: string | null;
    }
  | { readonly type: 'relance_envoyee'; readonly manquement: number; readonly rang: 1 | 2 }
  | { readonly type: 'signalement_propose'; readonly manquement: number; readonly proposition: number }
  | { readonly type: 'signalement_confirme'; readonly manquement: number; readonly texteId: string }
  | {
      readonly type: 'signalement_reporte';
      readonly manquement: number;
      readonly au: CivilDate;
      readonly texteId: string;
    }
  | {
      readonly type: 'manquement_clos';
      readonly manquement: number;
      readonly raison: RaisonCloture;
      readonly texteId: string | null;
      readonly rendezVousId?: number;
    }
  | {
      readonly type: 'manquement_rouvert';
      readonly manquement: number;
      /** R32 — in the person's favour, the delay of the last letter begins again on that day. */
      readonly delaiDepuis: CivilDate | null;
    }
  | {
      readonly type: 'motif_recu';
      readonly manquement: number;
      readonly motif: CodeMotif;
      readonly recuLe: CivilDate;
      readonly texteId: string | null;
    }
  /** R31 — a legitimate motive after the fact: a ladder already closed is cleared. */
  | { readonly type: 'manquement_leve'; readonly manquement: number }
  | {
      readonly type: 'remobilisation_constatee';
      readonly manquement: number;
      readonly le: CivilDate;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'suite_enregistree';
      readonly manquement: number;
      readonly suite: SuiteSignalement;
      readonly le: CivilDate;
      readonly texteId: string | null;
    }
  /** R31 — the second outgoing signal: to be told to whoever received the signalement. */
  | { readonly type: 'signal_a_transmettre'; readonly manquement: number; readonly quoi: Signal['quoi'] }
  | { readonly type: 'signal_transmis'; readonly manquement: number; readonly le: CivilDate };
