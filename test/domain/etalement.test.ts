import { ouvertureAt } from '../../domain/imports/etalement';
import { estOuvre } from '../../domain/temps/calendrier';
import { instantAt, jourAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';

const lundi = jour('2025-01-06');
const a = (heure: `${number}:${number}`, le = lundi) => instantAt(le, heure, 'metropole');
const depuis = a('09:00');

describe('L’étalement des ouvertures d’un import', () => {
  test('dix par jour et par référent : jamais davantage, et seulement des jours ouvrés', () => {
    const parJour = new Map<string, number>();
    for (let rang = 0; rang < 95; rang += 1) {
      const le = jourAt(ouvertureAt(rang, { depuis, parJour: 10, zone: 'metropole' }), 'metropole');
      expect(estOuvre(le, 'metropole')).toBe(true);
      parJour.set(le, (parJour.get(le) ?? 0) + 1);
    }
    expect([...parJour.values()]).toEqual([...Array<number>(9).fill(10), 5]);
  });

  test('réparties de 9 h à 17 h : la première du jour à 9 h, la sixième de dix à 13 h', () => {
    const x = { depuis, parJour: 10, zone: 'metropole' } as const;
    expect(ouvertureAt(0, x)).toBe(a('09:00'));
    expect(ouvertureAt(5, x)).toBe(a('13:00'));
    expect(ouvertureAt(10, x)).toBe(a('09:00', jour('2025-01-07')));
  });

  test('confirmé dans la journée, il commence aussitôt et tient jusqu’à 17 h', () => {
    const x = { depuis: a('15:00'), parJour: 2, zone: 'metropole' } as const;
    expect([0, 1].map((rang) => ouvertureAt(rang, x))).toEqual([a('15:00'), a('16:00')]);
  });

  test('confirmé le vendredi soir, il commence le lundi', () => {
    const x = { depuis: a('18:00', jour('2025-01-10')), parJour: 2, zone: 'metropole' } as const;
    expect(ouvertureAt(0, x)).toBe(a('09:00', jour('2025-01-13')));
  });

  test('zéro par jour : tout à la confirmation', () => {
    expect(ouvertureAt(999, { depuis, parJour: 0, zone: 'metropole' })).toBe(depuis);
  });
});
