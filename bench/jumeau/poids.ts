import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

const { EVENT_TYPE_WORKFLOW_TASK_SCHEDULED } = temporal.api.enums.v1.EventType;

/** What one life weighs on the server, over all its runs. */
export type Poids = {
  readonly runs: number;
  readonly evenements: number;
  readonly taches: number;
  readonly octets: number;
  /** How many events of each kind, most frequent first. */
  readonly sortes: readonly (readonly [string, number])[];
};

export async function weigh(client: Client, workflowId: string): Promise<Poids> {
  const sortes = new Map<string, number>();
  const runs = await listRuns(client, workflowId);
  let [taches, octets] = [0, 0];
  for (const runId of runs) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    for (const { eventType } of events ?? []) {
      const sorte = temporal.api.enums.v1.EventType[eventType ?? 0] ?? '?';
      sortes.set(sorte, (sortes.get(sorte) ?? 0) + 1);
      if (eventType === EVENT_TYPE_WORKFLOW_TASK_SCHEDULED) taches += 1;
    }
    octets += await client.workflow
      .getHandle(workflowId, runId)
      .describe()
      .then((d) => d.historySize ?? 0);
  }
  const total = [...sortes.values()].reduce((somme, n) => somme + n, 0);
  const triees = [...sortes].sort(([, x], [, y]) => y - x);
  return { runs: runs.length, evenements: total, taches, octets, sortes: triees };
}

/** From the latest run back to the first: the list of the server comes late, the histories do not. */
async function listRuns(client: Client, workflowId: string): Promise<readonly string[]> {
  const runs: string[] = [];
  let runId = (await client.workflow.getHandle(workflowId).describe()).runId;
  while (runId !== '') {
    runs.push(runId);
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
  }
  return runs;
}
