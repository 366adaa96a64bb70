import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MEMOIRE_DE_L_API } from '../../tools/moteur/memoire';
import { answers, waitUntilReady } from '../../tools/moteur/processus';
import { AVEC_TYPESCRIPT } from '../../tools/moteur/typescript';

const ROOT = path.join(__dirname, '..', '..');

/** A server of the repository in a process of its own, for the time of a measure; the API and its twin alike. */
export type Programme = {
  readonly url: string;
  readonly answers: () => Promise<void>;
  /** Processor time that it has taken since it started; 0 where the system does not say. */
  readonly cpuMs: () => number;
  readonly stop: () => Promise<void>;
};

export function startProgramme(
  fichier: string,
  env: Readonly<Record<string, string>> & { readonly API_PORT: string },
): Programme {
  const child = spawn(process.execPath, [...MEMOIRE_DE_L_API, ...AVEC_TYPESCRIPT, path.join(ROOT, fichier)], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  const fin = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = `http://127.0.0.1:${env.API_PORT}`;
  return {
    url,
    answers: () => waitUntilReady(fichier, () => answers(`${url}/healthz`)),
    cpuMs: () => readCpuMs(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      await fin;
    },
  };
}

/** Linux counts by hundredths of a second: fields 14 and 15 of proc(5), user and system. */
function readCpuMs(pid: number): number {
  try {
    const [, apres = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const champs = apres.split(' ');
    return (Number(champs[11]) + Number(champs[12])) * 10;
  } catch {
    return 0;
  }
}
