import { proxyActivities } from '@temporalio/workflow';
import type * as activites from '../activities';
import { TENACE } from './options';

const { reconcileParcours } = proxyActivities<activites.ActivitesReconciliation>({
  ...TENACE,
  startToCloseTimeout: '5 minutes',
  summary: 'Cherche ce qui aurait dû avancer et le réveille',
});

/** Every hour of real time, by a Temporal Schedule: whatever should have moved and did not is woken, and counted. */
export async function reconciliation(): Promise<activites.Comptes> {
  return reconcileParcours();
}
