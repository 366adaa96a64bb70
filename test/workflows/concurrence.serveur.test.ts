import { tranquille } from '../../demo/vies/tranquille';
import { jourAt } from '../../domain/temps/heure-locale';
import { isPannePassagere } from '../../registre/acces/pannes';
import { instantOfColonne } from '../../registre/dates';
import { createBase, type Base } from '../../registre/base';
import { honourProchaine } from '../../registre/journal/honour.prisma';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { DEPART } from '../support/peuplement';

const MAXIMUM = 2;
const PERSONNES = 60;
jest.setTimeout(600_000);

/** The two référents receive by turns: a life of even rank goes to the first. */
const vies = Array.from({ length: PERSONNES * 2 }, (_, i) => ({ ...tranquille, idExterne: `FOULE-${i}` }));

describe('Soixante parcours d’un même référent regardent à la fois', () => {
  let d: DepartementDEssai;
  let ids: readonly string[];

  beforeAll(async () => {
    d = await createDepartementDEssai({ nom: 'concurrence', vies, maximumParJour: MAXIMUM });
    const siennes = d.suivies.filter((_, i) => i % 2 === 0);
    ids = siennes.map((s) => s.parcoursId);
    for (const { parcoursId, ouverture } of siennes)
      if (ouverture !== undefined) await d.ask(parcoursId, ouverture.demande, 'tait');
  });
  afterAll(() => d.close());

  test('R08 — ni chevauchement, ni journée au-delà du maximum : chacun est servi, ou son référent est averti', async () => {
    const foule = createBase(d.databaseUrl, 30);
    await Promise.all(ids.map((id) => honourTout(foule, id)));
    await foule.$disconnect();
    await checkAgenda();
    await checkServis(ids);
  });

  test('R08 — de même par leurs workflows, que le relais réveille tous ensemble', async () => {
    const autres = d.suivies.filter((_, i) => i % 2 === 1);
    for (const { parcoursId, ouverture } of autres)
      if (ouverture !== undefined) await d.ask(parcoursId, ouverture.demande, 'tait');
    await d.worker.start();
    await attends(
      'les réveils relayés et tout ce qui était dû honoré',
      async () => {
        const [reveils, dus] = await Promise.all([
          d.base.reveil.count(),
          d.base.parcours.count({ where: { clos: false, prochaineA: { lte: new Date(DEPART) } } }),
        ]);
        return reveils === 0 && dus === 0;
      },
      360_000,
    );
    await checkAgenda();
    await checkServis(autres.map((s) => s.parcoursId));
  });

  /** Given a slot, or named on a line of the référent's next digest. */
  async function checkServis(parcours: readonly string[]): Promise<void> {
    const siens = { parcoursId: { in: [...parcours] } };
    const planifies = await d.base.fait.findMany({ where: { ...siens, type: 'rendez_vous_planifie' } });
    const dits = await d.base.ligne.findMany({
      where: { ...siens, avis: 'creneau_introuvable', pour: 'referent' },
    });
    expect(planifies.length).toBeGreaterThan(0);
    expect(dits.length).toBeGreaterThan(0);
    expect(new Set([...planifies, ...dits].map((x) => x.parcoursId)).size).toBe(PERSONNES);
  }

  /** The frozen clock makes all of it due at one instant; sixty transactions ask for the same agenda. */
  async function honourTout(base: Base, parcoursId: string): Promise<void> {
    for (let fini = false; !fini;) {
      // Two seconds for a connection or a lock, then again: as Temporal tries the activity again.
      fini = await honourSuivante(base, parcoursId).catch((erreur: unknown) => {
        if (isPannePassagere(erreur)) return false;
        throw erreur;
      });
    }
  }

  /** True when nothing is due any more. */
  async function honourSuivante(base: Base, id: string): Promise<boolean> {
    const { prochaineA, prochaineCle } = await base.parcours.findUniqueOrThrow({ where: { id } });
    if (prochaineA === null || prochaineCle === null || instantOfColonne(prochaineA) > DEPART) return true;
    await honourProchaine(base, id, prochaineCle);
    return false;
  }

  async function checkAgenda(): Promise<void> {
    const rdvs = await d.base.rendezVous.findMany({ where: { occupe: true }, orderBy: { debut: 'asc' } });
    const parJour = new Map<string, number>();
    rdvs.forEach(({ debut, fin, referentId }, i) => {
      expect(fin.getTime()).toBeGreaterThan(debut.getTime());
      const suivant = rdvs.slice(i + 1).find((r) => r.referentId === referentId);
      if (suivant !== undefined) expect(suivant.debut.getTime()).toBeGreaterThanOrEqual(fin.getTime());
      const jour = `${referentId} ${jourAt(instantOfColonne(debut), 'metropole')}`;
      parJour.set(jour, (parJour.get(jour) ?? 0) + 1);
    });
    expect(Math.max(...parJour.values())).toBe(MAXIMUM);
  }
});
