import type { FaitEffacement } from '../conservation/effacement';
import type { RefDispositif } from '../dispositifs/en-vigueur';
import type { FaitManquement } from '../obligations/faits-manquement';
import type { LettreDe } from '../obligations/manquement';
import type { FaitPause } from '../pauses/faits-pause';
import type { CodePublic } from '../engagement/codes';
import type { Heures, Objectif } from '../engagement/engagement';
import type { FaitEngagement } from '../engagement/faits-engagement';
import type { FaitLecture, FaitReponse } from '../reponses/reponse';
import type { FaitRendezVous } from '../rendez-vous/faits-rendez-vous';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';
import type { CodeAvis, RoleProfessionnel } from './avis';
import type { FaitEmploi } from './faits-emploi';
import type { FaitSortie } from './faits-sortie';
import type { OrientationBilan, RaisonLettre } from './parcours';
import type { MotifChangement } from './referent';

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
  | 'orientation_nouvelle'
  | 'deces_signale'
  | 'personne_effacee'
  | 'preference';

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
      /** R48 — nobody is written to because of the opening. */
      readonly silencieuse?: true;
    }
  /** R13 — a new decision of orientation before the signature: a fresh month to sign. */
  | { readonly type: 'orientation_notifiee'; readonly notifieeLe: CivilDate }
  /** R32 — the day of the last notification, put right. */
  | { readonly type: 'orientation_corrigee'; readonly notifieeLe: CivilDate }
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
      readonly type: 'contrat_corrige';
      readonly signeLe: CivilDate;
      /** Appointments still to come at which a bilan is held, or is not any more, under the right date. */
      readonly bilans: readonly { readonly rendezVousId: number; readonly bilan: number | null }[];
      readonly dite: boolean;
    }
  | { readonly type: 'bilan_corrige'; readonly bilan: number; readonly tenuLe: CivilDate }
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
  | { readonly type: 'parcours_prolonge'; readonly jusquAu: CivilDate; readonly texteId: string }
  | {
      readonly type: 'lettre_a_faire';
      readonly courrielCle: string;
      readonly modele: string;
      readonly raison: RaisonLettre;
      readonly rendezVousId: number | null;
      /** R47 — accepted by the relay that day, the mail came back: the letter of a ladder, if it is one, that nobody received. */
      readonly revenu?: { readonly accepteLe: CivilDate; readonly lettre: LettreDe | null };
    }
  | {
      readonly type: 'remise_constatee';
      readonly courrielCle: string;
      readonly le: CivilDate;
      readonly preuve: 'relais' | 'saisie';
      readonly lettre: LettreDe | null;
    }
  | { readonly type: 'courriel_abandonne'; readonly courrielCle: string; readonly raison: RaisonAbandon }
  | FaitRendezVous
  | FaitPause
  | FaitManquement
  | FaitSortie
  | FaitEmploi
  | FaitReponse
  | FaitLecture
  | FaitEffacement
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
