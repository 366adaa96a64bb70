import { decale } from '../pauses/pause';
import type { Parcours } from '../parcours/parcours';
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
export const statutsRendezVous: readonly StatutRendezVous[] = ['honore', 'excuse', 'absent'];
/** `retire`: it should never have been asked for (R32); it counts for nothing. */
export type IssueRendezVous = StatutRendezVous | 'annule_service' | 'annule_personne' | 'retire';

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
  /** `corrige`: an earlier status has been put right, the same day or since. */
  readonly issue: {
    readonly statut: IssueRendezVous;
    readonly a: Instant;
    readonly corrige: boolean;
  } | null;
  /** R22, R24 — since when it waits for a human to find it another moment; null: it stands. */
  readonly aReplacerDepuis: Instant | null;
  /** R32 — entered, or its day put right, once it was over: it holds no slot of the agenda. */
  readonly apresCoup: boolean;
  /** R48 — no convocation left: the day on which the person was told; null or absent: convoked as usual. */
  readonly silence?: { readonly prevenueLe: CivilDate | null } | null;
  /** Where it stood before it was moved: the month it left may need another one. */
  readonly anciens: readonly { readonly debut: Instant; readonly a: Instant }[];
};

/** Cancelled or withdrawn: nobody is expected, nobody was. */
export function estAnnule({ issue }: Pick<RendezVous, 'issue'>): boolean {
  const statut = issue?.statut;
  return statut === 'annule_service' || statut === 'annule_personne' || statut === 'retire';
}

export function clePeriode(periode: Periode): string {
  return periode.quoi === 'accueil' ? 'accueil' : `mois:${periode.mois}`;
}

export function cleRendezVous(rdv: Pick<RendezVous, 'id' | 'revision'>): string {
  return `rdv:${rdv.id}.${rdv.revision}`;
}

/** The anchor and the days that do not count: all that the months of a parcours depend on. */
export type Ancre = {
  readonly signeLe: CivilDate;
  readonly pauses: Parcours['pauses'];
};

export function ancreOf(p: Pick<Parcours, 'contrat' | 'pauses'>): Ancre | null {
  return p.contrat === null ? null : { signeLe: p.contrat.signeLe, pauses: p.pauses };
}

/** R01, R20 — the last day of month n: A + n months, moved by the pauses; always from the anchor. */
function finDuMois({ signeLe, pauses }: Ancre, n: number): CivilDate {
  return decale(pauses, signeLe, addDuree(signeLe, { mois: n }));
}

/** R01 — month n runs from the day after month n − 1 to A + n months included, always from the anchor. */
export function moisOf(ancre: Ancre, n: number): { readonly du: CivilDate; readonly au: CivilDate } {
  const veille = n === 1 ? ancre.signeLe : finDuMois(ancre, n - 1);
  return { du: addJours(veille, 1), au: finDuMois(ancre, n) };
}

/** R01 — the month in which a day lies, from the anchor: 1 for the first, 0 or less before. */
export function rangDuMois(ancre: Ancre, le: CivilDate): number {
  let rang = rangSansPause(ancre.signeLe, le);
  while (rang > 1 && le <= finDuMois(ancre, rang - 1)) rang -= 1;
  return rang;
}

const rangSansPause = memoize((signeLe: CivilDate, le: CivilDate): number => {
  const [a1, m1] = signeLe.split('-').map(Number) as [number, number];
  const [a2, m2] = le.split('-').map(Number) as [number, number];
  const ecart = (a2 - a1) * 12 + (m2 - m1);
  return le > addDuree(signeLe, { mois: ecart }) ? ecart + 1 : ecart;
});

/** The part of month n that lies before the cap, or null when none does (R08: never after the cap). */
export function moisSousPlafond(
  ancre: Ancre,
  n: number,
  plafond: CivilDate,
): { readonly du: CivilDate; readonly au: CivilDate } | null {
  const { du, au } = moisOf(ancre, n);
  return du > plafond ? null : { du, au: plusTot(au, plafond) };
}
