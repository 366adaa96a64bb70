import type { CauseMoisManque } from '../parcours/parcours';
import type { Creneau, Periode, StatutRendezVous } from './rendez-vous';

/** R07–R11, R22, R24, R32 — what happened to the appointments, and to the months that they count for. */
export type FaitRendezVous =
  | {
      readonly type: 'rendez_vous_planifie';
      readonly rendezVousId: number;
      readonly periode: Periode | null;
      readonly creneau: Creneau;
      readonly referentId: string;
      readonly bilan: number | null;
      /** R14 — the person is told by the request for a motive instead of a convocation of its own. */
      readonly annonceParDemandeMotif: boolean;
    }
  | { readonly type: 'creneau_introuvable'; readonly periode: Periode; readonly signale: boolean }
  | {
      readonly type: 'rendez_vous_deplace';
      readonly rendezVousId: number;
      readonly creneau: Creneau;
      /** Who receives at the new hour (R22, R24). */
      readonly referentId: string;
    }
  /** R22, R24 — its référent will not be there and no slot was free: a human must find another moment. */
  | { readonly type: 'rendez_vous_a_replacer'; readonly rendezVousId: number }
  | {
      readonly type: 'rendez_vous_annule';
      readonly rendezVousId: number;
      readonly par: 'service' | 'personne';
      /** R17 — by the person, less than two working days ahead: the référent is told at once. */
      readonly tardive: boolean;
      readonly silencieux: boolean;
    }
  | { readonly type: 'rappel_envoye'; readonly rendezVousId: number; readonly jours: number }
  | {
      readonly type: 'statut_enregistre';
      readonly rendezVousId: number;
      readonly statut: StatutRendezVous;
      readonly corrige: boolean;
      readonly texteId: string | null;
    }
  /** R32 — faits that compensate: `dite` when something wrong had been written to the person. */
  | {
      readonly type: 'statut_corrige';
      readonly rendezVousId: number;
      readonly statut: StatutRendezVous;
      readonly dite: boolean;
      readonly texteId: string | null;
    }
  | { readonly type: 'rendez_vous_retire'; readonly rendezVousId: number }
  | {
      readonly type: 'rendez_vous_corrige';
      readonly rendezVousId: number;
      readonly creneau: Creneau;
      readonly dite: boolean;
    }
  | {
      readonly type: 'rendez_vous_constate';
      readonly rendezVousId: number;
      readonly creneau: Creneau;
      readonly referentId: string;
      readonly statut: StatutRendezVous;
      readonly texteId: string | null;
    }
  | { readonly type: 'mois_compte'; readonly mois: number; readonly issue: 'a_preciser' | 'honore' }
  | {
      readonly type: 'mois_compte';
      readonly mois: number;
      readonly issue: 'manque';
      readonly cause: CauseMoisManque;
    }
  /** R21 — a month that had been counted is not over any more. */
  | { readonly type: 'mois_rouvert'; readonly mois: number };
