import type { Jours } from '../rendez-vous/agenda';
import { addJoursOuvres } from '../temps/calendrier';
import type { CodeZone } from '../temps/zones';
import { addJours, joursEntre, plusTard, plusTot, type CivilDate } from '../temps/jour';

/** R19 — why an accompaniment stops for a time: coded, never a diagnosis. */
export const motifsPause = {
  maladie: 'Maladie',
  maternite: 'Maternité, paternité ou adoption',
  proche: 'Aide à un proche',
  detention: 'Détention',
  autre: 'Autre raison',
} as const;

export type MotifPause = keyof typeof motifsPause;
export const codesMotifPause = Object.keys(motifsPause) as [MotifPause, ...MotifPause[]];

export type Pause = {
  readonly id: number;
  readonly motif: MotifPause;
  readonly du: CivilDate;
  /** Last day, included; null while nobody knows it. Before `du`, the pause was given up. */
  readonly au: CivilDate | null;
  readonly declareeLe: CivilDate;
  /** `finie` once its end has been lived and told, or when it was given up. */
  readonly etat: 'a_venir' | 'en_cours' | 'finie';
};

type Periodes = readonly Pick<Pause, 'du' | 'au'>[];

/**
 * R20 — a deadline counted from `base` (that day not counted) moves by the days paused before it comes. An open
 * pause moves nothing yet: what lies in it or after it waits (`echeancier`).
 */
export function decale(pauses: Periodes, base: CivilDate, brut: CivilDate): CivilDate {
  let fin = brut;
  for (const { du, au } of pauses) {
    if (au === null || au < du || au <= base) continue;
    if (du > fin) break;
    fin = addJours(fin, joursEntre(plusTard(du, addJours(base, 1)), au) + 1);
  }
  return fin;
}

/** R20 — the n-th working day strictly after `le`, the days of a pause that has an end left out. */
export function addJoursOuvresHorsPause(
  pauses: Periodes,
  le: CivilDate,
  n: number,
  zone: CodeZone,
): CivilDate {
  const couvertes = pauses.filter(({ au }) => au !== null && au > le);
  if (couvertes.length === 0) return addJoursOuvres(le, n, zone);
  let courant = le;
  for (let reste = n; reste > 0;) {
    courant = addJoursOuvres(courant, 1, zone);
    if (!couvertes.some(({ du, au }) => au !== null && du <= courant && courant <= au)) reste -= 1;
  }
  return courant;
}

/** R19 — that day, or the nearest one after it (or before it) that no pause covers; null under one without an end. */
export function findJourHorsPause(
  pauses: readonly Pause[],
  le: CivilDate,
  sens: 'apres' | 'avant',
): CivilDate | null {
  const pause = findPauseDu(pauses, le);
  if (pause === null) return le;
  if (sens === 'avant') return findJourHorsPause(pauses, addJours(pause.du, -1), sens);
  return pause.au === null ? null : findJourHorsPause(pauses, addJours(pause.au, 1), sens);
}

/** The part of a clé that says how far pauses moved its day: moved again, it is another échéance (house 6). */
export function decalageOf(brut: CivilDate, decalee: CivilDate): string {
  return brut === decalee ? '' : `+${joursEntre(brut, decalee)}`;
}

export function findPauseDu(pauses: readonly Pause[], le: CivilDate): Pause | null {
  return pauses.find(({ du, au }) => du <= le && (au === null || le <= au)) ?? null;
}

/**
 * R20 — days of accompaniment left from the day after `le` to `fin`, included: days of pause do not count, and
 * while a pause is open they stand still. Negative once it is over.
 */
export function joursRestants(pauses: Periodes, le: CivilDate, fin: CivilDate): number {
  const ouverte = pauses.find(({ du, au }) => au === null && du <= le);
  const depuis = ouverte === undefined ? le : addJours(ouverte.du, -1);
  const perdus = pauses.reduce((total, { du, au }) => {
    const dernier = plusTot(au ?? depuis, fin);
    return total + Math.max(0, joursEntre(plusTard(du, addJours(depuis, 1)), dernier) + 1);
  }, 0);
  return joursEntre(depuis, fin) - perdus;
}

/** The pause that a clé names: `pause:1:declaree`. */
export function findPause(p: { readonly pauses: readonly Pause[] }, cle: string): Pause | null {
  return p.pauses.find(({ id }) => id === Number(cle.split(':')[1])) ?? null;
}

/** The days of the pauses, for an agenda: an open one has no end. */
export function joursEnPause(pauses: readonly Pause[]): readonly Jours[] {
  return pauses.map(({ du, au }) => ({ du, au: au ?? SANS_FIN }));
}

/** Stands for the end of an open pause where a day is needed. */
export const SANS_FIN = '2199-12-31' as CivilDate;

/** What is shown while someone is away: the pause that holds today, or the next one. */
export function pauseActuelle(pauses: readonly Pause[]): Pause | null {
  return (
    pauses.find(({ etat }) => etat === 'en_cours') ?? pauses.find(({ etat }) => etat === 'a_venir') ?? null
  );
}
