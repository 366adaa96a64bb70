import {
  dureeEnLettres,
  jourCourt,
  jourEnLettres,
  moisEnLettres,
  momentCourt,
  momentEnLettres,
} from '../../../domain/courriels/dates-dites';
import { addMinutes, type Instant } from '../../../domain/temps/instant';
import { jour } from '../../../domain/temps/jour';

const matin = '2025-03-03T08:30:00.000Z' as Instant;

test('R18 — le jour se dit en toutes lettres, avec le nom du jour', () => {
  expect(jourEnLettres(jour('2025-03-03'))).toBe('lundi 3 mars 2025');
  expect(jourEnLettres(jour('2025-08-01'))).toBe('vendredi 1er août 2025');
  expect(jourCourt(jour('2025-12-07'))).toBe('dimanche 7 décembre');
  expect(moisEnLettres('2025-02')).toBe('février 2025');
});

test('R18 — l’heure est celle qui s’affiche au mur de la structure', () => {
  expect(momentEnLettres(matin, 'metropole')).toBe('lundi 3 mars 2025 à 9 h 30');
  expect(momentEnLettres(matin, 'la_reunion')).toBe('lundi 3 mars 2025 à 12 h 30');
  expect(momentCourt('2025-07-01T12:00:00.000Z' as Instant, 'metropole')).toBe('mardi 1er juillet à 14 h');
  expect(momentCourt('2025-03-03T02:00:00.000Z' as Instant, 'martinique')).toBe('dimanche 2 mars à 22 h');
});

test.each([
  [5, '5 minutes'],
  [45, '45 minutes'],
  [60, '1 heure'],
  [90, '1 heure et 30 minutes'],
  [120, '2 heures'],
])('R18 — %d minutes se disent « %s »', (minutes, dit) => {
  expect(dureeEnLettres(matin, addMinutes(matin, minutes))).toBe(dit);
});
