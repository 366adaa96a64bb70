import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PanneDeDemarrage } from './panne';
import { inscribe, strike } from './registre-des-processus';

export type Programme = {
  nom: string;
  commande: string;
  args: readonly string[];
  /** Folder whose register holds the process, and where its journal is written. */
  dossier: string;
  cwd?: string;
  env?: Record<string, string | undefined>;
  uid?: number;
  gid?: number;
  /** How the program is asked to stop; SIGKILL comes last, after `patienceMs`. */
  signal?: NodeJS.Signals;
  patienceMs?: number;
};

const JOURNAL_LINES = 8;
const JOURNAL_WIDTH = 300;

/** One child process, in its own process group, so that a Ctrl-C at the terminal reaches the runner alone. */
export class Processus {
  readonly nom: string;
  readonly pid: number;
  readonly journal: string;
  readonly fin: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  readonly #child: ChildProcess;
  readonly #programme: Programme;
  /** True once we asked for the end: an exit before that is an accident. */
  demande = false;
  termine = false;

  constructor(programme: Programme) {
    this.#programme = programme;
    this.nom = programme.nom;
    this.journal = path.join(programme.dossier, 'journaux', `${programme.nom}.log`);
    mkdirSync(path.dirname(this.journal), { recursive: true });
    const log = openSync(this.journal, 'a');
    this.#child = spawn(programme.commande, programme.args, {
      detached: true,
      stdio: ['ignore', log, log],
      ...(programme.cwd === undefined ? {} : { cwd: programme.cwd }),
      ...(programme.uid === undefined ? {} : { uid: programme.uid, gid: programme.gid }),
      env: { ...process.env, ...programme.env },
    });
    closeSync(log);
    this.fin = new Promise((resolve) => {
      const end = (code: number | null, signal: NodeJS.Signals | null) => {
        this.termine = true;
        if (this.pid > 0) strike(programme.dossier, this.pid);
        resolve({ code, signal });
      };
      this.#child.once('exit', end);
      this.#child.once('error', () => end(null, null));
    });
    this.pid = this.#child.pid ?? -1;
    if (this.pid > 0) inscribe(programme.dossier, this.nom, this.pid, programme.signal ?? 'SIGTERM');
  }

  async stop(): Promise<void> {
    if (this.termine) return;
    this.#signal(this.#programme.signal ?? 'SIGTERM');
    const late = setTimeout(() => this.#signal('SIGKILL'), this.#programme.patienceMs ?? 15_000);
    await this.fin;
    clearTimeout(late);
  }

  async kill(): Promise<void> {
    if (this.termine) return;
    this.#signal('SIGKILL');
    await this.fin;
  }

  lastLines(): string {
    try {
      const lines = readFileSync(this.journal, 'utf8').trimEnd().split('\n').slice(-JOURNAL_LINES);
      return lines.map((line) => line.slice(0, JOURNAL_WIDTH)).join('\n');
    } catch {
      return '';
    }
  }

  #signal(signal: NodeJS.Signals): void {
    this.demande = true;
    try {
      process.kill(-this.pid, signal);
    } catch {
      // Already gone.
    }
  }
}

/** Asks again until `probe` answers true; a process that ends meanwhile is told with its last lines. */
export async function waitUntilReady(
  quoi: string,
  probe: () => Promise<boolean>,
  { processus, timeoutMs = 60_000 }: { processus?: Processus; timeoutMs?: number } = {},
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    if (processus?.termine) {
      throw new PanneDeDemarrage(
        `${quoi} s’est arrêté en démarrant. Fin de ${processus.journal} :\n${processus.lastLines()}`,
      );
    }
    try {
      if (await probe()) return;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) {
      const why = last instanceof Error ? ` Dernière réponse : ${last.message}.` : '';
      const where = processus ? ` Voir ${processus.journal}.` : '';
      throw new PanneDeDemarrage(
        `${quoi} ne répond pas après ${Math.round(timeoutMs / 1000)} s.${why}${where}`,
      );
    }
    await new Promise((r) => setTimeout(r, 50));
  }
}

/** True when an HTTP address answers 2xx. */
export async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
  await response.arrayBuffer();
  return response.ok;
}
