import type { RefDispositif } from '../dispositifs/en-vigueur';
import type {
  LettreManquement,
  QualificationMotif,
  RaisonCloture,
  Signal,
  SourceManquement,
  SuiteSignalement,
} from '../obligations/manquement';
import type { CodeMotif } from '../obligations/motifs';
import type { MotifPause } from '../pauses/pause';
import type { CodePublic } from '../engagement/codes';
import type { Heures, Objectif } from '../engagement/engagement';
import type { FaitEngagement } from '../engagement/faits-engagement';
import type { FaitReponse } from '../reponses/reponse';
import type { Creneau, Periode, StatutRendezVous } from '../rendez-vous/rendez-vous';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';
import type { CodeAvis, RoleProfessionnel } from './avis';
import type { CauseMoisManque, OrientationBilan, RaisonRefus } from './parcours';
import type { MotifChangement } from './referent';
import type { GenreEmploi } from './emploi';
import type { MoyenContact } from './silence';
import type { ClasseSortie, ContratTrouve, MotifSortie } from './sortie';
import type { SituationSuivi } from './suivi-sortie';

/** Who made it so: the machine, a professional by the opaque id of the token or account used, or the person accompanied. */
export type Acteur = 'jalons' | `agent:${string}` | `personne:${string}`;

/** Why a clé was dropped instead of honoured. Said in the journal (R02, R09, R13). */
export type RaisonAbandon =
  | 'deja_passee'
  | 'rendez_vous_deplace'
  | 'rendez_vous_annule'
  | 'rendez_vous_passe'
  | 'depassee_par_la_suivante'
  | 'parcours_en_pause'
  | 'manquement_clos'
  | 'bilan_realise'
  | 'plafond_prolonge'
  | 'parcours_clos'
  | 'deces_signale';

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
      readonly precedentId?: string;
      readonly publics?: readonly CodePublic[];
    }
  | { readonly type: 'referent_designe'; readonly referentId: string }
  | {
      readonly type: 'referent_change';
      readonly de: string;
      readonly referentId: string;
      readonly motif: MotifChangement;
      readonly le: CivilDate;
      readonly texteId: string | null;
      /** R23 — part of a bulk transfer: its two summaries replace the lines of both référents. */
      readonly transfertId: string | null;
    }
  | {
      readonly type: 'remplacement_prevu';
      readonly remplacementId: string;
      readonly referentId: string;
      readonly du: CivilDate;
      readonly au: CivilDate;
    }
  | { readonly type: 'remplacement_annule'; readonly remplacementId: string }
  | {
      readonly type: 'contrat_signe';
      readonly signeLe: CivilDate;
      /** R26 — absent: the usual hours of the edition, no objective written here. */
      readonly heures?: Heures;
      readonly objectifs?: readonly Objectif[];
    }
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
  | {
      readonly type: 'contrat_corrige';
      readonly signeLe: CivilDate;
      /** Appointments still to come at which a bilan is held, or is not any more, under the right date. */
      readonly bilans: readonly { readonly rendezVousId: number; readonly bilan: number | null }[];
      readonly dite: boolean;
    }
  | { readonly type: 'bilan_corrige'; readonly bilan: number; readonly tenuLe: CivilDate }
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
  /** R20 — a pause, or a correction, has put the cap off again: it is not reached any more. */
  | { readonly type: 'plafond_recule'; readonly dernierJour: CivilDate }
  /** R21 — a month that had been counted is not over any more. */
  | { readonly type: 'mois_rouvert'; readonly mois: number }
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
  | { readonly type: 'reprise_annoncee'; readonly pause: number }
  | { readonly type: 'parcours_prolonge'; readonly jusquAu: CivilDate; readonly texteId: string }
  /** R38 — news of the person outside an appointment. */
  | {
      readonly type: 'contact_enregistre';
      readonly le: CivilDate;
      readonly moyen: MoyenContact;
      readonly texteId: string | null;
    }
  /** R40 — the rang-th job followed begins, or does not hold. */
  | {
      readonly type: 'emploi_commence';
      readonly emploi: number;
      readonly debutLe: CivilDate;
      readonly genre: GenreEmploi;
      readonly finPrevueLe: CivilDate | null;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'emploi_fini';
      readonly emploi: number;
      readonly le: CivilDate;
      readonly texteId: string | null;
    }
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
  | { readonly type: 'signal_transmis'; readonly manquement: number; readonly le: CivilDate }
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
    }
  | FaitReponse
  | FaitEngagement;

/** A fait in its journal: its rank under the lock, its instant, its author, and the échéance that it honours. */
export type FaitInscrit = {
  readonly rang: number;
  readonly a: Instant;
  readonly par: Acteur;
  readonly echeance: { readonly cle: string; readonly duLe: CivilDate } | null;
  readonly fait: Fait;
};

export type FaitDe<T extends Fait['type']> = Extract<Fait, { type: T }>;
