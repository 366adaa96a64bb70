import type { RaisonEffacement } from '../conservation/effacement';
import type { RefDispositif } from '../dispositifs/en-vigueur';
import type { QualificationMotif, SuiteSignalement } from '../obligations/manquement';
import type { CodeMotif } from '../obligations/motifs';
import type { MotifPause } from '../pauses/pause';
import type { CodePublic } from '../engagement/codes';
import type { DemandeReponse } from '../reponses/reponse';
import type { DemandeEngagement } from '../engagement/demandes-engagement';
import type { Heures, Objectif } from '../engagement/engagement';
import type { StatutRendezVous } from '../rendez-vous/rendez-vous';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';
import type { OrientationBilan, RaisonRefus } from './parcours';
import type { MotifChangement } from './referent';
import type { GenreEmploi } from './emploi';
import type { MoyenContact } from './silence';
import type { ContratTrouve, MotifSortie } from './sortie';
import type { SituationSuivi } from './suivi-sortie';

/** What people ask of a parcours. Free text has been put aside beforehand: a demande carries only its id. */
export type Demande =
  | {
      readonly type: 'openParcours';
      readonly dispositif: RefDispositif;
      readonly structureId: string;
      readonly zone: CodeZone;
      readonly beneficiaireId: string;
      readonly referentId: string | null;
      readonly orientationNotifieeLe: CivilDate;
      readonly soumisAuxObligations: boolean;
      /** R35 — the parcours that this one continues. */
      readonly precedentId?: string;
      /** R41 — absent: not said yet. */
      readonly publics?: readonly CodePublic[];
      /** R48 — nobody is written to because of the opening. */
      readonly silencieuse?: true;
    }
  /** R13 — decided again before the signature. */
  | { readonly type: 'recordOrientation'; readonly notifieeLe: CivilDate }
  /** R32 — the day of the notification was written down wrong. */
  | { readonly type: 'correctOrientation'; readonly notifieeLe: CivilDate }
  | { readonly type: 'assignReferent'; readonly referentId: string }
  | {
      readonly type: 'changeReferent';
      readonly referentId: string;
      readonly motif: MotifChangement;
      readonly le: CivilDate;
      readonly texteId: string | null;
      /** R23 — the bulk transfer that asks it; null when a person asks for this parcours alone. */
      readonly transfertId: string | null;
    }
  /** R24 — for some days, asked for each parcours of a référent who will be away. */
  | {
      readonly type: 'assignRemplacant';
      readonly remplacementId: string;
      readonly referentId: string;
      readonly du: CivilDate;
      readonly au: CivilDate;
    }
  | { readonly type: 'cancelRemplacement'; readonly remplacementId: string }
  | {
      readonly type: 'signContrat';
      readonly signeLe: CivilDate;
      readonly heures?: Heures;
      readonly objectifs?: readonly Objectif[];
    }
  | {
      readonly type: 'addRendezVous';
      readonly debut: Instant;
      readonly dureeMinutes: number;
      /** R15 — the bilan to hold there, when the person who places it says so. */
      readonly bilan?: number;
    }
  | {
      readonly type: 'moveRendezVous';
      readonly rendezVousId: number;
      readonly debut: Instant;
      readonly dureeMinutes: number | null;
    }
  | { readonly type: 'cancelRendezVous'; readonly rendezVousId: number; readonly par: 'service' | 'personne' }
  | {
      readonly type: 'recordStatut';
      readonly rendezVousId: number;
      readonly statut: StatutRendezVous;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'correctStatut';
      readonly rendezVousId: number;
      readonly statut: StatutRendezVous;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'correctRendezVous';
      readonly rendezVousId: number;
      readonly debut: Instant;
      readonly dureeMinutes: number | null;
    }
  | {
      readonly type: 'recordRendezVous';
      readonly debut: Instant;
      readonly dureeMinutes: number;
      readonly statut: StatutRendezVous;
      readonly texteId: string | null;
    }
  | { readonly type: 'correctContrat'; readonly signeLe: CivilDate }
  | { readonly type: 'correctBilan'; readonly bilan: number; readonly tenuLe: CivilDate }
  | {
      readonly type: 'recordBilan';
      readonly bilan: number;
      readonly tenuLe: CivilDate;
      readonly objectifs: readonly {
        readonly texteId: string;
        readonly atteint: 'oui' | 'en_partie' | 'non';
      }[];
      readonly orientation: OrientationBilan;
    }
  | {
      readonly type: 'pauseParcours';
      readonly motif: MotifPause;
      readonly du: CivilDate;
      /** Last day, included; null when nobody knows it yet. */
      readonly au: CivilDate | null;
    }
  | { readonly type: 'resumeParcours'; readonly le: CivilDate }
  | { readonly type: 'prolongParcours'; readonly jusquAu: CivilDate; readonly texteId: string }
  | {
      readonly type: 'recordContact';
      readonly le: CivilDate;
      readonly moyen: MoyenContact;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'recordEmploi';
      readonly debutLe: CivilDate;
      readonly genre: GenreEmploi;
      readonly finPrevueLe: CivilDate | null;
      readonly texteId: string | null;
    }
  | { readonly type: 'recordFinEmploi'; readonly le: CivilDate; readonly texteId: string | null }
  | {
      readonly type: 'qualifyMotif';
      readonly manquement: number;
      readonly qualification: QualificationMotif;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'recordMotif';
      readonly manquement: number;
      readonly motif: CodeMotif;
      readonly recuLe: CivilDate;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'recordRemobilisation';
      readonly manquement: number;
      readonly le: CivilDate;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'recordSuite';
      readonly manquement: number;
      readonly suite: SuiteSignalement;
      readonly le: CivilDate;
      readonly texteId: string | null;
    }
  | { readonly type: 'recordTransmission'; readonly manquement: number; readonly le: CivilDate }
  | { readonly type: 'confirmSignalement'; readonly manquement: number; readonly texteId: string }
  | {
      readonly type: 'postponeSignalement';
      readonly manquement: number;
      readonly au: CivilDate;
      readonly texteId: string;
    }
  | { readonly type: 'dropSignalement'; readonly manquement: number; readonly texteId: string }
  | { readonly type: 'recordRemise'; readonly courrielCle: string; readonly le: CivilDate }
  | {
      readonly type: 'exitParcours';
      readonly motif: MotifSortie;
      readonly le: CivilDate;
      /** R33 — the contract found, when the exit is a job: its dates give the class of a fixed-term one. */
      readonly emploi?: ContratTrouve | null;
    }
  | {
      readonly type: 'recordSuivi';
      readonly situation: SituationSuivi;
      readonly le: CivilDate;
      readonly texteId: string | null;
    }
  /** R45 — asked of each parcours of a person by the act that erases her. */
  | { readonly type: 'recordEffacement'; readonly raison: RaisonEffacement }
  /** R33 — asked by the core alone, with the act that recorded the death elsewhere. */
  | { readonly type: 'recordDeces'; readonly depuisId: string }
  | { readonly type: 'dropDeces'; readonly texteId: string | null }
  | {
      readonly type: 'reorientParcours';
      /** The parcours that this act opens: its id is chosen by who asks, as for an opening. */
      readonly suivantId: string;
      readonly dispositif: RefDispositif;
      readonly structureId: string;
      readonly zone: CodeZone;
      readonly referentId: string | null;
      readonly orientationNotifieeLe: CivilDate;
      /** Null: as in the parcours that ends. */
      readonly soumisAuxObligations: boolean | null;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'moveEdition';
      readonly dispositif: RefDispositif;
      /** First day that counts for the successor edition. */
      readonly le: CivilDate;
    }
  /** R49 — a professional has read what the person said, named by its rank. */
  | { readonly type: 'recordLecture'; readonly reponse: number }
  /** R42 — what the person accompanied asks herself. */
  | DemandeReponse
  | DemandeEngagement;

/** What the relay answers, once a courriel has left or never will. Comes from the sending activity, never from people. */
export type Constat =
  | { readonly type: 'courriel_accepte'; readonly courrielCle: string }
  | {
      readonly type: 'courriel_refuse';
      readonly raison: RaisonRefus;
      readonly courrielCle: string;
      readonly modele: string;
      readonly rendezVousId: number | null;
      /** R47 — when the relay had accepted it; it came back since. */
      readonly accepteA?: Instant;
    };

export type ConstatDe<T extends Constat['type']> = Extract<Constat, { type: T }>;
export type DemandeDe<T extends Demande['type']> = Extract<Demande, { type: T }>;
