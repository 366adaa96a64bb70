import { quatorzeVies } from '../../demo/vies/quatorze-vies';
import { instantAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';

/** The last to close is the one that outlives its edition (R36). */
const FIN = jour('2026-07-31');
jest.setTimeout(900_000);

describe('Quatorze vies de toute la loi sur le vrai moteur', () => {
  let d: DepartementDEssai;

  beforeAll(async () => {
    d = await createDepartementDEssai({ nom: 'quatorze', vies: quatorzeVies });
    await d.open();
    await d.joue(d.ecrit(FIN), instantAt(FIN, '18:00', 'metropole'));
  });
  afterAll(() => d.close());

  test('R19 à R37 — chaque échéance, chaque courriel et chaque créneau est celui de l’oracle', async () => {
    expect(await d.ecarts()).toEqual([]);
    expect(await d.base.parcours.count()).toBe(quatorzeVies.length + 1);
  });
});
