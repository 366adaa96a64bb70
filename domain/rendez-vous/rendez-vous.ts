import { addDuree, addJours, plusTot, type CivilDate } from '../temps/jour';
import { memoize } from '../temps/memoire';
import type { Instant } from '../temps/instant';

/** A period of a référent's agenda; `permanenceId` is null for an appointment that a human placed elsewhere. */
export type Creneau = {
  readonly debut: Instant;
  readonly fin: Instant;
  readonly permanenceId: string | null;
};

/** What an appointment is held for: drawing up the contrat, or one month of the parcours. */
export type Periode = { readonly quoi: 'accueil' } | { readonly quoi: 'mois'; readonly mois: number };

/** law.md 3.2 — `null` is "à préciser": only a person can say what happened. */
export type StatutRendezVous = 'honore' | 'excuse' | 'absent';
export type IssueRendezVous = StatutRendezVous | 'annule_service' | 'annule_personne';

export type RendezVous = {
  readonly id: number;
  /** 1 for the first convocation, +1 at each move: part of every clé about this appointment (house 6). */
  readonly revision: number;
  readonly creneau: Creneau;
  readonly referentId: string;
  readonly origine: 'jalons' | 'referent';
  /** The bilan held at this appointment, when there is one (R15). */
  readonly bilan: number | null;
  readonly convoqueA: Instant;
  readonly issue: { readonly statut: IssueRendezVous; readonly a: Instant } | null;
  /** R22, R24 — since when it waits for a human to find it another moment; null: it stands. */
  readonly aReplacerDepuis: Instant | null;
  /** Where it stood before it was moved: the month it left may need another one. */
  readonly anciens: readonly { readonly debut: Instant; readonly a: Instant }[];
};

export function clePeriode(periode: Periode): string {
  return periode.quoi === 'accueil' ? 'accueil' : `mois:${periode.mois}`;
}

export function cleRendezVous(rdv: Pick<RendezVous, 'id' | 'revision'>): string {
  return `rdv:${rdv.id}.${rdv.revision}`;
}

/** R01 — month n runs from the day after A + (n−1) months to A + n months included, always from the anchor. */
export function moisOf(signeLe: CivilDate, n: number): { readonly du: CivilDate; readonly au: CivilDate } {
  return { du: addJours(addDuree(signeLe, { mois: n - 1 }), 1), au: addDuree(signeLe, { mois: n }) };
}

/** R01 — the month in which a day lies, from the anchor: 1 for the first, 0 or less before. */
export const rangDuMois = memoize((signeLe: CivilDate, le: CivilDate): number => {
  const [a1, m1] = signeLe.split('-').map(Number) as [number, number];
  const [a2, m2] = le.split('-').map(Number) as [number, number];
  const ecart = (a2 - a1) * 12 + (m2 - m1);
  return le > addDuree(signeLe, { mois: ecart }) ? ecart + 1 : ecart;
});

/** The part of month n that lies before the cap, or null when none does (R08: never after the cap). */
export function moisSousPlafond(
  signeLe: CivilDate,
  n: number,
  plafond: CivilDate,
): { readonly du: CivilDate; readonly au: CivilDate } | null {
  const { du, au } = moisOf(signeLe, n);
  return du > plafond ? null : { du, au: plusTot(au, plafond) };
}
