import { absences } from '../../demo/vies/absences';
import { plafond } from '../../demo/vies/plafond';
import { tranquille } from '../../demo/vies/tranquille';
import type { GesteEcrit } from '../../demo/oracle/histoire';
import { instantAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { jour } from '../../domain/temps/jour';
import { findPromenadeEnCours } from '../../registre/horloge/promenades';
import type { Moteur } from '../../tools/moteur/moteur';
import { BASE, BASE_DE_VISIBILITE } from '../../tools/moteur/temporal-reglages';
import { prepareEspaces } from '../../tools/moteur/temporal-espaces';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { NAMESPACE, startMoteurASoi } from '../support/moteur-a-soi';

jest.setTimeout(600_000);
const FIN = jour('2025-06-30');
const FIN_A: Instant = instantAt(FIN, '18:00', 'metropole');

describe('Trois vies traversent les pannes du moteur', () => {
  let moteur: Moteur;
  let d: DepartementDEssai;
  let gestes: readonly GesteEcrit[];

  beforeAll(async () => {
    const prepare = await startMoteurASoi('pannes');
    moteur = prepare.moteur;
    const { lieu } = prepare;
    d = await createDepartementDEssai({
      nom: 'pannes',
      vies: [absences, plafond, tranquille],
      lieu,
      api: 'processus',
    });
    await d.open();
    gestes = d.ecrit(FIN);
  });
  afterAll(async () => {
    await d.close();
    await moteur.stop();
  });

  /** Lives on, up to gestures made at one instant, that day or later, in so many parcours: those are returned. */
  const vis = async (jusquAu: string, ensemble = 1): Promise<readonly GesteEcrit[]> => {
    const ids = (faits: readonly GesteEcrit[]) => new Set(faits.map((g) => g.parcoursId));
    const du = (a: Instant) => gestes.filter((g) => g.a === a);
    const rang = gestes.findIndex((g) => g.a >= jusquAu && ids(du(g.a)).size >= ensemble);
    const premier = gestes[rang];
    if (premier === undefined)
      throw new Error(`Pas de gestes dans ${ensemble} parcours après le ${jusquAu}.`);
    await d.joue(gestes.slice(0, rang), premier.a);
    const suivants = du(premier.a);
    gestes = gestes.slice(rang + suivants.length);
    return suivants;
  };
  const fais = async (faits: readonly GesteEcrit[]) => {
    for (const { parcoursId, demande } of faits) await d.ask(parcoursId, demande);
  };

  test('Temporal arrêté, l’API acquitte quand même : tout est fait à son retour, et la promenade dit ce qu’elle attend', async () => {
    const suivants = await vis('2025-01-07', 2);
    const a = suivants[0]?.a ?? FIN_A;
    expect(await d.api?.readEtat()).toMatchObject({ etat: 'pret', temporal: 'joignable' });
    await moteur.temporal?.stop();
    expect(await d.api?.readEtat()).toMatchObject({ etat: 'degrade', temporal: 'injoignable' });
    // Over HTTP, on the real API process: whatever is not a 2xx throws.
    await fais(suivants);
    expect(await d.base.reveil.count()).toBe(2);
    const suite = d.walkTo(a);
    await attends('la promenade qui s’explique', async () => {
      const promenade = await findPromenadeEnCours(d.base);
      return promenade?.attente != null;
    });
    await moteur.temporal?.start();
    await suite;
    expect(await d.base.reveil.count()).toBe(0);
    // Its client waits a little longer after each try that failed.
    await attends('l’API qui a retrouvé Temporal', async () => (await d.api?.readEtat())?.etat === 'pret');
  });

  test('la base de Temporal vidée : la planification de la réconciliation ramène chaque parcours', async () => {
    const suivants = await vis('2025-03-15');
    await d.worker.stop();
    await moteur.temporal?.stop();
    for (const base of [BASE, BASE_DE_VISIBILITE])
      await moteur.postgres.query('postgres', `drop database ${base} with (force)`);
    await moteur.temporal?.start();
    await prepareEspaces({ address: moteur.temporalAddress }, [NAMESPACE]);
    // The clock has moved since the last look: this is how reconciliation knows whom nobody wakes any more.
    await d.base.$executeRaw`UPDATE horloge SET version = version + 1`;
    const planification = d.client.schedule.getHandle(`reconciliation-${d.taches}`);
    await expect(planification.describe()).rejects.toThrow();

    // The worker puts its Schedule back as it starts; its hour comes at once.
    await d.worker.start();
    expect((await planification.describe()).info.numActionsTaken).toBe(0);
    expect(await listVivants()).toEqual([]);
    await planification.trigger();
    await attends('les trois parcours de retour', async () => (await listVivants()).length === 3);
    expect(await listVivants()).toEqual(d.suivies.map((s) => `parcours-${s.parcoursId}`).sort());
    const [lancee] = (await planification.describe()).info.recentActions;
    if (lancee?.action.type !== 'startWorkflow') throw new Error('La planification n’a rien lancé.');
    const comptes: unknown = await d.client.workflow.getHandle(lancee.action.workflow.workflowId).result();
    expect(comptes).toMatchObject({ horloges: 3, alertes: 0 });
    await fais(suivants);
  });

  test('PostgreSQL tué net pendant une promenade revient, et la promenade va à son terme', async () => {
    await fais(await vis('2025-05-01'));
    const [prochain] = gestes;
    const suite = d.walkTo(prochain?.a ?? FIN_A);
    await attends('une promenade en chemin', async () => (await findPromenadeEnCours(d.base)) !== null);
    await moteur.postgres.kill();
    expect(await d.api?.readEtat()).toMatchObject({ etat: 'indisponible', postgresql: 'injoignable' });
    expect((await fetch(`${d.api?.url ?? ''}/readyz`)).status).toBe(503);
    expect((await d.worker.ask('/readyz')).status).toBe(503);
    await moteur.postgres.start();
    await suite;
  });

  test('au bout, le journal, les courriels et les créneaux sont ceux de l’oracle : rien de perdu, rien en double', async () => {
    await d.joue(gestes, FIN_A);
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
