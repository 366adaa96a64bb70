import { feriesDe } from './feries';
import { addJours, jourDeSemaine, type CivilDate } from './jour';
import { memoize } from './memoire';
import type { CodeZone } from './zones';

/** R03 — Monday to Friday, except the public holidays of the zone. */
export const estOuvre = memoize((le: CivilDate, zone: CodeZone): boolean => {
  return jourDeSemaine(le) <= 5 && !feriesDe(Number(le.slice(0, 4)), zone).has(le);
});

/** R03 — the n-th working day strictly after `le` (n ≥ 1). */
export const addJoursOuvres = memoize((le: CivilDate, n: number, zone: CodeZone): CivilDate => {
  let courant = le;
  for (let reste = n; reste > 0;) {
    courant = addJours(courant, 1);
    if (estOuvre(courant, zone)) reste -= 1;
  }
  return courant;
});

/** R04, R37 — a deadline for a person's act moves to the next working day, in the person's favour (art. 642 CPC). */
export function reporteAuJourOuvre(le: CivilDate, zone: CodeZone): CivilDate {
  return estOuvre(le, zone) ? le : addJoursOuvres(le, 1, zone);
}

/** R05 — what is counted backwards is done on the last working day before. */
export function avanceAuJourOuvre(le: CivilDate, zone: CodeZone): CivilDate {
  let courant = le;
  while (!estOuvre(courant, zone)) courant = addJours(courant, -1);
  return courant;
}

/** R05 — n calendar days before a deadline, then the last working day before. */
export function joursAvant(echeance: CivilDate, n: number, zone: CodeZone): CivilDate {
  return avanceAuJourOuvre(addJours(echeance, -n), zone);
}
