import { DefaultLogger, type InjectedSinks, type WorkerOptions } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { ReglagesSmtp } from '../activities/envoi/relais-smtp';
import type { Point } from '../activities/points';
import type { Configuration } from '../config/configuration';
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
      // When this worker dies, its parcours are taken over after this long.
      stickyQueueScheduleToStartTimeout: '2 seconds',
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
    journalDuSdk: (logger: Logger) =>
      new DefaultLogger('WARN', ({ level, message, meta }) => {
        const ids = {
          workflowId: texteOf(meta?.['workflowId']),
          activityType: texteOf(meta?.['activityType']),
        };
        logger[level === 'ERROR' ? 'error' : 'warn']({ ...ids, erreur: nameOf(meta?.['error']) }, message);
      }),
  } as const satisfies {
    parcours: Partial<WorkerOptions>;
    courriels: Partial<WorkerOptions>;
    [cle: string]: unknown;
  };
}

function texteOf(valeur: unknown): string | undefined {
  return typeof valeur === 'string' ? valeur : undefined;
}

/** Only what an error is, never its sentence: it may repeat what a person wrote. */
function nameOf(erreur: unknown): string | undefined {
  return erreur instanceof Error
    ? `${erreur.name}: ${erreur.message.split('\n', 1)[0]?.slice(0, 200) ?? ''}`
    : undefined;
}

function readReglagesSmtp(config: Configuration): ReglagesSmtp {
  return {
    host: config.SMTP_HOST,
    port: config.SMTP_PORT,
    securite: config.SMTP_SECURITE,
    utilisateur: config.SMTP_UTILISATEUR ?? null,
    motDePasse: config.SMTP_MOT_DE_PASSE ?? null,
    expediteur: parseExpediteur(config.COURRIEL_EXPEDITEUR),
  };
}

/** `Nom <adresse>` or an address alone. */
function parseExpediteur(texte: string): ReglagesSmtp['expediteur'] {
  const [, name = '', address = texte] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(texte) ?? [];
  return { name: name === '' ? 'Jalons' : name, address };
}
