import { tranquille } from '../../demo/vies/tranquille';
import { instantAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { freezeHorloge } from '../../registre/horloge/horloge';
import { readAgitation, estCalme } from '../../registre/horloge/marche.prisma';
import { reconcile } from '../../registre/reveils/reconcilie.prisma';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';

jest.setTimeout(300_000);
const ARRET = jour('2025-03-01');
const RETOUR = instantAt(jour('2025-04-01'), '10:00', 'metropole');

describe('Le worker arrêté un mois entier, puis relancé', () => {
  let d: DepartementDEssai;
  let avant: number;
  let recus: number;

  beforeAll(async () => {
    d = await createDepartementDEssai({ nom: 'arret-d-un-mois', vies: [tranquille] });
    await d.open();
    await d.joue(d.ecrit(ARRET), instantAt(ARRET, '18:00', 'metropole'));
    expect(await d.ecarts()).toEqual([]);
    avant = await d.base.fait.count();
    recus = d.messages().length;
    await d.worker.stop();
    // Real downtime: the clock skips every instant of March.
    await freezeHorloge(d.base, RETOUR);
    expect((await readAgitation(d.base, RETOUR)).parcours).toBe(1);
    const comptes = await reconcile(d.base);
    expect(comptes).toMatchObject({ echeances: 1, horloges: 1 });
    expect(comptes.alertes).toBeGreaterThan(0);
    await d.worker.start();
    await attends(
      () => `le retour au calme\n${d.worker.journal().slice(-1_000)}`,
      () => estCalme(d.base, RETOUR),
    );
  });
  afterAll(() => d.close());

  const listTardifs = async () => {
    const faits = await d.base.fait.findMany({ orderBy: { rang: 'asc' } });
    return faits.slice(avant);
  };

  test('les échéances en retard sont honorées, une fois, à l’instant du retour et avec leur vrai jour dû', async () => {
    const honorees = (await listTardifs()).filter((f) => f.cle !== null);
    expect(honorees.length).toBeGreaterThan(2);
    expect(new Set(honorees.map((f) => f.cle)).size).toBe(honorees.length);
    for (const { a, duLe } of honorees) {
      expect(a.toISOString()).toBe(new Date(RETOUR).toISOString());
      expect(duLe?.toISOString().slice(0, 10)).toMatch(/^2025-0[34]-\d\d$/);
    }
    const dues = honorees.map((f) => f.duLe?.getTime() ?? 0);
    expect(dues).toEqual([...dues].sort((x, y) => x - y));
  });

  test('R09 — les rappels périmés sont abandonnés, et le journal le dit', async () => {
    const tardifs = await listTardifs();
    const abandons = tardifs.filter((f) => f.type === 'echeances_abandonnees');
    expect(JSON.stringify(abandons.map((f) => f.donnees))).toMatch(/:rappel:/);
    const rappelsEnvoyes = d
      .messages()
      .slice(recus)
      .map((m) => m.courrielId);
    const partis = await d.base.courriel.findMany({
      where: { id: { in: rappelsEnvoyes }, modele: 'rappel' },
    });
    const passes = await d.base.rendezVous.findMany({ where: { debut: { lte: new Date(RETOUR) } } });
    for (const { cle } of partis)
      expect(passes.map((r) => cle.includes(`rdv:${r.numero}.`))).not.toContain(true);
  });
});
