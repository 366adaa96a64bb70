import type { RefDispositif } from '../../domain/dispositifs/en-vigueur';
import type { Acteur } from '../../domain/parcours/faits';
import type { Instant } from '../../domain/temps/instant';
import type { CivilDate } from '../../domain/temps/jour';
import type { CodeZone } from '../../domain/temps/zones';
import type { Coordonnees } from '../annuaire/beneficiaires.prisma';

/** `lecture`: the file is being read. `apercu`: nothing is done before a person confirms. */
export type EtatImport = 'lecture' | 'apercu' | 'en_cours' | 'fini';

/**
 * What becomes of one row: the person is listed (`a_inscrire` → `a_ouvrir`), then her parcours opens, in one
 * transaction with the note that it has (`faite`). A row that is set aside has its reasons.
 */
export type EtatLigne = 'a_inscrire' | 'a_ouvrir' | 'faite' | 'rejetee';
export type Verdict = 'cree' | 'corrige' | 'inchange' | 'rejete';

/** Why a row is set aside, column by column, in French. The column is empty when the whole row is. */
export type Raison = { readonly colonne: string; readonly raison: string };

type Ouverture = {
  readonly dispositif: RefDispositif;
  readonly orientationNotifieeLe: CivilDate;
  readonly soumisAuxObligations: boolean;
  readonly contratSigneLe: CivilDate | null;
};

/** A row as it was read: its structure by its code, its référent by his address. */
export type LigneALire = Coordonnees &
  Ouverture & { readonly idExterne: string; readonly structure: string; readonly referent: string | null };

/** The same, once what it names has been found. */
export type Saisie = Coordonnees &
  Ouverture & {
    readonly idExterne: string;
    readonly structureId: string;
    readonly zone: CodeZone;
    readonly referentId: string | null;
    /** The id that she gets if nobody knows her; absent: drawn when she is listed. */
    readonly beneficiaireId?: string;
  };

export type LigneImport = {
  readonly numero: number;
  readonly cellules: readonly string[];
  readonly idExterne: string | null;
  readonly saisie: Saisie | null;
  readonly verdict: Verdict;
  readonly etat: EtatLigne;
  readonly raisons: readonly Raison[];
  /** Its place among the openings of its référent, from 0: what spreads them (etalement.ts). */
  readonly rang: number;
};

export type NouvelImport = {
  readonly id: string;
  readonly par: Acteur;
  readonly colonnes: readonly string[];
  /** Openings a working day, for each référent; 0: all at once. */
  readonly parJour: number;
  /** R48 — nobody is written to because of the openings. */
  readonly silencieux: boolean;
};

/** Where an import stands, counted. */
export type ImportSuivi = Omit<NouvelImport, 'colonnes'> & {
  readonly etat: EtatImport;
  readonly colonnes: readonly string[];
  readonly creeA: Instant;
  readonly finiA: Instant | null;
  readonly total: number;
  readonly crees: number;
  readonly corriges: number;
  readonly inchanges: number;
  readonly rejetes: number;
  readonly aInscrire: number;
  readonly aOuvrir: number;
  /** The last opening planned; null before the confirmation, or when none waits. */
  readonly derniereOuvertureA: Instant | null;
  /** Working days over which the openings are spread. */
  readonly jours: number;
};

/** Days during which the rows of an import are kept after its end, or after it was read when nobody confirmed it. */
export const GARDE_JOURS = 30;
export const PAR_JOUR = 10;
