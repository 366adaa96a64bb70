/** A point of time, ISO 8601 in UTC with milliseconds (`2025-01-31T06:30:00.000Z`). Compares and sorts as text. */
export type Instant = string & { readonly __instant: unique symbol };

export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

export function epochMsOf(instant: Instant): number {
  return Date.parse(instant);
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantOf(epochMsOf(instant) + minutes * 60_000);
}

export function minutesBetween(de: Instant, a: Instant): number {
  return (epochMsOf(a) - epochMsOf(de)) / 60_000;
}

/** Reads any ISO 8601 instant that carries its offset; anything else gives `null`. */
export function findInstant(texte: string): Instant | null {
  if (!/T.*(Z|[+-]\d{2}:?\d{2})$/i.test(texte)) return null;
  const ms = Date.parse(texte);
  return Number.isNaN(ms) ? null : instantOf(ms);
}
