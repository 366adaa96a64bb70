import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getConfiguration } from '../../config/configuration';
import { parseJUnit, UN_ECHEC, type Bilan } from '../essais/bilan';
import { NAMESPACE_FUZZ } from '../essais/moteur-d-essai';
import { isTemporalGiven, type Moteur } from '../moteur/moteur';
import { findFreePorts } from '../moteur/ports';
import { answers, Processus, waitUntilReady } from '../moteur/processus';
import { AVEC_TYPESCRIPT } from '../moteur/typescript';
import { populate } from './departement';
import { ensureSchemathesis } from './schemathesis';

const ROOT = path.join(__dirname, '..', '..');
const BASE = 'essai_fuzz';

type Lieu = { readonly moteur: Moteur; readonly modele: string; readonly dossier: string };

const say = (phrase: string) => void process.stdout.write(`${phrase}\n`);

/** The running API, asked by schemathesis all that its document allows and forbids: one test an operation. */
export async function runFuzz(lieu: Lieu, arret: AbortSignal): Promise<Bilan> {
  try {
    return await askEverything(lieu, arret);
  } catch (erreur) {
    say(`✗ L’API face à schemathesis : ${erreur instanceof Error ? erreur.message : String(erreur)}`);
    return UN_ECHEC;
  }
}

async function askEverything({ moteur, modele, dossier }: Lieu, arret: AbortSignal): Promise<Bilan> {
  const programme = ensureSchemathesis(getConfiguration().JALONS_CACHE, say);
  await moteur.postgres.query('postgres', `create database ${BASE} template ${modele}`);
  const [port = 0] = await findFreePorts(1);
  const api = `http://127.0.0.1:${port}`;
  const env = environmentOf(moteur, dossier, port);
  const processus = new Processus({
    ...{ nom: 'api-fuzz', commande: process.execPath, args: [...AVEC_TYPESCRIPT, 'api/main.ts'] },
    ...{ dossier, cwd: ROOT, env, patienceMs: 30_000 },
  });
  try {
    await waitUntilReady('L’API', () => answers(`${api}/healthz`), { processus, timeoutMs: 120_000 });
    const jeton = createJeton(env);
    const connus = await populate(api, jeton);
    say('L’API face à schemathesis');
    const rapport = path.join(dossier, 'schemathesis.xml');
    const args = [
      ...['--config-file', path.join(__dirname, 'schemathesis.toml')],
      ...['run', `${api}/api/v1/openapi.json`, '--url', api, '--no-color'],
      ...['--header', `Authorization: Bearer ${jeton}`],
      ...['--report', 'junit', '--report-junit-path', rapport],
    ];
    const lu = {
      JALONS_FUZZ_CROCHETS: path.join(__dirname, 'crochets.py'),
      JALONS_FUZZ_CONNUS: JSON.stringify(connus),
    };
    const { code, sortie } = await runSchemathesis(programme, args, lu, { dossier, arret });
    const bilan = parseJUnit(rapport, code);
    // Its last lines sum up the cases asked; everything it said, when something is to be mended.
    const lignes = sortie.trimEnd().split('\n');
    say((bilan.failed > 0 ? [...lignes, ...boguesOf(processus.journal)] : lignes.slice(-1)).join('\n'));
    return bilan;
  } finally {
    await processus.stop();
  }
}

/** Where the API broke, from its log: the answer itself says nothing of it. */
function boguesOf(journal: string): readonly string[] {
  return readFileSync(journal, 'utf8')
    .split('\n')
    .filter((ligne) => ligne.includes('"msg":"bogue"'));
}

function environmentOf(moteur: Moteur, dossier: string, port: number): Record<string, string> {
  const profil = path.join(dossier, 'fuzz-profil.toml');
  mkdirSync(dossier, { recursive: true });
  writeFileSync(profil, '[profile.default]\n');
  return {
    JALONS_MODE: 'test',
    DATABASE_URL: moteur.databaseUrl(BASE),
    API_PORT: String(port),
    API_URL: `http://127.0.0.1:${port}`,
    API_METRIQUES_PORT: '0',
    SDK_METRIQUES_PORT: '0',
    API_REQUETES_PAR_SECONDE: '0',
    API_INCONNUS_PAR_MINUTE: '0',
    // Nobody works: what is written waits, as when the worker is away.
    TACHES: 'sans-worker',
    TEMPORAL_NAMESPACE: NAMESPACE_FUZZ,
    ...(isTemporalGiven(process.env)
      ? {}
      : { TEMPORAL_ADDRESS: moteur.temporalAddress, TEMPORAL_CONFIG_FILE: profil }),
  };
}

function createJeton(env: Record<string, string>): string {
  const args = [...AVEC_TYPESCRIPT, 'jalons/main.ts', 'jeton', 'fuzz', '--portees=toutes'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    ...{ cwd: ROOT, encoding: 'utf8' },
    env: { ...process.env, ...env },
  });
  const jeton = stdout.trim();
  if (!jeton.startsWith('jalons_')) throw new Error(`Aucun jeton : ${stderr}`);
  return jeton;
}

function runSchemathesis(
  programme: string,
  args: readonly string[],
  env: Record<string, string>,
  { dossier, arret }: { readonly dossier: string; readonly arret: AbortSignal },
): Promise<{ code: number | null; sortie: string }> {
  const child = spawn(programme, args, {
    // Whatever it leaves behind is thrown away with the rest.
    cwd: dossier,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let sortie = '';
  for (const flux of [child.stdout, child.stderr]) flux.on('data', (m: Buffer) => (sortie += m.toString()));
  const abort = () => child.kill('SIGTERM');
  arret.addEventListener('abort', abort, { once: true });
  return new Promise((resolve) => {
    child.once('error', (erreur) => resolve({ code: null, sortie: String(erreur) }));
    child.once('close', (code) => {
      arret.removeEventListener('abort', abort);
      resolve({ code, sortie });
    });
  });
}
