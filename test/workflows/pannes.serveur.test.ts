import { absences } from '../../demo/vies/absences';
import { plafond } from '../../demo/vies/plafond';
import type { GesteEcrit } from '../../demo/oracle/histoire';
import { instantAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { jour } from '../../domain/temps/jour';
import { freezeHorloge, readHorloge } from '../../registre/horloge/horloge';
import { findPromenadeEnCours } from '../../registre/horloge/promenades';
import { reconcile } from '../../registre/reveils/reconcilie.prisma';
import { isTemporalGiven, type Moteur } from '../../tools/moteur/moteur';
import { BASE, BASE_DE_VISIBILITE } from '../../tools/moteur/temporal-reglages';
import { prepareEspaces } from '../../tools/moteur/temporal-espaces';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { NAMESPACE, startMoteurASoi } from '../support/moteur-a-soi';

jest.setTimeout(600_000);
const FIN = jour('2025-06-30');
// A server that is not ours is neither stopped nor emptied.
const describeSiLeNotre = isTemporalGiven(process.env) ? describe.skip : describe;

describeSiLeNotre('Deux vies traversent les pannes du moteur', () => {
  let moteur: Moteur;
  let d: DepartementDEssai;
  let gestes: readonly GesteEcrit[];

  beforeAll(async () => {
    const prepare = await startMoteurASoi('pannes');
    moteur = prepare.moteur;
    d = await createDepartementDEssai({ nom: 'pannes', vies: [absences, plafond], lieu: prepare.lieu });
    await d.open();
    gestes = d.ecrit(FIN);
  });
  afterAll(async () => {
    await d.close();
    await moteur.stop();
  });

  /** Lives on, up to the first gesture of that day or later, not included. */
  const vis = async (jusquAu: string): Promise<GesteEcrit> => {
    const rang = gestes.findIndex((g) => g.a >= jusquAu);
    const suivant = gestes[rang];
    if (suivant === undefined) throw new Error(`Plus aucun geste après le ${jusquAu}.`);
    await d.joue(gestes.slice(0, rang), suivant.a);
    gestes = gestes.slice(rang + 1);
    return suivant;
  };

  test('Temporal arrêté : ce qui a été acquitté est fait à son retour, et la promenade dit ce qu’elle attend', async () => {
    const geste = await vis('2025-02-01');
    await moteur.temporal?.stop();
    await d.ask(geste.parcoursId, geste.demande);
    const suite = d.walkTo(geste.a);
    await attends('la promenade qui s’explique', async () => {
      const promenade = await findPromenadeEnCours(d.base);
      return promenade?.attente != null;
    });
    expect(await d.base.reveil.count()).toBeGreaterThan(0);
    await moteur.temporal?.start();
    await suite;
    expect(await d.base.reveil.count()).toBe(0);
  });

  test('la base de Temporal vidée : la réconciliation ramène chaque parcours', async () => {
    const geste = await vis('2025-03-15');
    await d.worker.stop();
    await moteur.temporal?.stop();
    for (const base of [BASE, BASE_DE_VISIBILITE])
      await moteur.postgres.query('postgres', `drop database ${base} with (force)`);
    await moteur.temporal?.start();
    await prepareEspaces({ address: moteur.temporalAddress }, [NAMESPACE]);
    await d.worker.start();
    expect(await listVivants()).toEqual([]);

    // The clock has moved since the last look: this is how reconciliation knows whom nobody wakes any more.
    await freezeHorloge(d.base, (await readHorloge(d.base)).maintenant);
    expect(await reconcile(d.base)).toMatchObject({ horloges: 2, alertes: 0 });
    await attends('les deux parcours de retour', async () => (await listVivants()).length === 2);
    expect(await listVivants()).toEqual(d.suivies.map((s) => `parcours-${s.parcoursId}`).sort());
    await d.ask(geste.parcoursId, geste.demande);
  });

  test('PostgreSQL tué net pendant une promenade revient, et la promenade va à son terme', async () => {
    const geste = await vis('2025-05-01');
    await d.ask(geste.parcoursId, geste.demande);
    const [prochain] = gestes;
    const a: Instant = prochain?.a ?? instantAt(FIN, '18:00', 'metropole');
    const suite = d.walkTo(a);
    await attends('une promenade en chemin', async () => (await findPromenadeEnCours(d.base)) !== null);
    await moteur.postgres.kill();
    await moteur.postgres.start();
    await suite;
  });

  test('au bout, le journal, les courriels et les créneaux sont ceux de l’oracle : rien de perdu, rien en double', async () => {
    await d.joue(gestes, instantAt(FIN, '18:00', 'metropole'));
    const messages = d.messages();
    const uniques = [...new Map(messages.map((m) => [m.courrielId, m])).values()];
    expect(await d.ecarts(uniques)).toEqual([]);
    // Only an answer of the relay lost with PostgreSQL may double a mail, and then byte for byte.
    expect(new Set(messages.map((m) => JSON.stringify(m))).size).toBe(uniques.length);
  });

  async function listVivants(): Promise<string[]> {
    const vivants = d.suivies.map(async ({ parcoursId }) => {
      const workflowId = `parcours-${parcoursId}`;
      const statut = await d.client.workflow
        .getHandle(workflowId)
        .describe()
        .then((w) => w.status.name)
        .catch(() => 'INCONNU');
      return statut === 'RUNNING' ? [workflowId] : [];
    });
    return (await Promise.all(vivants)).flat().sort();
  }
});
