import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Inscrit = { nom: string; pid: number; marque: string; signal: NodeJS.Signals };
type Registre = { lanceur: { pid: number; marque: string }; processus: Inscrit[] };

const FILE = 'processus.json';
const PATIENCE_MS = 10_000;

/** When a process began, as the system says it: with the pid, it names one process and never its successor. */
export function readMarque(pid: number): string | null {
  try {
    // The name (second field) may hold spaces: what follows its closing parenthesis does not.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    if (existsSync('/proc/self/stat')) return null;
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

const isAlive = ({ pid, marque }: { pid: number; marque: string }) => readMarque(pid) === marque;

function readRegistre(dossier: string): Registre | null {
  try {
    return JSON.parse(readFileSync(path.join(dossier, FILE), 'utf8')) as Registre;
  } catch {
    return null;
  }
}

function writeRegistre(dossier: string, registre: Registre): void {
  mkdirSync(dossier, { recursive: true });
  const file = path.join(dossier, FILE);
  writeFileSync(`${file}.nouveau`, JSON.stringify(registre, null, 2));
  renameSync(`${file}.nouveau`, file);
}

/** The pid of another runner alive on this folder, or null. */
export function findLanceur(dossier: string): number | null {
  const registre = readRegistre(dossier);
  if (!registre || registre.lanceur.pid === process.pid || !isAlive(registre.lanceur)) return null;
  return registre.lanceur.pid;
}

/** Writes down a process that we start, so that whoever comes after us knows which ones are ours. */
export function inscribe(dossier: string, nom: string, pid: number, signal: NodeJS.Signals): void {
  const marque = readMarque(pid);
  if (marque === null) return;
  const known = readRegistre(dossier);
  const lanceur = { pid: process.pid, marque: readMarque(process.pid) ?? '' };
  writeRegistre(dossier, { lanceur, processus: [...(known?.processus ?? []), { nom, pid, marque, signal }] });
}

export function strike(dossier: string, pid: number): void {
  const known = readRegistre(dossier);
  if (known) writeRegistre(dossier, { ...known, processus: known.processus.filter((p) => p.pid !== pid) });
}

export function closeRegistre(dossier: string): void {
  rmSync(path.join(dossier, FILE), { force: true });
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
}

async function terminate(inscrit: Inscrit): Promise<void> {
  if (!isAlive(inscrit)) return;
  signalGroup(inscrit.pid, inscrit.signal);
  const deadline = Date.now() + PATIENCE_MS;
  while (isAlive(inscrit) && Date.now() < deadline) await new Promise((r) => setTimeout(r, 50));
  if (isAlive(inscrit)) signalGroup(inscrit.pid, 'SIGKILL');
}

/** Ends what a runner killed without warning left behind in this folder, last started first. */
export async function terminateLeftovers(dossier: string, lanceur?: number): Promise<number> {
  const registre = readRegistre(dossier);
  if (!registre || (lanceur !== undefined && registre.lanceur.pid !== lanceur)) return 0;
  const left = registre.processus.filter(isAlive).reverse();
  for (const inscrit of left) await terminate(inscrit);
  // Meanwhile another runner may have written its own register.
  if (readRegistre(dossier)?.lanceur.pid === registre.lanceur.pid) closeRegistre(dossier);
  return left.length;
}
