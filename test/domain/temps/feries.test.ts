import Holidays from 'date-holidays';
import { ANNEES_EPROUVEES, feriesDe } from '../../../domain/temps/feries';
import { jour } from '../../../domain/temps/jour';
import { codesZone, type CodeZone } from '../../../domain/temps/zones';

const { de, a } = ANNEES_EPROUVEES;
const ANNEES = Array.from({ length: a - de + 1 }, (_, i) => de + i);

describe('R03 — les jours fériés mobiles de law.md 7.1', () => {
  test.each([
    [2025, '2025-04-18', '2025-04-21', '2025-05-29', '2025-06-09'],
    [2026, '2026-04-03', '2026-04-06', '2026-05-14', '2026-05-25'],
    [2027, '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17'],
    [2028, '2028-04-14', '2028-04-17', '2028-05-25', '2028-06-05'],
  ] as const)('%i', (annee, vendrediSaint, lundiPaques, ascension, lundiPentecote) => {
    const metropole = feriesDe(annee, 'metropole');
    expect([lundiPaques, ascension, lundiPentecote].every((le) => metropole.has(jour(le)))).toBe(true);
    expect(metropole.has(jour(vendrediSaint))).toBe(false);
    expect(feriesDe(annee, 'alsace_moselle').has(jour(vendrediSaint))).toBe(true);
    expect(metropole.size).toBe(11);
  });

  // Dates of Easter Sunday published by the IMCCE, the earliest and the latest ones included.
  test.each(['2008-03-23', '2019-04-21', '2035-03-25', '2038-04-25', '2049-04-18', '2076-04-19'] as const)(
    'Pâques tombe le %s : le lundi suivant est férié',
    (dimanche) => {
      const lundi = jour(dimanche).replace(/\d\d$/, (q) => String(Number(q) + 1).padStart(2, '0'));
      expect([...feriesDe(Number(dimanche.slice(0, 4)), 'metropole')]).toContain(lundi);
    },
  );
});

const attendus = (annee: number, region: string | null) => {
  const calendrier = region === null ? new Holidays('FR') : new Holidays('FR', region);
  calendrier.setLanguages('fr');
  const publics = calendrier.getHolidays(annee).filter(({ type }) => type === 'public');
  return [...new Set(publics.map(({ date }) => date.slice(0, 10)))].sort();
};
const calcules = (annee: number, zone: CodeZone) => [...feriesDe(annee, zone)].sort() as string[];

describe('R03 — recoupés avec une autre source (date-holidays), 2024 à 2032', () => {
  test.each(ANNEES)('métropole et Alsace-Moselle en %i', (annee) => {
    expect(calcules(annee, 'metropole')).toEqual(attendus(annee, null));
    expect(calcules(annee, 'alsace_moselle')).toEqual(attendus(annee, '57'));
  });

  test.each([
    ['guyane', 'GF'],
    ['la_reunion', 'RE'],
    ['mayotte', 'YT'],
    ['saint_barthelemy', 'BL'],
  ] as const)('%s', (zone, region) => {
    for (const annee of ANNEES) expect(calcules(annee, zone)).toEqual(attendus(annee, region));
  });
});

test('R03 — Saint-Martin a le 28/05, non le 27/05 d’avant 2018, et les Antilles n’ont pas le Vendredi saint', () => {
  expect(feriesDe(2026, 'saint_martin').has(jour('2026-05-28'))).toBe(true);
  expect(feriesDe(2026, 'saint_martin').has(jour('2026-05-27'))).toBe(false);
  expect(feriesDe(2026, 'guadeloupe').has(jour('2026-05-27'))).toBe(true);
  expect(feriesDe(2026, 'martinique').has(jour('2026-05-22'))).toBe(true);
  expect(feriesDe(2026, 'martinique').has(jour('2026-04-03'))).toBe(false);
});

test('R03 — chaque zone a les onze fêtes nationales, et les siennes seulement', () => {
  for (const zone of codesZone) {
    const propres = calcules(2026, zone).filter((le) => !calcules(2026, 'metropole').includes(le));
    expect(propres.length).toBe(
      { metropole: 0, saint_pierre_et_miquelon: 0, alsace_moselle: 2 }[zone as string] ?? 1,
    );
  }
});
