import fc from 'fast-check';
import {
  addJoursOuvres,
  avanceAuJourOuvre,
  estOuvre,
  joursAvant,
  reporteAuJourOuvre,
} from '../../../domain/temps/calendrier';
import { addDuree, addJours, jour } from '../../../domain/temps/jour';
import { codesZone } from '../../../domain/temps/zones';

const zones = fc.constantFrom(...codesZone);
const jours = fc.integer({ min: 0, max: 5000 }).map((n) => addJours(jour('2024-01-01'), n));

test('R03 — du lundi au vendredi, sauf les fêtes de la zone', () => {
  expect(estOuvre(jour('2026-05-13'), 'metropole')).toBe(true);
  expect(estOuvre(jour('2026-05-14'), 'metropole')).toBe(false); // Ascension
  expect(estOuvre(jour('2026-05-15'), 'metropole')).toBe(true); // the bridge is a working day
  expect(estOuvre(jour('2026-05-16'), 'metropole')).toBe(false); // Saturday
  expect(estOuvre(jour('2026-12-26'), 'alsace_moselle')).toBe(false);
  expect([estOuvre(jour('2025-12-26'), 'metropole'), estOuvre(jour('2025-12-26'), 'alsace_moselle')]).toEqual(
    [true, false],
  );
});

test.each([
  ['2026-07-10', 1, '2026-07-13'], // Friday, then Monday
  ['2026-07-13', 1, '2026-07-15'], // 14 July
  ['2026-07-11', 1, '2026-07-13'], // from a Saturday
  ['2026-04-30', 1, '2026-05-04'], // 1 May is a Friday
  ['2026-05-07', 2, '2026-05-12'], // 8 May is a Friday
  ['2026-12-24', 5, '2027-01-04'], // 25 Dec and 1 Jan are Fridays
] as const)('R03 — %s plus %i jours ouvrés, strictement après : %s', (le, n, fin) => {
  expect(addJoursOuvres(jour(le), n, 'metropole')).toBe(fin);
});

test.each([
  // law.md 7.2: a notice of ten days received on…
  ['2026-04-21', '2026-05-04'],
  ['2026-04-23', '2026-05-04'],
  ['2026-05-04', '2026-05-15'],
] as const)('R04 — dix jours à compter du %s finissent le %s', (recu, fin) => {
  expect(reporteAuJourOuvre(addDuree(jour(recu), { jours: 10 }), 'metropole')).toBe(fin);
});

test('R04 — un délai qui finit un jour ouvré n’est pas déplacé', () => {
  expect(reporteAuJourOuvre(jour('2026-05-15'), 'metropole')).toBe('2026-05-15');
});

test('R05 — ce qui se compte à rebours se fait le dernier jour ouvré avant', () => {
  expect(joursAvant(jour('2027-02-01'), 30, 'metropole')).toBe('2026-12-31'); // 02/01 is a Saturday, 01/01 a holiday
  expect(joursAvant(jour('2024-05-30'), 21, 'metropole')).toBe('2024-05-07'); // Ascension, then 8 May
  expect(joursAvant(jour('2026-07-31'), 0, 'metropole')).toBe('2026-07-31');
  expect(avanceAuJourOuvre(jour('2026-05-17'), 'metropole')).toBe('2026-05-15');
});

test('R03, R04, R05 — reporter et avancer encadrent le jour, sans jour ouvré sauté, dans toutes les zones', () => {
  fc.assert(
    fc.property(jours, zones, (le, zone) => {
      const [avant, apres] = [avanceAuJourOuvre(le, zone), reporteAuJourOuvre(le, zone)];
      expect([estOuvre(avant, zone), estOuvre(apres, zone)]).toEqual([true, true]);
      expect(avant <= le && le <= apres).toBe(true);
      for (let x = addJours(avant, 1); x < apres; x = addJours(x, 1)) expect(estOuvre(x, zone)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('R03 — le n-ième jour ouvré après un jour : n jours ouvrés entre les deux, le dernier compris', () => {
  fc.assert(
    fc.property(jours, fc.integer({ min: 1, max: 40 }), zones, (le, n, zone) => {
      const fin = addJoursOuvres(le, n, zone);
      let comptes = 0;
      for (let x = addJours(le, 1); x <= fin; x = addJours(x, 1)) comptes += estOuvre(x, zone) ? 1 : 0;
      expect([comptes, estOuvre(fin, zone)]).toEqual([n, true]);
    }),
    { numRuns: 500 },
  );
});
