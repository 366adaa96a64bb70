import fc from 'fast-check';
import { faire2025 } from '../../../domain/dispositifs/faire-2025';
import { matinOf, recapitulatifAt } from '../../../domain/parcours/contexte';
import {
  heureAt,
  heureOf,
  instantAt,
  jourAt,
  minutesOf,
  type Heure,
} from '../../../domain/temps/heure-locale';
import { findInstant, instantOf, type Instant } from '../../../domain/temps/instant';
import { addJours, jour } from '../../../domain/temps/jour';
import { codesZone, zones, type CodeZone } from '../../../domain/temps/zones';

const instants = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2032, 0) }).map((ms) => instantOf(ms));
const codes = fc.constantFrom(...codesZone);
const regles = { dispositif: faire2025, zone: 'metropole' } as const;

const formats = new Map<CodeZone, Intl.DateTimeFormat>(
  codesZone.map((zone) => [
    zone,
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zones[zone].fuseau,
      dateStyle: 'short',
      timeStyle: 'short',
    }),
  ]),
);
const parIntl = (a: Instant, zone: CodeZone) => formats.get(zone)?.format(new Date(a)) ?? '';

test('le jour et l’heure au mur sont ceux d’Intl, dans toutes les zones', () => {
  fc.assert(
    fc.property(instants, codes, (a, zone) => {
      expect(`${jourAt(a, zone)} ${heureAt(a, zone)}`).toBe(parIntl(a, zone));
    }),
    { numRuns: 3000 },
  );
});

test('l’instant d’une heure au mur s’y lit, sauf l’heure que l’horloge saute', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2900 }),
      fc.integer({ min: 0, max: 1439 }),
      codes,
      (n, minutes, zone) => {
        const [le, heure] = [addJours(jour('2024-01-01'), n), heureOf(minutes)];
        const lu = parIntl(instantAt(le, heure, zone), zone);
        if (lu === `${le} ${heure}`) return;
        // Clocks go forward in the night: the hour that does not exist is read one hour later.
        expect(minutesOf(lu.slice(11) as Heure) - minutes).toBe(60);
        expect(minutes).toBeLessThan(4 * 60);
      },
    ),
    { numRuns: 2000 },
  );
});

describe('jours de changement d’heure', () => {
  test('le 29/03/2026, 02:30 n’existe pas à Paris : lue 03:30', () => {
    const a = instantAt(jour('2026-03-29'), '02:30', 'metropole');
    expect([a, heureAt(a, 'metropole')]).toEqual(['2026-03-29T01:30:00.000Z', '03:30']);
  });

  test('le 25/10/2026, 02:30 existe deux fois à Paris : la première', () => {
    expect(instantAt(jour('2026-10-25'), '02:30', 'metropole')).toBe('2026-10-25T00:30:00.000Z');
  });

  test('neuf heures au mur restent neuf heures l’été et l’hiver', () => {
    expect(instantAt(jour('2026-03-28'), '09:00', 'metropole')).toBe('2026-03-28T08:00:00.000Z');
    expect(instantAt(jour('2026-03-30'), '09:00', 'metropole')).toBe('2026-03-30T07:00:00.000Z');
  });

  test('R02 — minuit local du lendemain : 22 h UTC l’été, 23 h l’hiver, 4 h en Guadeloupe, la veille à La Réunion', () => {
    expect(instantAt(jour('2026-08-01'), '00:00', 'metropole')).toBe('2026-07-31T22:00:00.000Z');
    expect(instantAt(jour('2026-03-01'), '00:00', 'metropole')).toBe('2026-02-28T23:00:00.000Z');
    expect(instantAt(jour('2026-03-01'), '00:00', 'guadeloupe')).toBe('2026-03-01T04:00:00.000Z');
    expect(instantAt(jour('2026-03-01'), '00:00', 'la_reunion')).toBe('2026-02-28T20:00:00.000Z');
  });
});

describe('le matin', () => {
  test('R06 — un instant tiré de l’identifiant, le même chaque jour, entre 06:30 et 07:45 au mur', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 0, max: 900 }), codes, (id, n, zone) => {
        const le = addJours(jour('2025-01-01'), n);
        const a = matinOf(id, le, { dispositif: faire2025, zone });
        expect(jourAt(a, zone)).toBe(le);
        expect(heureAt(a, zone) >= '06:30' && heureAt(a, zone) < '07:45').toBe(true);
        expect(heureAt(a, zone)).toBe(
          heureAt(matinOf(id, addJours(le, 1), { dispositif: faire2025, zone }), zone),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('R06 — les parcours s’étalent : mille identifiants ne se réveillent pas ensemble', () => {
    const minutes = fc
      .sample(fc.uuid(), { numRuns: 1000, seed: 1 })
      .map((id) => heureAt(matinOf(id, jour('2026-02-02'), regles), 'metropole'));
    const parMinute = new Map<string, number>();
    for (const m of minutes) parMinute.set(m, (parMinute.get(m) ?? 0) + 1);
    expect(parMinute.size).toBe(75);
    expect(Math.max(...parMinute.values())).toBeLessThan(40);
  });

  test('R17 — le récapitulatif part à 08:00 au mur, après tous les matins', () => {
    expect(recapitulatifAt(jour('2026-07-01'), regles)).toBe('2026-07-01T06:00:00.000Z');
    expect(recapitulatifAt(jour('2026-12-01'), regles)).toBe('2026-12-01T07:00:00.000Z');
  });
});

test('un instant sans son décalage n’est pas un instant', () => {
  expect(findInstant('2026-01-05T09:00:00+01:00')).toBe('2026-01-05T08:00:00.000Z');
  expect([findInstant('2026-01-05T09:00:00'), findInstant('2026-01-05'), findInstant('demain')]).toEqual([
    null,
    null,
    null,
  ]);
});
