import { differences, releveDuMonde, type Releve } from '../../demo/jeu/comparaison';
import { sixVies } from '../../demo/vies/six-vies';
import { viesDeLaLoi } from '../../demo/vies/vies-de-la-loi';
import { heureAt, instantAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { instantOfColonne } from '../../registre/dates';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { inReplica, readDerivees, sansHorloge, spoil } from '../support/derivees';
import { runJalons } from '../support/jalons-d-essai';

/** One walk for all of them, as `npm run demo -- --toutes`. */
const VIES = [...sixVies, ...viesDeLaLoi];
/** Eighteen months and the cap that nobody decides; the last to close is the one that outlives its edition (R36). */
const FIN = jour('2026-08-31');
jest.setTimeout(900_000);

describe('Toutes les vies, dix-huit mois durant, sur le vrai moteur', () => {
  let d: DepartementDEssai;
  let attendu: Releve;
  let obtenu: Releve;

  beforeAll(async () => {
    d = await createDepartementDEssai({ nom: 'vies', vies: VIES });
    await d.open();
    const gestes = d.ecrit(FIN);
    await d.joue(gestes, instantAt(FIN, '18:00', 'metropole'));
    attendu = releveDuMonde(d.monde);
    obtenu = await d.releve();
  });
  afterAll(() => d.close());

  test('R07 à R41 — chaque échéance, chaque courriel et chaque créneau est celui de l’oracle', () => {
    expect(differences(attendu, obtenu)).toEqual([]);
    expect(obtenu.echeances.size).toBe(VIES.length + 1);
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

  test('R37 — à Saint-Pierre-et-Miquelon, avant et après le 8 mars, ce qui suit le temps part au matin du mur', async () => {
    const zone = 'saint_pierre_et_miquelon';
    const vie = d.suivies.find(({ vie: { code } }) => code === 'heure-d-ete');
    const faits = await d.base.fait.findMany({
      where: { parcoursId: vie?.parcoursId ?? '' },
      orderBy: { rang: 'asc' },
    });
    // What follows an act of a person is done at once (R06).
    const actes = new Set(faits.filter((f) => f.par !== 'jalons').map((f) => f.a.getTime()));
    const honorees = faits.filter((f) => f.cle !== null && !actes.has(f.a.getTime()));
    const matins = honorees.map(({ a }) => instantOfColonne(a));
    const change = instantAt(jour('2026-03-08'), '12:00', zone);
    expect(matins.filter((a) => a < change).length).toBeGreaterThanOrEqual(3);
    expect(matins.filter((a) => a > change).length).toBeGreaterThanOrEqual(3);
    for (const a of matins)
      expect([heureAt(a, zone) >= '06:30', heureAt(a, zone) < '07:45']).toEqual([true, true]);
    const enUtc = new Set(matins.map((a) => a.slice(11, 16)));
    expect(enUtc.size).toBe(2);
  });

  describe('npm run reconstruire, sur ces vies', () => {
    let avant: Awaited<ReturnType<typeof readDerivees>>;
    const reconstruire = (...args: string[]) =>
      runJalons({ DATABASE_URL: d.databaseUrl }, 'reconstruire', ...args);

    beforeAll(async () => {
      await d.worker.stop();
      avant = await readDerivees(d.base);
    });

    test('le journal dit ce que disent les tables qui en dérivent', async () => {
      expect(avant.parcours.length).toBe(VIES.length + 1);
      expect(avant.rendezVous.length).toBeGreaterThan(100);
      const { code, stdout } = await reconstruire('--verifier');
      expect(stdout).toBe(
        `${VIES.length + 1} parcours relus, aucune différence avec le journal. Rien n’a été écrit.\n`,
      );
      expect(code).toBe(0);
    });

    test('--verifier nomme les lignes abîmées, sort en 1 et n’écrit rien', async () => {
      const abimes = await spoil(d.base);
      const abimees = await readDerivees(d.base);
      expect(abimees).not.toEqual(avant);
      const { code, stdout } = await reconstruire('--verifier');
      for (const ligne of abimes) expect(stdout).toContain(ligne);
      expect(stdout).toMatch(/Rien n’a été écrit\.\n$/);
      expect(code).toBe(1);
      expect(await readDerivees(d.base)).toEqual(abimees);
    });

    test('les tables récrites sont celles d’avant, ligne pour ligne, et qui a changé est réveillé', async () => {
      const { code, stdout } = await reconstruire();
      expect(code).toBe(0);
      expect(stdout).toMatch(/différences dans \d+ parcours\.\n$/);
      const apres = await readDerivees(d.base);
      expect(apres.rendezVous).toEqual(avant.rendezVous);
      // A row that was gone has forgotten which clock its workflow saw: it will look again.
      expect(apres.parcours.map(sansHorloge)).toEqual(avant.parcours.map(sansHorloge));
      expect(apres.autres).toEqual(avant.autres);
      const ouverts = avant.parcours.filter((p) => p.prochaineA !== null).map((p) => `parcours-${p.id}`);
      const reveils = await d.base.reveil.findMany({ where: { raison: 'reconstruit' } });
      expect(reveils.map((r) => r.cible)).toEqual(expect.arrayContaining(ouverts));
      expect((await reconstruire('--verifier')).code).toBe(0);
    });

    test('une horloge vue reste celle qu’a vue le workflow', async () => {
      const [premier] = avant.parcours;
      const id = premier?.id ?? '';
      await d.base.parcours.update({ where: { id }, data: { horlogeVue: 7, rang: 0 } });
      expect((await reconstruire('--parcours', id)).code).toBe(0);
      expect(await d.base.parcours.findUnique({ where: { id } })).toEqual({ ...premier, horlogeVue: 7 });
    });

    test('--perimes récrit l’état qu’une autre version a gardé, et lui seul', async () => {
      const [ancien, autre] = avant.parcours;
      const id = ancien?.id ?? '';
      await inReplica(
        d.base,
        `UPDATE parcours SET etat = etat - 'forme' - 'reponses' WHERE id = '${id}'`,
        `UPDATE parcours SET etape = 'abimee' WHERE id = '${autre?.id ?? ''}'`,
      );
      const { code, stdout } = await reconstruire('--perimes');
      expect(stdout).toBe('1 parcours gardé par une autre version, récrit depuis son journal.\n');
      expect(code).toBe(0);
      expect(await d.base.parcours.findUnique({ where: { id } })).toEqual({ ...ancien, horlogeVue: 7 });
      expect(await d.base.parcours.count({ where: { etape: 'abimee' } })).toBe(1);
      expect((await reconstruire('--perimes')).stdout).toBe(
        'Tous les parcours sont gardés sous la forme de cette version.\n',
      );
      expect((await reconstruire()).code).toBe(0);
    });

    test('d’un journal où un fait manque, rien n’est tiré', async () => {
      const id = avant.parcours[1]?.id ?? '';
      await inReplica(d.base, `DELETE FROM fait WHERE parcours_id = '${id}' AND rang = 2`);
      await d.base.parcours.update({ where: { id }, data: { etape: 'abimee' } });
      const { code, stdout } = await reconstruire();
      expect(stdout).toContain(`${id} : parcours journal incomplet`);
      expect(code).toBe(1);
      expect((await d.base.parcours.findUnique({ where: { id } }))?.etape).toBe('abimee');
    });
  });
});
