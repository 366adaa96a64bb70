import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PanneDeDemarrage, type Progres } from './panne';
import { readMarque } from './registre-des-processus';

const PROGRAMMES = {
  'temporal-server': 'go.temporal.io/server/cmd/server',
  'temporal-sql-tool': 'go.temporal.io/server/cmd/tools/sql',
  'temporal-ui': 'github.com/temporalio/ui-server/v2/cmd/server',
} as const;
const EVERY_MS = 10_000;

type Construction = { go: string; modules: string; folder: string; progres: Progres };

/** Runs go, passing on each line of its output; the last lines tell why when it fails. */
async function runGo(
  { go, modules }: Construction,
  args: string[],
  onLine: (line: string) => void,
): Promise<void> {
  const child = spawn(go, args, {
    cwd: modules,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, GOFLAGS: '' },
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  const last: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    last.push(line);
    if (last.length > 15) last.shift();
    onLine(line);
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  process.off('exit', stop);
  if (code === 0) return;
  throw new PanneDeDemarrage(
    `La construction de Temporal a échoué (« go ${args[0] ?? ''} »). Sans elle, donnez TEMPORAL_ADDRESS ou installez ` +
      `le programme « temporal ».\n${last.join('\n')}`,
  );
}

function countPackages({ go, modules }: Construction): number {
  const args = ['list', '-deps', ...Object.values(PROGRAMMES)];
  const { status, stdout } = spawnSync(go, args, { cwd: modules, encoding: 'utf8', maxBuffer: 1e8 });
  return status === 0 ? stdout.trimEnd().split('\n').length : 0;
}

async function build(construction: Construction, part: string): Promise<void> {
  const { progres } = construction;
  progres('Temporal : téléchargement de ses modules Go, une fois pour toutes…');
  await runGo(construction, ['mod', 'download'], () => undefined);
  const total = countPackages(construction);
  const since = Date.now();
  let compiled = 0;
  let saidAt = 0;
  for (const [name, source] of Object.entries(PROGRAMMES)) {
    const args = ['build', '-v', '-trimpath', '-ldflags=-s -w', '-o', path.join(part, name), source];
    await runGo(construction, args, () => {
      compiled += 1;
      if (Date.now() - saidAt < EVERY_MS) return;
      saidAt = Date.now();
      const elapsed = Math.round((saidAt - since) / 1000);
      progres(`Temporal : ${compiled} paquets compilés sur ${total} au plus, depuis ${elapsed} s…`);
    });
  }
}

/** Takes the right to build; null while another living builder holds it. */
function takeTurn(lock: string): boolean {
  try {
    writeFileSync(lock, JSON.stringify({ pid: process.pid, marque: readMarque(process.pid) }), {
      flag: 'wx',
    });
    return true;
  } catch {
    // Held by someone: still alive?
  }
  try {
    const holder = JSON.parse(readFileSync(lock, 'utf8')) as { pid: number; marque: string };
    if (readMarque(holder.pid) !== holder.marque) rmSync(lock, { force: true });
  } catch {
    // Being written or just removed: the next turn tells.
  }
  return false;
}

/** Builds next to the final folder and renames at the end: a folder that is there is whole. */
export async function buildTemporal(construction: Construction): Promise<void> {
  const { folder, progres } = construction;
  const lock = `${folder}.verrou`;
  mkdirSync(path.dirname(folder), { recursive: true });
  progres(
    'Temporal n’est pas encore sur cette machine : il est construit à partir de ses sources (7 à 10 minutes sur deux ' +
      'cœurs, une seule fois ; les démarrages suivants prennent quelques secondes).',
  );
  for (let waited = false; !takeTurn(lock); waited = true) {
    if (!waited) progres('Temporal : une autre commande le construit déjà, attente…');
    await new Promise((r) => setTimeout(r, 1000));
    if (existsSync(folder)) return;
  }
  const part = `${folder}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  try {
    if (existsSync(folder)) return;
    await build(construction, part);
    renameSync(part, folder);
    progres(`Temporal : construit, gardé dans ${folder}.`);
  } finally {
    rmSync(part, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
}
