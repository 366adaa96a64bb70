import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { getConfiguration } from '../../config/configuration';
import { createBase } from '../../registre/base';
import { createDossierJetable } from '../../tools/moteur/moteur';
import { findFreePorts } from '../../tools/moteur/ports';
import { MOT_DE_PASSE, UTILISATEUR } from '../../tools/moteur/postgres';
import { readFile } from '../docs/lire';

/** Two starts and two stops in one test, on a machine that may be busy with others. */
jest.setTimeout(300_000);

const ROOT = path.join(__dirname, '../..');
const VARIABLES = [
  'API_PORT',
  'WORKER_PORT',
  'API_METRIQUES_PORT',
  'SDK_METRIQUES_PORT',
  'JALONS_PORT_POSTGRES',
  'JALONS_PORT_TEMPORAL',
  'JALONS_PORT_TEMPORAL_UI',
  'JALONS_PORT_SMTP',
  'JALONS_PORT_COURRIELS',
];

let dossier: string;
let env: Record<string, string>;

beforeAll(async () => {
  dossier = createDossierJetable('start');
  const ports = await findFreePorts(VARIABLES.length);
  env = {
    ...Object.fromEntries(VARIABLES.map((variable, i) => [variable, String(ports[i])])),
    JALONS_MODE: 'demonstration',
    JALONS_DOSSIER: dossier,
    JALONS_CACHE: getConfiguration().JALONS_CACHE,
  };
});

afterAll(() => rmSync(dossier, { recursive: true, force: true }));

type Lance = { child: ChildProcess; output: () => string; fin: Promise<number | null> };

function jalons(commande: string, extra: Record<string, string> = {}): Lance {
  const child = spawn(process.execPath, ['tools/demarrer.mjs', commande], {
    cwd: ROOT,
    env: { ...process.env, ...env, ...extra },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output, fin: new Promise((resolve) => child.once('close', resolve)) };
}

async function waitFor({ output, fin }: Lance, words: string): Promise<void> {
  const state = { ended: false };
  void fin.then(() => (state.ended = true));
  while (!output().includes(words)) {
    if (state.ended) throw new Error(`Fini sans dire « ${words} » :\n${output()}`);
    await new Promise((r) => setTimeout(r, 50));
  }
}

const answersAt = async (variable: string, where: string) =>
  (await fetch(`http://127.0.0.1:${env[variable] ?? ''}${where}`)).status;

/** What an administrator pastes: on the fictional département each finds something, but for what would be an anomaly. */
const REQUETES = [...readFile('docs/exploitation/interface-temporal.md').matchAll(/```sql\n([^`]+)\n```/g)];
const ANOMALIE = /contenu_refuse|JalonsProchaine <|ReportedProblems|"Failed"|"reconciliation"/;

/** The ready queries whose answer is not yet what it should be; one that the server refuses throws. */
async function requetesATort({ workflow }: Client): Promise<string[]> {
  const aTort: string[] = [];
  for (const [, query = ''] of REQUETES) {
    const { count } = await workflow.count(query);
    if (ANOMALIE.test(query) ? count > 0 : count === 0) aTort.push(query);
  }
  return aTort;
}

/** One parcours as a version kept it that knew neither answers nor steps. */
async function ageUnParcours(): Promise<string> {
  const port = env['JALONS_PORT_POSTGRES'] ?? '';
  const base = createBase(`postgresql://${UTILISATEUR}:${MOT_DE_PASSE}@127.0.0.1:${port}/jalons`);
  const [lu] = await base.$queryRaw<{ id: string }[]>`
    UPDATE parcours SET etat = (etat - 'forme' - 'reponses') #- '{engagement,etapes}'
    WHERE id = (SELECT min(id::text)::uuid FROM parcours WHERE NOT clos) RETURNING id`;
  await base.$disconnect();
  return lu?.id ?? '';
}

/** One life of `npm start`, from the first run to the reset. */
describe('npm start', () => {
  let vieilli = '';

  test('un port déjà pris : une phrase qui nomme la variable, sans pile', async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(Number(env['API_PORT']), '127.0.0.1', resolve));
    const start = jalons('start');
    expect(await start.fin).toBe(1);
    expect(start.output()).toContain(`Le port ${env['API_PORT'] ?? ''} (l’API et les pages) est déjà pris`);
    expect(start.output()).not.toMatch(/\n\s+at /);
    await new Promise((resolve) => server.close(resolve));
  });

  test('tout répond quand il se dit prêt, chaque requête prête pour l’administrateur trouve, un second lanceur et une remise à zéro sont refusés ; puis il est tué net', async () => {
    const start = jalons('start');
    await waitFor(start, 'Jalons est prêt');
    expect(await answersAt('API_PORT', '/healthz')).toBe(200);
    expect(await answersAt('WORKER_PORT', '/readyz')).toBe(200);
    expect(await answersAt('JALONS_PORT_COURRIELS', '/')).toBe(200);
    expect(await answersAt('JALONS_PORT_TEMPORAL_UI', '/')).toBe(200);

    const connection = await Connection.connect({
      address: `127.0.0.1:${env['JALONS_PORT_TEMPORAL'] ?? ''}`,
    });
    const client = new Client({ connection, namespace: 'jalons' });
    expect(REQUETES.length).toBeGreaterThan(10);
    let aTort = await requetesATort(client);
    // The relay is still waking the parcours when everything answers.
    for (let essai = 0; aTort.length > 0 && essai < 20; essai++) aTort = await requetesATort(client);
    expect(aTort).toEqual([]);
    await connection.close();

    const second = jalons('start');
    expect(await second.fin).toBe(1);
    expect(second.output()).toMatch(/Jalons tourne déjà dans .* arrêtez-le par Ctrl-C/);
    expect(second.output()).not.toMatch(/\n\s+at /);
    const reset = jalons('reset');
    expect(await reset.fin).toBe(1);

    vieilli = await ageUnParcours();
    expect(await answersAt('API_PORT', `/parcours/${vieilli}`)).toBe(500);
    start.child.kill('SIGKILL');
    await start.fin;
  });

  test('le suivant prend sa place et retrouve les données, même d’une version d’avant ; Ctrl-C arrête tout et finit par 0 ; reset les efface', async () => {
    const next = jalons('start');
    await waitFor(next, 'Jalons est prêt');
    expect(next.output()).not.toContain('préparation du dossier des données');
    expect(next.output()).toContain('1 parcours gardé par une autre version, récrit depuis son journal.');
    expect(await answersAt('API_PORT', `/parcours/${vieilli}`)).toBe(200);

    next.child.kill('SIGINT');
    expect(await next.fin).toBe(0);
    for (const variable of ['API_PORT', 'WORKER_PORT', 'JALONS_PORT_COURRIELS']) {
      await expect(answersAt(variable, '/')).rejects.toThrow();
    }
    const reset = jalons('reset');
    expect(await reset.fin).toBe(0);
    expect(reset.output()).toContain('Données effacées');
  });

  test('une configuration fautive arrête tout avant de commencer', async () => {
    const start = jalons('start', { API_PORT: 'abc' });
    expect(await start.fin).toBe(78);
    expect(start.output()).toContain('API_PORT : valeur « abc » refusée');
  });
});
