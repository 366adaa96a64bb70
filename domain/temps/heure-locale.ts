import { Temporal as Civil } from 'temporal-polyfill';
import { instantOf, epochMsOf, type Instant } from './instant';
import type { CivilDate } from './jour';
import { memoize } from './memoire';
import { zones, type CodeZone } from './zones';

/** An hour of the day on the wall, `HH:MM`. */
export type Heure = `${number}:${number}`;

/**
 * The instant at which a clock on the wall of the zone shows that hour. Where clocks go forward the hour that
 * does not exist is read later, where they go back the first of the two is taken ("compatible").
 */
export const instantAt = memoize((le: CivilDate, heure: Heure, zone: CodeZone): Instant => {
  return instantOf(epochMsAt(le, heure, zone));
});

/** The civil day on the wall of the zone. */
export const jourAt = memoize((instant: Instant, zone: CodeZone): CivilDate => {
  return localOf(instant, zone).slice(0, 10) as CivilDate;
});

/** The hour on the wall of the zone, `HH:MM`. */
export function heureAt(instant: Instant, zone: CodeZone): Heure {
  return localOf(instant, zone).slice(11, 16) as Heure;
}

export function minutesOf(heure: Heure): number {
  const [h, m] = heure.split(':').map(Number) as [number, number];
  return h * 60 + m;
}

export function heureOf(minutes: number): Heure {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as Heure;
}

function epochMsAt(le: CivilDate, heure: Heure, zone: CodeZone): number {
  return Civil.PlainDateTime.from(`${le}T${heure}`).toZonedDateTime(zones[zone].fuseau, {
    disambiguation: 'compatible',
  }).epochMilliseconds;
}

const QUART = 900_000;

/** The offset changes only on quarters of an hour: asked once per quarter and zone. */
const decalage = memoize((quart: number, fuseau: string): number => {
  const instant = Civil.Instant.fromEpochMilliseconds(quart * QUART);
  return instant.toZonedDateTimeISO(fuseau).offsetNanoseconds / 1_000_000;
});

function localOf(instant: Instant, zone: CodeZone): string {
  const ms = epochMsOf(instant);
  return new Date(ms + decalage(Math.floor(ms / QUART), zones[zone].fuseau)).toISOString();
}
