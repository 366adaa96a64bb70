import fc from 'fast-check';
import {
  addDuree,
  addJours,
  findCivilDate,
  jour,
  jourDeSemaine,
  joursEntre,
} from '../../../domain/temps/jour';

const jours = fc.integer({ min: 0, max: 60_000 }).map((n) => addJours(jour('1950-01-01'), n));

describe('art. 641 CPC — les vecteurs de law.md 7.2', () => {
  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2024-08-31', 18, '2026-02-28'],
    ['2025-02-28', 18, '2026-08-28'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-01-01', 18, '2026-07-01'],
    ['2026-01-31', 13, '2027-02-28'],
    ['2026-08-31', 18, '2028-02-29'],
  ] as const)('R01 — %s plus %i mois finit le %s', (depart, mois, fin) => {
    expect(addDuree(jour(depart), { mois })).toBe(fin);
  });

  test('R01 — les mois s’ajoutent avant les jours', () => {
    expect(addDuree(jour('2025-01-31'), { mois: 1, jours: 1 })).toBe('2025-03-01');
    // Days first would have given 01/03/2025.
    expect(addDuree(jour('2025-01-30'), { mois: 1, jours: 2 })).toBe('2025-03-02');
  });
});

test('R01 — n mois ne débordent jamais : le même quantième, ou le dernier jour du mois visé', () => {
  fc.assert(
    fc.property(jours, fc.integer({ min: 0, max: 60 }), (depart, mois) => {
      const fin = addDuree(depart, { mois });
      const rang = Number(depart.slice(0, 4)) * 12 + Number(depart.slice(5, 7)) - 1 + mois;
      expect(fin.slice(0, 7)).toBe(`${Math.floor(rang / 12)}-${String((rang % 12) + 1).padStart(2, '0')}`);
      const estDernier = addJours(fin, 1).endsWith('-01');
      if (fin.slice(8) !== depart.slice(8)) expect(estDernier && fin.slice(8) < depart.slice(8)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('R01 — compter depuis la signature ne dérive pas, enchaîner les mois dériverait', () => {
  fc.assert(
    fc.property(jours, fc.integer({ min: 1, max: 24 }), (depart, n) => {
      const direct = addDuree(depart, { mois: n });
      const enchaine = Array.from({ length: n }).reduce<typeof depart>(
        (d) => addDuree(d, { mois: 1 }),
        depart,
      );
      expect(direct >= enchaine).toBe(true);
      if (Number(depart.slice(8)) <= 28) expect(direct).toBe(enchaine);
    }),
    { numRuns: 1000 },
  );
  const marsChaine = addDuree(addDuree(jour('2025-01-31'), { mois: 1 }), { mois: 1 });
  expect([marsChaine, addDuree(jour('2025-01-31'), { mois: 2 })]).toEqual(['2025-03-28', '2025-03-31']);
});

test('un jour civil dure un jour, même quand l’heure change', () => {
  expect(addJours(jour('2026-03-28'), 1)).toBe('2026-03-29');
  expect(addJours(jour('2026-10-24'), 2)).toBe('2026-10-26');
  expect(joursEntre(jour('2026-03-28'), jour('2026-03-30'))).toBe(2);
  fc.assert(
    fc.property(jours, fc.integer({ min: -800, max: 800 }), (le, n) => {
      expect(joursEntre(le, addJours(le, n))).toBe(n);
      expect(((jourDeSemaine(le) - 1 + n + 7000) % 7) + 1).toBe(jourDeSemaine(addJours(le, n)));
    }),
  );
});

test.each([
  '2025-02-29',
  '2025-13-01',
  '2025-00-10',
  '2025-04-31',
  '2025-1-1',
  '31/01/2025',
  '',
  '1899-12-31',
])('un jour qui n’existe pas n’est pas lu : %s', (texte) => expect(findCivilDate(texte)).toBeNull());

test('un jour du calendrier est lu tel quel', () => {
  expect(findCivilDate('2024-02-29')).toBe('2024-02-29');
  fc.assert(fc.property(jours, (le) => expect(findCivilDate(le)).toBe(le)));
});
