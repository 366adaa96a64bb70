import { randomBytes, randomUUID } from 'node:crypto';
import { absences } from '../../demo/vies/absences';
import { instantAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { freezeHorloge } from '../../registre/horloge/horloge';
import { findFreePorts } from '../../tools/moteur/ports';
import { namesOf, readFile } from '../docs/lire';
import { listAlertes, selectorsOf } from '../support/alertes';
import { attends } from '../support/attente';
import { createWorkerDEssai } from '../support/worker-d-essai';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';

jest.setTimeout(300_000);
const FIN = jour('2025-04-30');
const LONGTEMPS = { timeout: 60_000 };
const CANARI = `Zq${randomBytes(8).toString('hex')}`;

type Ligne = Readonly<Record<string, unknown>>;
const linesOf = (journal: string) =>
  journal.split('\n').flatMap((l) => (l.startsWith('{') ? [JSON.parse(l) as Ligne] : []));

describe('Ce que les processus disent d’eux-mêmes', () => {
  let d: DepartementDEssai;
  let ports: { api: number; sdk: number };

  beforeAll(async () => {
    const [api = 0, sdk = 0] = await findFreePorts(2);
    ports = { api, sdk };
    d = await createDepartementDEssai({
      nom: 'sante',
      vies: [absences],
      api: 'processus',
      env: { API_METRIQUES_PORT: String(api), SDK_METRIQUES_PORT: String(sdk) },
    });
    await d.base.beneficiaire.updateMany({
      data: { prenom: `${CANARI}Prenom`, nom: `${CANARI}Nom`, courriel: `${CANARI}@example.org` },
    });
    d.boite.regles.add({ destinataire: `${CANARI}@example.org`, reponse: '550', fois: 1, ms: 1 });
    await d.open();
    await d.joue(d.ecrit(FIN), instantAt(FIN, '18:00', 'metropole'));
  });
  afterAll(() => d.close());

  const ask = (url: string) => fetch(url).then((r) => r.text());
  const readMesures = async () =>
    (
      await Promise.all([
        ask(`http://127.0.0.1:${ports.api}/metrics`),
        d.worker.ask('/metrics').then((r) => r.text()),
        ask(`http://127.0.0.1:${ports.sdk}/metrics`),
      ])
    ).join('\n');
  const valueOf = (mesures: string, serie: string) =>
    Number(
      mesures
        .split('\n')
        .find((l) => l.startsWith(`${serie} `))
        ?.slice(serie.length),
    );
  const parcoursId = () => d.suivies[0]?.parcoursId ?? '';

  test('/readyz : prêt, et dégradé (200) quand le relais de messagerie n’accueille plus', async () => {
    const attendu = { postgresql: 'joignable', temporal: 'joignable' };
    expect(await d.api?.readEtat()).toEqual({ etat: 'pret', smtp: 'joignable', ...attendu });
    expect(await (await d.worker.ask('/readyz')).json()).toEqual({
      ...{ etat: 'pret', smtp: 'joignable', taches: 'prises', ...attendu },
    });
    await d.boite.stop();
    await attends('l’API qui se dit dégradée', async () => (await d.api?.readEtat())?.smtp === 'injoignable');
    expect(await d.api?.readEtat()).toEqual({ etat: 'degrade', smtp: 'injoignable', ...attendu });
    expect((await fetch(`${d.api?.url ?? ''}/readyz`)).status).toBe(200);
    expect((await d.worker.ask('/readyz')).status).toBe(200);
    expect(await readMesures()).toContain('jalons_joignable{piece="smtp"} 0');
  });

  test('les journaux suivent une demande : parcours, demande, workflow, sans rien de personnel', async () => {
    const id = parcoursId();
    const workflow = `parcours-${id}`;
    const api = linesOf(d.api?.journal() ?? '').filter((l) => l['parcours'] === id);
    expect(api.length).toBeGreaterThan(3);
    for (const ligne of api)
      expect(ligne).toMatchObject({
        ...{ workflow, demande: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, statut: 200 },
      });
    const worker = linesOf(d.worker.journal()).filter((l) => l['workflow'] === workflow);
    expect(worker).toContainEqual(
      expect.objectContaining({
        parcours: id,
        activite: 'sendRappel',
        cle: expect.stringMatching(/^rdv:/) as string,
      }),
    );
    expect(linesOf(d.worker.journal())).toContainEqual(
      expect.objectContaining({ parcours: id, classe: 'adresse_refusee', msg: 'courriel non remis' }),
    );
    // Whatever a caller writes in an address, a form or a header.
    const url = d.api?.url ?? '';
    await fetch(`${url}/api/v1/parcours?nom=${CANARI}`, { headers: { Authorization: `Bearer ${CANARI}` } });
    await fetch(`${url}/${CANARI}`, { method: 'POST', body: CANARI, headers: { 'X-Nom': CANARI } });
    expect(d.api?.journal()).not.toContain(CANARI);
    expect(d.worker.journal()).not.toContain(CANARI);
  });

  test('les mesures disent ce que dit la base', async () => {
    const mesures = await readMesures();
    const ouverts = await d.base.parcours.groupBy({
      by: ['dispositif', 'edition'],
      where: { clos: false },
      _count: true,
    });
    for (const { dispositif, edition, _count } of ouverts)
      expect(valueOf(mesures, `jalons_parcours_ouverts{edition="${dispositif}/${edition}"}`)).toBe(_count);
    expect(valueOf(mesures, 'jalons_courriels_essais_total{classe="adresse_refusee"}')).toBe(1);
    expect(valueOf(mesures, 'jalons_courriels_essais_total{classe="accepte"}')).toBe(
      await d.base.courriel.count({ where: { etat: 'envoye' } }),
    );
    expect(valueOf(mesures, 'jalons_alertes{cause="echeances"}')).toBe(0);
    expect(valueOf(mesures, 'jalons_echeance_en_retard_secondes')).toBe(0);
  });

  test('aucune étiquette ne porte un identifiant ni un mot venu d’ailleurs', async () => {
    const mesures = await readMesures();
    expect(mesures).not.toContain(CANARI);
    expect(mesures).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/);
  });

  test('chaque mesure que nomme une alerte existe, avec les étiquettes que l’alerte demande', async () => {
    await breakEachThing();
    const mesures = await readMesures();
    const series = mesures.split('\n').filter((l) => l !== '' && !l.startsWith('#'));
    const alertes = listAlertes();
    expect(alertes.length).toBeGreaterThan(15);
    for (const { alert, expr } of alertes) {
      const choisis = selectorsOf(expr);
      expect(choisis.length).toBeGreaterThan(0);
      for (const { nom, choix } of choisis) {
        const etiquettes = [...choix.matchAll(/(\w+)="([^"]*)"/g)].map(([ecrite]) => ecrite);
        const trouvees = series.filter((s) => s.startsWith(`${nom}{`) || s.startsWith(`${nom} `));
        const connues = trouvees.filter((s) => etiquettes.every((e) => s.includes(e)));
        expect({ alert, nom, trouvee: connues.length > 0 }).toEqual({ alert, nom, trouvee: true });
      }
    }
  });

  test('chaque mesure de Jalons est décrite, et chaque mesure décrite existe', async () => {
    const decrites = namesOf(readFile('docs/exploitation/metriques.md'), /\bjalons_[a-z_]+/g);
    expect(namesOf(await readMesures(), /^# TYPE (jalons_[a-z_]+)/gm)).toEqual(decrites);
  });

  test('un second worker à qui l’on donne le même port de mesures travaille quand même, et le dit', async () => {
    const second = createWorkerDEssai(d.reglages);
    await second.start();
    const dit = 'mesures du SDK indisponibles';
    expect(linesOf(second.journal())).toContainEqual(expect.objectContaining({ port: ports.sdk, msg: dit }));
    expect(await (await second.ask('/readyz')).json()).toMatchObject({ taches: 'prises' });
    await second.stop();
  });

  test('ce qui s’arrête se voit : retards, courriels et réveils en attente', async () => {
    await d.worker.stop();
    await freezeHorloge(d.base, instantAt(jour('2025-06-30'), '18:00', 'metropole'));
    await d.base.courriel.updateMany({
      where: { id: (await d.base.courriel.findFirst({ where: { etat: 'envoye' } }))?.id ?? '' },
      data: { etat: 'en_envoi', bailJusqua: new Date(0) },
    });
    await d.base
      .$executeRaw`INSERT INTO reveil VALUES ('parcours-inconnu', 1, 'essai', clock_timestamp() - interval '1 hour')`;
    const mesures = await ask(`http://127.0.0.1:${ports.api}/metrics`);
    expect(valueOf(mesures, 'jalons_alertes{cause="echeances"}')).toBe(1);
    expect(valueOf(mesures, 'jalons_retards{cause="baux"}')).toBeGreaterThan(0);
    expect(valueOf(mesures, 'jalons_echeance_en_retard_secondes')).toBeGreaterThan(24 * 3600);
    expect(valueOf(mesures, 'jalons_courriels_en_attente{etat="bail_expire"}')).toBe(1);
    expect(valueOf(mesures, 'jalons_reveils_en_attente')).toBeGreaterThan(0);
    expect(valueOf(mesures, 'jalons_reveil_plus_ancien_secondes')).toBeGreaterThanOrEqual(3600);
  });

  /** What is counted only once it has happened: a workflow task, an activity and an answer that fail. */
  async function breakEachThing(): Promise<void> {
    const commun = { taskQueue: d.taches };
    const inconnu = await d.client.workflow.start('inconnu', { ...commun, workflowId: 'appat', args: [] });
    const personne = randomUUID();
    const vide = await d.client.workflow.start('accompagnement', {
      ...{ ...commun, workflowId: `parcours-${personne}`, args: [personne] },
    });
    await d.base.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE structure IN ACCESS EXCLUSIVE MODE`;
      await expect(d.api?.guichet.get('/structures')).rejects.toThrow('503');
    }, LONGTEMPS);
    await attends('chaque échec compté', async () => {
      const mesures = await readMesures();
      return (
        /^temporal_workflow_task_execution_failed_total/m.test(mesures) &&
        /^jalons_activite_secondes_count\{activite="lookAtParcours",issue="echouee"\}/m.test(mesures)
      );
    });
    await Promise.all([inconnu.terminate(), vide.terminate()]);
  }
});
