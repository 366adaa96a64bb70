import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { RECONCILIATION } from '../workflows/messages';

/** The one thing that follows the server's clock: real time, hourly (house 1). Created once, left alone after. */
export async function ensureReconciliation(client: Client, taskQueue: string): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: `${RECONCILIATION}-${taskQueue}`,
      spec: { intervals: [{ every: '1 hour' }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '10 minutes' },
      action: {
        type: 'startWorkflow',
        workflowType: RECONCILIATION,
        taskQueue,
        workflowId: `${RECONCILIATION}-${taskQueue}`,
        args: [],
        staticSummary: 'Réconciliation : réveille ce qui aurait dû avancer',
      },
    });
  } catch (erreur) {
    if (!(erreur instanceof ScheduleAlreadyRunning)) throw erreur;
  }
}
