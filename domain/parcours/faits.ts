import type { RefDispositif } from '../dispositifs/en-vigueur';
import type { LettreManquement, QualificationMotif, RaisonCloture } from '../obligations/manquement';
import type { Creneau, Periode, StatutRendezVous } from '../rendez-vous/rendez-vous';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';
import type { CodeAvis, RoleProfessionnel } from './avis';
import type { CauseMoisManque, OrientationBilan, RaisonRefus } from './parcours';
import type { MotifSortie } from './sortie';

/** Who made it so: the machine, or a person by the opaque id of the token or account used. */
export type Acteur = 'jalons' | `agent:${string}`;

/** Why a clé was dropped instead of honoured. Said in the journal (R02, R09, R13). */
export type RaisonAbandon =
  | 'deja_passee'
  | 'rendez_vous_deplace'
  | 'rendez_vous_annule'
  | 'rendez_vous_passe'
  | 'depassee_par_la_suivante'
  | 'manquement_clos'
  | 'bilan_realise'
  | 'plafond_prolonge'
  | 'parcours_clos';

/** What happened, for ever: ids, codes and days, never a name, an address or a sentence (house 1). */
export type Fait =
  | {
      readonly type: 'parcours_ouvert';
      readonly dispositif: RefDispositif;
      readonly structureId: string;
      readonly zone: CodeZone;
      readonly beneficiaireId: string;
      readonly orientationNotifieeLe: CivilDate;
      readonly soumisAuxObligations: boolean;
    }
  | { readonly type: 'referent_designe'; readonly referentId: string }
  | { readonly type: 'contrat_signe'; readonly signeLe: CivilDate }
  | {
      readonly type: 'echeances_abandonnees';
      readonly cles: readonly string[];
      readonly raison: RaisonAbandon;
    }
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
  | { readonly type: 'rendez_vous_deplace'; readonly rendezVousId: number; readonly creneau: Creneau }
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
  | { readonly type: 'mois_compte'; readonly mois: number; readonly issue: 'a_preciser' | 'honore' }
  | {
      readonly type: 'mois_compte';
      readonly mois: number;
      readonly issue: 'manque';
      readonly cause: CauseMoisManque;
    }
  | {
      readonly type: 'professionnel_averti';
      readonly avis: CodeAvis;
      readonly pour: readonly RoleProfessionnel[];
      readonly rendezVousId: number | null;
    }
  | { readonly type: 'bilan_annonce'; readonly bilan: number; readonly aTenirLe: CivilDate }
  | {
      readonly type: 'bilan_realise';
      readonly bilan: number;
      readonly tenuLe: CivilDate;
      readonly objectifs: readonly {
        readonly texteId: string;
        readonly atteint: 'oui' | 'en_partie' | 'non';
      }[];
      readonly orientation: OrientationBilan;
    }
  | { readonly type: 'plafond_atteint'; readonly dernierJour: CivilDate }
  | { readonly type: 'parcours_prolonge'; readonly jusquAu: CivilDate; readonly texteId: string }
  | { readonly type: 'manquement_ouvert'; readonly manquement: number; readonly rendezVousId: number }
  | { readonly type: 'manquement_rejoint'; readonly manquement: number; readonly rendezVousId: number }
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
  | { readonly type: 'manquement_rouvert'; readonly manquement: number }
  | {
      readonly type: 'lettre_a_faire';
      readonly courrielCle: string;
      readonly modele: string;
      readonly raison: 'sans_adresse' | RaisonRefus;
      readonly rendezVousId: number | null;
    }
  | {
      readonly type: 'remise_constatee';
      readonly courrielCle: string;
      readonly le: CivilDate;
      readonly preuve: 'relais' | 'saisie';
      readonly lettre: { readonly manquement: number; readonly nom: LettreManquement } | null;
    }
  | { readonly type: 'courriel_abandonne'; readonly courrielCle: string; readonly raison: RaisonAbandon }
  | { readonly type: 'parcours_clos'; readonly motif: MotifSortie; readonly le: CivilDate };

/** A fait in its journal: its rank under the lock, its instant, its author, and the échéance that it honours. */
export type FaitInscrit = {
  readonly rang: number;
  readonly a: Instant;
  readonly par: Acteur;
  readonly echeance: { readonly cle: string; readonly duLe: CivilDate } | null;
  readonly fait: Fait;
};

export type FaitDe<T extends Fait['type']> = Extract<Fait, { type: T }>;
