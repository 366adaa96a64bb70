import type { Periode } from '../rendez-vous/rendez-vous';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { CodeAvis, RoleProfessionnel } from './avis';

/** The duties of the system, one named activity each (house 1). Their order settles what is due at the same instant. */
export const natures = [
  'pause',
  'plafond',
  'mois',
  'rendez_vous',
  'manquement',
  'rappel',
  'statut',
  'contrat',
  'bilan',
  'fenetre',
  'silence',
  'emploi',
  'suivi_sortie',
  'point_legal',
  'engagement',
] as const;
export type Nature = (typeof natures)[number];

/** What honouring means. `avertir` writes one line for professionals; the others have an effect of their own. */
export type Geste =
  | { readonly geste: 'planifier'; readonly periode: Periode }
  | { readonly geste: 'rappeler'; readonly rendezVousId: number; readonly jours: number }
  | {
      readonly geste: 'avertir';
      readonly avis: CodeAvis;
      readonly pour: readonly RoleProfessionnel[];
      readonly rendezVousId: number | null;
    }
  | { readonly geste: 'compter'; readonly mois: number }
  | { readonly geste: 'annoncer_bilan'; readonly bilan: number; readonly aTenirLe: CivilDate }
  | {
      readonly geste: 'annoncer_point';
      readonly version: number;
      readonly mois: number;
      readonly aTenirLe: CivilDate;
    }
  | { readonly geste: 'constater_plafond'; readonly dernierJour: CivilDate }
  | { readonly geste: 'commencer_pause'; readonly pause: number }
  | { readonly geste: 'annoncer_reprise'; readonly pause: number }
  | { readonly geste: 'demander_motif'; readonly manquement: number }
  | { readonly geste: 'relancer'; readonly manquement: number }
  | { readonly geste: 'proposer_signalement'; readonly manquement: number; readonly proposition: number }
  | { readonly geste: 'demander_suivi'; readonly fois: 1 | 2 };

/** Something that time brings. Honoured at most once, by its clé (house 6). */
export type Echeance = {
  readonly nature: Nature;
  readonly cle: string;
  readonly duLe: CivilDate;
  readonly a: Instant;
  /** Reminders of one series: when several are due at once, only the last one is still worth saying. */
  readonly serie: string | null;
} & Geste;

const PERISSABLES: ReadonlySet<Nature> = new Set(['contrat', 'bilan', 'rappel', 'point_legal', 'engagement']);

/** Honouring these needs a free slot, hence the référent's agenda under its lock. */
export function needsAgenda(e: Pick<Echeance, 'geste'>): boolean {
  return e.geste === 'planifier';
}

/**
 * R02, R13 — born already past, these are dropped and journaled instead of honoured: what would have been said
 * before the act was recorded is not said any more.
 */
export function estPerissable(e: Echeance): boolean {
  if (e.nature === 'plafond') return e.geste === 'avertir';
  if (e.nature === 'fenetre') return e.geste === 'avertir' && e.avis === 'fenetre_proche';
  if (e.nature === 'emploi') return e.geste === 'avertir' && e.avis === 'emploi_a_suivre';
  return PERISSABLES.has(e.nature);
}

export function compareEcheances(x: Echeance, y: Echeance): number {
  if (x.a !== y.a) return x.a < y.a ? -1 : 1;
  if (x.nature !== y.nature) return natures.indexOf(x.nature) - natures.indexOf(y.nature);
  return compareCles(x.cle, y.cle);
}

/** Month 9 before month 10: at the first part that differs, two numbers compare as numbers. */
function compareCles(x: string, y: string): number {
  const [a, b] = [x.split(':'), y.split(':')];
  const i = a.findIndex((partie, rang) => partie !== b[rang]);
  const ecart = Number(a[i]) - Number(b[i]);
  return Number.isNaN(ecart) || ecart === 0 ? (x < y ? -1 : x > y ? 1 : 0) : ecart;
}
