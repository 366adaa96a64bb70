import type { InjectedSinks, WorkerOptions } from '@temporalio/worker';
import type { Point } from '../activities/points';
import type { Configuration } from '../config/configuration';
import { readReglagesSmtp } from '../config/reglages-smtp';
import type { PointsDuWorkflow } from '../workflows/points';

/** Settings of the worker, each with its why. */
export function readReglagesWorker(config: Configuration) {
  return {
    parcours: {
      taskQueue: config.TACHES,
      // A cold wake costs four times a cached one (design notes 3): as many as memory allows, 0.25 MB each.
      maxCachedWorkflows: config.WORKER_CACHE,
      // Two cores, and one transaction each: more would only wait for a connection.
      maxConcurrentWorkflowTaskExecutions: 20,
      maxConcurrentLocalActivityExecutions: config.DATABASE_CONNEXIONS,
      maxConcurrentActivityTaskExecutions: config.DATABASE_CONNEXIONS,
      // When this worker dies, what it had been given is taken over after this long. Shorter than the wait of a wake
      // among many, it would be the load itself that sets each wake going again, with its whole history.
      stickyQueueScheduleToStartTimeout: `${config.WORKER_REPRISE} seconds`,
    },
    courriels: {
      taskQueue: `${config.TACHES}-courriels`,
      maxConcurrentActivityTaskExecutions: 10,
      maxTaskQueueActivitiesPerSecond: config.COURRIELS_PAR_SECONDE,
    },
    smtp: readReglagesSmtp(config),
    sinks: (point: Point): InjectedSinks<PointsDuWorkflow> => ({
      points: { passe: { fn: (_info, nom) => point(nom), callDuringReplay: false } },
    }),
  } as const satisfies {
    parcours: Partial<WorkerOptions>;
    courriels: Partial<WorkerOptions>;
    [cle: string]: unknown;
  };
}
