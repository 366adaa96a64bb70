import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Banc } from '../mesure';

const TACHES = 'etalon';
const ESSAIS = 60;

/** Milliseconds of an empty workflow, from its start to its result, with a worker in this very process. */
export async function timeWorkflowVide({ temporalAddress, namespace }: Banc): Promise<readonly number[]> {
  if (!Runtime._instance) Runtime.install({ logger: new DefaultLogger('ERROR') });
  const native = await NativeConnection.connect({ address: temporalAddress });
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    const worker = await Worker.create({
      ...{ connection: native, namespace, taskQueue: TACHES },
      workflowsPath: path.join(__dirname, 'vide.ts'),
    });
    const client = new Client({ connection, namespace });
    return await worker.runUntil(async () => {
      const durees: number[] = [];
      for (let i = 0; i < ESSAIS; i += 1) {
        const debut = performance.now();
        await client.workflow.execute('vide', { taskQueue: TACHES, workflowId: `etalon-${randomUUID()}` });
        durees.push(performance.now() - debut);
      }
      return durees.slice(ESSAIS / 6);
    });
  } finally {
    await connection.close();
    await native.close();
  }
}
