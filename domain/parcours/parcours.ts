import type { RefDispositif } from '../dispositifs/en-vigueur';
import type { Manquement } from '../obligations/manquement';
import type { RendezVous } from '../rendez-vous/rendez-vous';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';
import type { MotifSortie } from './sortie';

/** What a person reads as the stage of the accompaniment. */
export type Etape = 'accueil' | 'en_accompagnement' | 'plafond_atteint' | 'clos';

export type Contrat = {
  readonly signeLe: CivilDate;
  readonly enregistreA: Instant;
};

/** R02 — the cap as it stands: its last day included, and how many humans' prolongations made it. */
export type Prolongation = { readonly jusquAu: CivilDate; readonly le: CivilDate };

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

/** A letter that a human must print and hand over, because no mail can reach the person. */
export type LettreAFaire = {
  readonly modele: string;
  readonly raison: 'sans_adresse' | RaisonRefus;
  readonly depuis: Instant;
  readonly rendezVousId: number | null;
};

/** The whole state of one accompaniment: the fold of its journal, and nothing else. Survives JSON. */
export type Parcours = {
  readonly id: string;
  readonly rang: number;
  readonly dernierFaitA: Instant;
  readonly dispositif: RefDispositif;
  readonly structureId: string;
  readonly zone: CodeZone;
  readonly beneficiaireId: string;
  readonly ouvertA: Instant;
  readonly soumisAuxObligations: boolean;
  readonly orientation: { readonly rang: number; readonly notifieeLe: CivilDate };
  readonly referent: { readonly id: string; readonly depuisA: Instant } | null;
  readonly contrat: Contrat | null;
  readonly rendezVous: readonly RendezVous[];
  readonly planifications: Readonly<Record<string, Planification>>;
  readonly mois: Readonly<Record<number, Mois>>;
  readonly bilans: readonly Bilan[];
  readonly plafondAtteintA: Instant | null;
  readonly prolongations: readonly Prolongation[];
  readonly manquements: readonly Manquement[];
  readonly lettres: Readonly<Record<string, LettreAFaire>>;
  /** Clés already honoured or dropped: at most once, for ever. */
  readonly echues: Readonly<Record<string, 1>>;
  readonly sortie: { readonly motif: MotifSortie; readonly le: CivilDate } | null;
};

export function etapeOf(p: Parcours): Etape {
  if (p.sortie !== null) return 'clos';
  if (p.plafondAtteintA !== null) return 'plafond_atteint';
  return p.contrat === null ? 'accueil' : 'en_accompagnement';
}

export const libellesEtape = {
  accueil: 'Accueil, contrat à signer',
  en_accompagnement: 'En accompagnement',
  plafond_atteint: 'Durée maximale atteinte, décision à prendre',
  clos: 'Clos',
} as const satisfies Record<Etape, string>;
