import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import { readBundle } from '../worker/bundle';
import { createWorker, openDepartement } from './lieu';
import type { Banc, Mesure } from './mesure';
import { enQuantiles, secondes } from './nombres';

const ESSAIS = 5;

/** From nothing to a worker that takes tasks: the process whole, and what the SDK does of it, with and without a bundle. */
export const demarrage: Mesure = {
  nom: 'demarrage',
  async mesure(banc) {
    const cache = mkdtempSync(path.join(tmpdir(), 'jalons-demarrage-'));
    try {
      const fabrique = await timed(() => readBundle(cache));
      const prets = await timeCreate(banc, { workflowBundle: await readBundle(cache) });
      const chemin = path.join(__dirname, '..', 'workflows', 'index.ts');
      const sans = await timeCreate(banc, { workflowsPath: chemin });
      const processus = await timeProcessus(banc, cache);
      return [
        {
          quoi: 'Worker.create depuis le paquet tout fait',
          valeur: enQuantiles(prets, secondes),
          repere: 'prototype : 0,3 s',
        },
        {
          quoi: '  sans paquet',
          valeur: enQuantiles(sans, secondes),
          repere: 'prototype : 1,3 à 1,5 s',
        },
        { quoi: '  fabrication du paquet, une fois par version', valeur: secondes(fabrique) },
        { quoi: '  processus entier, du lancement à /readyz', valeur: enQuantiles(processus, secondes) },
      ];
    } finally {
      rmSync(cache, { recursive: true });
    }
  },
};

async function timed(travail: () => Promise<unknown>): Promise<number> {
  const debut = performance.now();
  await travail();
  return performance.now() - debut;
}

async function repeat(travail: () => Promise<number>): Promise<readonly number[]> {
  const durees: number[] = [];
  for (let i = 0; i < ESSAIS; i += 1) durees.push(await travail());
  return durees;
}

type Code = Pick<Parameters<typeof Worker.create>[0], 'workflowBundle' | 'workflowsPath'>;

/** In this process, until the SDK says that it is ready; then it is run and stopped at once, to give its threads back. */
async function timeCreate({ temporalAddress, namespace }: Banc, code: Code): Promise<readonly number[]> {
  const connection = await NativeConnection.connect({ address: temporalAddress });
  try {
    return await repeat(async () => {
      const debut = performance.now();
      const worker = await Worker.create({
        ...{ connection, namespace, taskQueue: 'demarrage' },
        ...code,
        sinks: { points: { passe: { fn: () => undefined } } },
      });
      const duree = performance.now() - debut;
      await worker.runUntil(Promise.resolve());
      return duree;
    });
  } finally {
    await connection.close();
  }
}

async function timeProcessus(banc: Banc, cache: string): Promise<readonly number[]> {
  const d = await openDepartement(banc, { nom: 'demarrage', vies: [] });
  try {
    return await repeat(async () => {
      const worker = await createWorker(banc, d, { JALONS_CACHE: cache });
      const duree = await timed(() => worker.start());
      await worker.stop();
      return duree;
    });
  } finally {
    await d.close();
  }
}
