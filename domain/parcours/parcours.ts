import type { RefDispositif } from '../dispositifs/en-vigueur';
import type { Engagement } from '../engagement/engagement';
import type { Manquement } from '../obligations/manquement';
import type { Pause } from '../pauses/pause';
import type { RendezVous } from '../rendez-vous/rendez-vous';
import type { Reponse } from '../reponses/reponse';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';
import type { GenreEmploi } from './emploi';
import type { MoyenContact } from './silence';
import type { ClasseSortie, ContratTrouve, MotifSortie } from './sortie';
import type { SituationSuivi } from './suivi-sortie';
import type { Remplacement } from './lecteur';

/** What a person reads as the stage of the accompaniment. */
export type Etape =
  | 'accueil'
  | 'en_accompagnement'
  | 'en_pause'
  | 'en_emploi'
  | 'plafond_atteint'
  | 'suivi_sortie'
  | 'clos';

/** R32 — the part of a clé that says how often its anchor was put right: counted anew, it is another échéance (house 6). */
export function revisionDite({ revision }: Pick<Contrat, 'revision'>): string {
  return revision === 1 ? '' : `.a${revision}`;
}

export type Contrat = {
  /** 1 when signed, +1 each time its date is put right (R32). */
  readonly revision: number;
  readonly signeLe: CivilDate;
  readonly enregistreA: Instant;
};

/** R02 — the cap as it stands: its last day included, and how many humans' prolongations made it. */
export type Prolongation = {
  readonly jusquAu: CivilDate;
  readonly le: CivilDate;
  /** R20 — pauses known when it was decided: only those declared since move its day. */
  readonly pausesConnues: number;
};

export type OrientationBilan = 'continuer' | 'reviser' | 'changer_de_referent' | 'reorienter' | 'sortir';

export type Bilan = {
  readonly rang: number;
  readonly tenuLe: CivilDate;
  readonly orientation: OrientationBilan;
};

/** R10 — how a month ended, when nobody was seen in it. */
export type CauseMoisManque = 'personne' | 'service' | 'sans_creneau' | 'inconnue';
export type Mois =
  | { readonly issue: 'manque'; readonly cause: CauseMoisManque }
  | { readonly issue: 'a_preciser' }
  | { readonly issue: 'honore' };

/** The tries to find a slot for one period (`accueil`, or a month `mois:3`). */
export type Planification = {
  readonly essais: number;
  readonly dernierEssaiA: Instant;
  /** The last try found no slot. */
  readonly echec: boolean;
  readonly signaleLe: CivilDate | null;
};

/** R18 — what the relay would not take: the address of the person, or the content of the mail. */
export type RaisonRefus = 'adresse_refusee' | 'contenu_refuse';

/** Why a human tells the person on paper; `ouverture_silencieuse`: no mail was wanted (R48). */
export type RaisonLettre = 'sans_adresse' | 'papier' | 'ouverture_silencieuse' | RaisonRefus;

/** A letter that a human must print and hand over, because no mail can reach the person. */
export type LettreAFaire = {
  readonly modele: string;
  readonly raison: RaisonLettre;
  readonly depuis: Instant;
  readonly rendezVousId: number | null;
};

/** R22 — who follows the parcours: the rang-th référent, and the one before. */
export type ReferentDuParcours = {
  readonly id: string;
  readonly depuisA: Instant;
  readonly rang: number;
  readonly avant: string | null;
};

/** R40 — the rang-th job followed; `finLe` null while it holds. */
export type Emploi = {
  readonly rang: number;
  readonly debutLe: CivilDate;
  readonly genre: GenreEmploi;
  readonly finPrevueLe: CivilDate | null;
  readonly finLe: CivilDate | null;
};

/** The whole state of one accompaniment: the fold of its journal, and nothing else. Survives JSON. */
export type Parcours = {
  readonly id: string;
  /** The form of this state (forme.ts). */
  readonly forme: number;
  readonly rang: number;
  readonly dernierFaitA: Instant;
  readonly dispositif: RefDispositif;
  /** R36 — the editions for which it has counted, each from a day on; the last is `dispositif`. */
  readonly editions: readonly { readonly dispositif: RefDispositif; readonly du: CivilDate }[];
  /** R35 — the parcours that this one continues, and the one that continues it. */
  readonly precedentId: string | null;
  readonly suivantId: string | null;
  readonly structureId: string;
  readonly zone: CodeZone;
  readonly beneficiaireId: string;
  readonly ouvertA: Instant;
  /** R48 — nobody is written to because of the opening; absent: as usual. */
  readonly ouvertureSilencieuse?: true;
  readonly soumisAuxObligations: boolean;
  /** R13 — the rang-th decision of orientation; `connueLe` is the day on which it was recorded here. */
  readonly orientation: {
    readonly rang: number;
    readonly notifieeLe: CivilDate;
    readonly connueLe: CivilDate;
  };
  readonly referent: ReferentDuParcours | null;
  readonly remplacements: readonly Remplacement[];
  readonly contrat: Contrat | null;
  readonly rendezVous: readonly RendezVous[];
  readonly planifications: Readonly<Record<string, Planification>>;
  readonly mois: Readonly<Record<number, Mois>>;
  readonly bilans: readonly Bilan[];
  /** R38 — news of the person outside the appointments. */
  readonly contacts: readonly { readonly le: CivilDate; readonly moyen: MoyenContact }[];
  /** R40 — the jobs followed, one after the other. */
  readonly emplois: readonly Emploi[];
  /** R19 — by first day; they never overlap. */
  readonly pauses: readonly Pause[];
  readonly plafondAtteintA: Instant | null;
  readonly prolongations: readonly Prolongation[];
  readonly manquements: readonly Manquement[];
  /** R25–R29 — the contrat, version by version, and what was agreed. */
  readonly engagement: Engagement;
  /** R42 — what the person said by the links of her mails, in order. */
  readonly reponses: readonly Reponse[];
  readonly lettres: Readonly<Record<string, LettreAFaire>>;
  /** Clés already honoured or dropped: at most once, for ever. */
  readonly echues: Readonly<Record<string, 1>>;
  readonly sortie: {
    readonly motif: MotifSortie;
    readonly classe: ClasseSortie;
    readonly le: CivilDate;
    readonly emploi: ContratTrouve | null;
  } | null;
  /** R33 — a death recorded in another parcours of the person, until a human has decided here. */
  readonly decesSignale: { readonly a: Instant; readonly depuisId: string } | null;
  /** R34 — the situation six months after the exit: when it was asked, what was answered. */
  readonly suiviSortie: {
    readonly demandeLe: CivilDate | null;
    readonly reponse: { readonly situation: SituationSuivi; readonly le: CivilDate } | null;
  };
  /** R45 — since when nothing here says who she was; absent until then. */
  readonly effaceeLe?: CivilDate;
};

export function etapeOf(p: Parcours): Etape {
  if (p.effaceeLe !== undefined) return 'clos';
  if (p.sortie !== null)
    return p.suiviSortie.demandeLe !== null && p.suiviSortie.reponse === null ? 'suivi_sortie' : 'clos';
  if (p.pauses.some(({ etat }) => etat === 'en_cours')) return 'en_pause';
  if (p.emplois.at(-1)?.finLe === null) return 'en_emploi';
  if (p.plafondAtteintA !== null) return 'plafond_atteint';
  return p.contrat === null ? 'accueil' : 'en_accompagnement';
}

export const libellesEtape = {
  accueil: 'Accueil, contrat à signer',
  en_accompagnement: 'En accompagnement',
  en_pause: 'En pause',
  en_emploi: 'En emploi, suivi jusqu’à ce qu’il tienne',
  plafond_atteint: 'Durée maximale atteinte, décision à prendre',
  suivi_sortie: 'Clos, situation à six mois à recueillir',
  clos: 'Clos',
} as const satisfies Record<Etape, string>;
