import { Connection, type ConnectionOptions } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { ATTRIBUTS_DE_RECHERCHE } from '../../temporal/attributs';
import { PanneDeDemarrage } from './panne';
import { waitUntilReady } from './processus';

const { TASK_QUEUE_TYPE_WORKFLOW } = temporal.api.enums.v1.TaskQueueType;
const ALREADY_EXISTS = 6;
const NOT_FOUND = 5;
const DAY_MS = 24 * 3_600_000;

const codeOf = (error: unknown) => (error as { code?: number }).code;

async function except<T>(codes: number[], call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (codes.includes(codeOf(error) ?? -1)) return null;
    throw error;
  }
}

/** True when the server answers; a refused connection throws. */
export async function isServing(address: string): Promise<boolean> {
  const connection = await Connection.connect({ address, connectTimeout: '2s' });
  await connection.close();
  return true;
}

async function addAttributs(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(ATTRIBUTS_DE_RECHERCHE).filter(([name]) => !(name in customAttributes));
  if (missing.length === 0) return;
  await except([ALREADY_EXISTS], () =>
    connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing),
    }),
  );
}

/**
 * A namespace just registered reaches each service in its own time: history, matching and visibility are asked about
 * something that does not exist, until they answer something else than "no such namespace".
 */
async function isUsable(connection: Connection, namespace: string): Promise<boolean> {
  const service = connection.workflowService;
  const unknown = { workflowId: 'sonde-de-demarrage' };
  try {
    await service.describeWorkflowExecution({ namespace, execution: unknown });
  } catch (error) {
    if (codeOf(error) !== NOT_FOUND || /namespace/i.test((error as Error).message)) throw error;
  }
  await service.describeTaskQueue({
    namespace,
    taskQueue: { name: 'sonde' },
    taskQueueType: TASK_QUEUE_TYPE_WORKFLOW,
  });
  const query = Object.keys(ATTRIBUTS_DE_RECHERCHE)
    .map((name) => `${name} = "sonde"`)
    .join(' OR ');
  await service.listWorkflowExecutions({ namespace, pageSize: 1, query });
  return true;
}

async function prepareEspace(
  connection: Connection,
  namespace: string,
  retentionDays: number,
): Promise<void> {
  const known = await except([NOT_FOUND], () => connection.workflowService.describeNamespace({ namespace }));
  if (!known) {
    await except([ALREADY_EXISTS], () =>
      connection.workflowService.registerNamespace({
        namespace,
        description: 'Jalons',
        workflowExecutionRetentionPeriod: msToTs(retentionDays * DAY_MS),
      }),
    );
  }
  await waitUntilReady(`Le namespace « ${namespace} »`, () =>
    addAttributs(connection, namespace).then(() => true),
  );
  await waitUntilReady(`Le namespace « ${namespace} »`, () => isUsable(connection, namespace));
}

/** A server that the person gives may be stopped, or elsewhere: said in one sentence. */
async function connect(options: ConnectionOptions): Promise<Connection> {
  try {
    return await Connection.connect(options);
  } catch (error) {
    throw new PanneDeDemarrage(
      `Le serveur Temporal ${options.address ?? ''} ne répond pas (${(error as Error).message}) : ` +
        'vérifiez qu’il est en marche, et ce que disent TEMPORAL_ADDRESS, TEMPORAL_API_KEY ou TEMPORAL_TLS_*. ' +
        'Sans TEMPORAL_ADDRESS, npm start lance le sien.',
    );
  }
}

/** Registers namespaces and search attributes where missing, and waits until a workflow could start there. */
export async function prepareEspaces(
  options: ConnectionOptions,
  namespaces: readonly string[],
  retentionDays = 1,
): Promise<void> {
  const connection = await connect(options);
  try {
    await Promise.all(namespaces.map((namespace) => prepareEspace(connection, namespace, retentionDays)));
  } catch (error) {
    if (error instanceof PanneDeDemarrage) throw error;
    throw new PanneDeDemarrage(
      `Le serveur Temporal ${options.address ?? ''} refuse de préparer « ${namespaces.join(' », « ')} » ` +
        `(${(error as Error).message}) : créez-y le namespace et les attributs de recherche ` +
        `${Object.keys(ATTRIBUTS_DE_RECHERCHE).join(', ')} (Keyword), puis recommencez.`,
    );
  } finally {
    await connection.close();
  }
}
