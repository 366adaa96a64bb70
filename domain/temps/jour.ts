import { Temporal as Civil } from 'temporal-polyfill';
import { memoize } from './memoire';

/** A day of the civil calendar, `AAAA-MM-JJ`. Compares and sorts as text. */
export type CivilDate = string & { readonly __jour: unique symbol };

/** A length counted as the law counts: months first, then days (art. 641 CPC). */
export type Duree = { readonly mois?: number; readonly jours?: number };

const FORME = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a day written by a person or a file; anything that is not a day of the calendar gives `null`. */
export function findCivilDate(texte: string): CivilDate | null {
  if (!FORME.test(texte)) return null;
  const [annee, mois, jour] = texte.split('-').map(Number) as [number, number, number];
  if (annee < 1900 || annee > 2199 || mois < 1 || mois > 12 || jour < 1) return null;
  return jour <= new Civil.PlainYearMonth(annee, mois).daysInMonth ? (texte as CivilDate) : null;
}

/** A day that the code itself writes (tables, editions, tests). */
export function jour(texte: `${number}-${number}-${number}`): CivilDate {
  return Civil.PlainDate.from(texte).toString() as CivilDate;
}

/**
 * R37 — art. 641 CPC: a month ends on the same day number, or on the last day of the month; months are added
 * before days. Negative lengths count backwards.
 */
export function addDuree(depart: CivilDate, duree: Duree): CivilDate {
  const apresMois = duree.mois === undefined ? depart : addMois(depart, duree.mois);
  return duree.jours === undefined ? apresMois : addJours(apresMois, duree.jours);
}

const addMois = memoize((depart: CivilDate, mois: number) => {
  return Civil.PlainDate.from(depart)
    .add({ months: mois }, { overflow: 'constrain' })
    .toString() as CivilDate;
});

const MS_PAR_JOUR = 86_400_000;

/** The rank of a day on the civil calendar, where every day has the same length whatever the clocks do. */
const rangOf = memoize((le: CivilDate) => Date.parse(le) / MS_PAR_JOUR);
const jourOfRang = memoize(
  (rang: number) => new Date(rang * MS_PAR_JOUR).toISOString().slice(0, 10) as CivilDate,
);

export function addJours(depart: CivilDate, jours: number): CivilDate {
  return jourOfRang(rangOf(depart) + jours);
}

/** Days from one date to another; negative when `a` comes first. */
export function joursEntre(de: CivilDate, a: CivilDate): number {
  return rangOf(a) - rangOf(de);
}

/** 1 for Monday … 7 for Sunday. */
export function jourDeSemaine(le: CivilDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // 1970-01-01 was a Thursday.
  return (((((rangOf(le) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

export function plusTard(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

export function plusTot(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}
