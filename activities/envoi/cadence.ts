const MINUTE_MS = 60_000;

/** At most so many mails a minute to one domain; zero: as many as there are places for. */
export type Cadence = {
  /** Takes one of the departures of this minute; false: all are taken. */
  readonly take: (domaine: string) => boolean;
};

/** Departures of the last minute, by domain: whoever comes when they are all taken tries again a minute later. */
export function createCadence(parMinute: number): Cadence {
  const departs = new Map<string, number[]>();
  return {
    take(domaine) {
      if (parMinute === 0) return true;
      const maintenant = performance.now();
      for (const [connu, lus] of departs) {
        const recents = lus.filter((a) => a > maintenant - MINUTE_MS);
        if (recents.length === 0) departs.delete(connu);
        else departs.set(connu, recents);
      }
      const recents = departs.get(domaine) ?? [];
      if (recents.length >= parMinute) return false;
      departs.set(domaine, [...recents, maintenant]);
      return true;
    },
  };
}
