import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NomDePoint } from '../../activities/points';
import { findFreePorts } from '../../tools/moteur/ports';
import { answers, Processus, waitUntilReady } from '../../tools/moteur/processus';
import { AVEC_TYPESCRIPT } from '../../tools/moteur/typescript';
import { environnementOf, type ReglagesDuProcessus } from './environnement';

const ROOT = path.join(__dirname, '..', '..');

/** The real worker, as a process of its own: it can be killed as a power cut would. */
export type WorkerDEssai = {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** SIGKILL, from outside. */
  readonly kill: () => Promise<void>;
  /** The next passage at this place kills the process (worker/point-d-essai.ts). */
  readonly killAt: (point: NomDePoint) => void;
  /** Resolved when the process has ended, however it did. */
  readonly fin: () => Processus['fin'];
  readonly journal: () => string;
  /** What it says of itself on its control port: `/readyz`, `/metrics`. */
  readonly ask: (chemin: string) => Promise<Response>;
};

export function createWorkerDEssai(r: ReglagesDuProcessus): WorkerDEssai {
  let processus: Processus | null = null;
  let url = '';
  const get = (): Processus => {
    if (processus === null) throw new Error('Le worker n’a pas été démarré.');
    return processus;
  };
  return {
    async start() {
      const [port = 0] = await findFreePorts(1);
      processus = new Processus({
        nom: 'worker',
        commande: process.execPath,
        args: [...AVEC_TYPESCRIPT, path.join(ROOT, 'worker', 'main.ts')],
        dossier: r.dossier,
        cwd: ROOT,
        env: { ...environnementOf(r), WORKER_PORT: String(port) },
        patienceMs: 40_000,
      });
      url = `http://127.0.0.1:${port}`;
      await waitUntilReady('Le worker', () => answers(`${url}/readyz`), { processus, timeoutMs: 120_000 });
    },
    stop: async () => processus?.stop(),
    kill: async () => processus?.kill(),
    killAt: (point) => writeFileSync(path.join(r.dossier, 'point'), point),
    fin: () => get().fin,
    journal: () => readFileSync(get().journal, 'utf8'),
    ask: (chemin) => fetch(`${url}${chemin}`),
  };
}
