import { differences, releveDuMonde, type Releve } from '../../demo/jeu/comparaison';
import { sixVies } from '../../demo/vies/six-vies';
import { instantAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';

/** Eighteen months and the cap that nobody decides: as `npm run demo`. */
const FIN = jour('2026-08-31');
jest.setTimeout(900_000);

describe('Six vies de dix-huit mois sur le vrai moteur', () => {
  let d: DepartementDEssai;
  let attendu: Releve;
  let obtenu: Releve;

  beforeAll(async () => {
    d = await createDepartementDEssai({ nom: 'vies', vies: sixVies });
    await d.open();
    const gestes = d.ecrit(FIN);
    await d.joue(gestes, instantAt(FIN, '18:00', 'metropole'));
    attendu = releveDuMonde(d.monde);
    obtenu = await d.releve();
  });
  afterAll(() => d.close());

  test('R07, R09, R15 — chaque échéance, chaque courriel et chaque créneau est celui de l’oracle', () => {
    expect(differences(attendu, obtenu)).toEqual([]);
    expect(obtenu.courriels.length).toBeGreaterThan(100);
    expect([...obtenu.echeances.values()].map((e) => e.length)).not.toContain(0);
  });

  test('une échéance honorée un autre jour, ou perdue, se voit', () => {
    for (const [id, liste] of obtenu.echeances) {
      const change = liste.map((e, i) => (i === 3 ? e.replace(/due le \d{4}/, 'due le 1999') : e));
      expect(change).not.toEqual(liste);
      for (const faux of [change, liste.slice(1), [...liste, liste[0] ?? '']])
        expect(
          differences(attendu, { ...obtenu, echeances: new Map([...obtenu.echeances, [id, faux]]) }),
        ).toEqual([expect.stringMatching(`^échéance \\d+ de ${id}`)]);
    }
  });

  test('un courriel perdu, doublé, ou d’une autre SEQUENCE, se voit', () => {
    const [premier = '', ...reste] = obtenu.courriels;
    const autre = premier.replace(/SEQUENCE .*$/, 'SEQUENCE 99');
    expect(differences(attendu, { ...obtenu, courriels: reste })).toEqual([
      expect.stringMatching(/^courriel manquant/),
    ]);
    expect(differences(attendu, { ...obtenu, courriels: [premier, ...obtenu.courriels] })).toEqual([
      expect.stringMatching(/^courriel en trop/),
    ]);
    expect(differences(attendu, { ...obtenu, courriels: [autre, ...reste] })).toHaveLength(2);
  });

  test('un créneau donné à une autre heure se voit', () => {
    for (const [id, liste] of obtenu.creneaux) {
      const faux = liste.map((c, i) => (i === 1 ? c.replace(/T\d{2}:/, 'T03:') : c));
      expect(faux).not.toEqual(liste);
      expect(
        differences(attendu, { ...obtenu, creneaux: new Map([...obtenu.creneaux, [id, faux]]) }),
      ).toEqual([expect.stringMatching(`^créneau 2 de ${id}`)]);
    }
  });
});
