import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseResultats, sum, UN_ECHEC, UNE_REUSSITE, type Bilan } from './bilan';

export const ROOT = path.join(__dirname, '..', '..');
const bin = (file: string) => path.join(ROOT, 'node_modules', file);

type Verification = { nom: string; args: readonly string[] };

/** The checks that read the code without running it; each counts as one test. */
const VERIFICATIONS: readonly Verification[] = [
  { nom: 'types et règles du code (oxlint)', args: [bin('oxlint/bin/oxlint'), '--deny-warnings', '.'] },
  { nom: 'mise en forme (oxfmt)', args: [bin('oxfmt/bin/oxfmt'), '--check', '.'] },
  {
    nom: 'flèches entre dossiers (dependency-cruiser)',
    args: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', '.'],
  },
  { nom: 'code mort (knip)', args: [bin('knip/bin/knip.js'), '--no-progress'] },
];

/** Room for what lives a moment: with Node's own, a fifth of the processor goes to collecting it. */
const MEMOIRE = ['--max-semi-space-size=64'];

type Fin = { code: number | null; output: string };

/** Runs a Node program of ours to its end; SIGTERM when given up. */
function runNode(
  args: readonly string[],
  arret: AbortSignal,
  inherit: boolean,
  env: Record<string, string> = {},
): Promise<Fin> {
  const child = spawn(process.execPath, [...MEMOIRE, ...args], {
    cwd: ROOT,
    stdio: ['ignore', inherit ? 'inherit' : 'pipe', inherit ? 'inherit' : 'pipe'],
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const abort = () => child.kill('SIGTERM');
  arret.addEventListener('abort', abort, { once: true });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, output: String(error) }));
    child.once('close', (code) => {
      arret.removeEventListener('abort', abort);
      resolve({ code, output });
    });
  });
}

const seconds = (since: number) => `${Math.round((Date.now() - since) / 100) / 10} s`;

async function runVerification({ nom, args }: Verification, arret: AbortSignal): Promise<Bilan> {
  const since = Date.now();
  const { code, output } = await runNode(args, arret, false);
  process.stdout.write(
    `${code === 0 ? '✓' : '✗'} ${nom} (${seconds(since)})\n${code === 0 ? '' : `${output}\n`}`,
  );
  return code === 0 ? UNE_REUSSITE : UN_ECHEC;
}

/** All the checks, so many at a time. */
export async function runVerifications(deFront: 1 | 2, arret: AbortSignal): Promise<Bilan> {
  const waiting = [...VERIFICATIONS];
  const bilans: Bilan[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next && !arret.aborted; next = waiting.shift()) {
      bilans.push(await runVerification(next, arret));
    }
  };
  await Promise.all(Array.from({ length: deFront }, work));
  return sum(bilans);
}

export type Projet = 'sans-serveur' | 'serveur';

/** Test files at a time on two cores: what waits for the servers leaves room for a third. */
const DE_FRONT = 2;
const DE_FRONT_SERVEUR = 3;

export async function runJest(
  projets: readonly Projet[],
  args: readonly string[],
  arret: AbortSignal,
  env: Record<string, string> = {},
): Promise<Bilan> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jalons-jest-'));
  const file = path.join(folder, 'resultats.json');
  const options = [
    '--selectProjects',
    ...projets,
    `--maxWorkers=${projets.includes('serveur') ? DE_FRONT_SERVEUR : DE_FRONT}`,
    '--passWithNoTests',
    '--json',
    `--outputFile=${file}`,
  ];
  try {
    const { code } = await runNode([bin('jest/bin/jest.js'), ...options, ...args], arret, true, {
      JALONS_MODE: 'test',
      ...env,
    });
    return parseResultats(file, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
