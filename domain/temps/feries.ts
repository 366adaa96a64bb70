import { addJours, type CivilDate } from './jour';
import { memoize } from './memoire';
import { zones, type CodeZone, type Zone } from './zones';

const FIXES = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'] as const;
/** Easter Monday, Ascension, Whit Monday: days after Easter Sunday. */
const MOBILES = [1, 39, 50] as const;

/** Years for which the days below were compared with another source (test/domain/temps). */
export const ANNEES_EPROUVEES = { de: 2024, a: 2032 } as const;

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876, Meeus). */
function paques(annee: number): CivilDate {
  const a = annee % 19;
  const siecle = Math.floor(annee / 100);
  const reste = annee % 100;
  const h =
    (19 * a + siecle - (siecle >> 2) - Math.floor((siecle - Math.floor((siecle + 8) / 25) + 1) / 3) + 15) %
    30;
  const l = (32 + 2 * (siecle % 4) + 2 * (reste >> 2) - h - (reste % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const total = h + l - 7 * m + 114;
  const mois = String(Math.floor(total / 31)).padStart(2, '0');
  const quantieme = String((total % 31) + 1).padStart(2, '0');
  return `${annee}-${mois}-${quantieme}` as CivilDate;
}

/** R03 — the public holidays of a zone for one year (law.md 7.1). */
export const feriesDe = memoize((annee: number, code: CodeZone): ReadonlySet<CivilDate> => {
  const dimanche = paques(annee);
  const { feriesPropres }: Zone = zones[code];
  return new Set<CivilDate>([
    ...FIXES.map((mmjj) => `${annee}-${mmjj}` as CivilDate),
    ...MOBILES.map((n) => addJours(dimanche, n)),
    ...feriesPropres.map((f) =>
      typeof f === 'string' ? (`${annee}-${f}` as CivilDate) : addJours(dimanche, f.paques),
    ),
  ]);
});
