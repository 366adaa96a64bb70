import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Connection, Client } from '@temporalio/client';
import { getConfiguration } from '../../../config/configuration';
import { ATTRIBUTS_DE_RECHERCHE } from '../../../temporal/attributs';
import { createDossierJetable, startMoteur, type Moteur } from '../../../tools/moteur/moteur';
import { findFreePorts } from '../../../tools/moteur/ports';
import { readMarque } from '../../../tools/moteur/registre-des-processus';

const ROOT = path.join(__dirname, '../../..');
const given = Boolean(process.env['TEMPORAL_ADDRESS']);
let moteur: Moteur;

async function start(): Promise<Moteur> {
  const [postgres = 0, temporal = 0, ui = 0] = await findFreePorts(3);
  return startMoteur({
    dossier: createDossierJetable('moteur'),
    cache: getConfiguration().JALONS_CACHE,
    ports: { postgres, temporal, ui },
    namespaces: ['premier', 'second'],
    jetable: true,
    durable: true,
    progres: () => undefined,
  });
}

beforeAll(async () => {
  moteur = await start();
});

afterAll(() => moteur.stop());

/** Starts a workflow that nobody runs: what matters is that the server takes it. */
async function startWorkflow(namespace: string, id: string): Promise<void> {
  const connection = await Connection.connect({ address: moteur.temporalAddress });
  const client = new Client({ connection, namespace });
  await client.workflow.start('personne', { taskQueue: 'nulle-part', workflowId: id });
  await client.workflow.getHandle(id).terminate();
  await connection.close();
}

const describeIfOurs = given ? describe.skip : describe;

describeIfOurs('Le moteur', () => {
  test('est utilisable dès qu’il est dit prêt, dans chacun de ses namespaces', async () => {
    await startWorkflow('premier', 'a');
    await startWorkflow('second', 'a');
  });

  test('connaît les attributs de recherche des parcours', async () => {
    const connection = await Connection.connect({ address: moteur.temporalAddress });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace: 'second',
    });
    expect(Object.keys(customAttributes)).toEqual(
      expect.arrayContaining(Object.keys(ATTRIBUTS_DE_RECHERCHE)),
    );
    await connection.close();
  });

  test('sert l’interface de Temporal, où les actions sont permises', async () => {
    const settings = (await (await fetch(`${moteur.uiUrl ?? ''}/api/v1/settings`)).json()) as object;
    expect(settings).toMatchObject({ DisableWriteActions: false });
  });

  test('PostgreSQL tué net revient, avec ce qui était validé', async () => {
    await moteur.createDatabase('durable');
    await moteur.postgres.query('durable', 'create table t as select 42 as n');
    await moteur.postgres.kill();
    await moteur.postgres.start();
    expect(await moteur.postgres.query('durable', 'select n from t')).toEqual([{ n: 42 }]);
  });

  test('un postmaster.pid qui porte le numéro d’un autre programme ne bloque pas le démarrage', async () => {
    await moteur.postgres.kill();
    const file = path.join(moteur.dossier, 'postgres/postmaster.pid');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^\d+/, String(process.pid)));
    await moteur.postgres.start();
    expect(await moteur.postgres.query('postgres', 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  test('Temporal arrêté puis relancé, ou tué puis relancé, sert de nouveau en moins de dix secondes', async () => {
    for (const end of [() => moteur.temporal?.stop(), () => moteur.temporal?.kill()]) {
      await end();
      const since = Date.now();
      await moteur.temporal?.start();
      await startWorkflow('premier', `apres-${since}`);
      expect(Date.now() - since).toBeLessThan(10_000);
    }
  });

  test('un lanceur tué net ne laisse aucun processus : son gardien les termine et efface les données jetables', async () => {
    const script = `
      require('./tools/typescript.cjs');
      const { createDossierJetable, startMoteur } = require('./tools/moteur/moteur.ts');
      const { findFreePorts } = require('./tools/moteur/ports.ts');
      (async () => {
        const [postgres, temporal] = await findFreePorts(2);
        const m = await startMoteur({ dossier: createDossierJetable('tue'), cache: ${JSON.stringify(getConfiguration().JALONS_CACHE)},
          ports: { postgres, temporal, ui: null }, namespaces: ['n'], jetable: true, progres() {} });
        console.log(JSON.stringify({ dossier: m.dossier, pids: m.processus().map((p) => p.pid) }));
        setInterval(() => {}, 1000);
      })();`;
    const lanceur = spawn(process.execPath, ['-e', script], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const line = await new Promise<string>((resolve) =>
      lanceur.stdout.once('data', (d: Buffer) => resolve(d.toString())),
    );
    const { dossier, pids } = JSON.parse(line) as { dossier: string; pids: number[] };
    expect(pids.length).toBe(2);
    lanceur.kill('SIGKILL');
    lanceur.stdout.destroy();
    const deadline = Date.now() + 20_000;
    while (existsSync(dossier) && Date.now() < deadline) await new Promise((r) => setTimeout(r, 100));
    expect(pids.map(readMarque)).toEqual([null, null]);
    expect(existsSync(dossier)).toBe(false);
  });
});
