import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { ActivitesEnvoi } from '../activities';
import { ENVOI } from './options';

/** Mails leave by a task queue of their own, named after the workflow's, so that they can be paced apart. */
export const deliverCourriels: ActivitesEnvoi['sendCourriels'] = (expediteur) =>
  proxyActivities<ActivitesEnvoi>({
    ...ENVOI,
    taskQueue: `${workflowInfo().taskQueue}-courriels`,
    summary: 'Envoie les courriels en attente',
  }).sendCourriels(expediteur);
