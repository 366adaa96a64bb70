import type { ActivityExecuteInput, ActivityInterceptorsFactory } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { Mesures } from './mesures';

type Execution = Parameters<ActivityInterceptorsFactory>[0]['info'];

/**
 * One line for each activity, with ids and codes only: the parcours, its workflow, the échéance. What only looks is
 * said in `debug`; what fails is said with its nature, never with its message, which may repeat the values of a row.
 */
export function createTraces(logger: Logger, { activite }: Mesures): ActivityInterceptorsFactory {
  return ({ info }) => ({
    inbound: {
      async execute(input, next) {
        const debut = performance.now();
        const end = (issue: 'aboutie' | 'echouee') => {
          const ms = performance.now() - debut;
          activite(info.activityType, issue, ms / 1000);
          return { ...sujetOf(info, input), ms: Math.round(ms) };
        };
        try {
          const rendu = await next(input);
          logger[info.activityType.startsWith('lookAt') ? 'debug' : 'info'](end('aboutie'), 'activité');
          return rendu;
        } catch (erreur) {
          logger.warn({ ...end('echouee'), nature: natureOf(erreur) }, 'activité échouée');
          throw erreur;
        }
      },
    },
  });
}

function sujetOf(info: Execution, { args }: ActivityExecuteInput) {
  const workflow = info.workflowExecution?.workflowId;
  const [, parcours] = /^parcours-(.+)$/.exec(workflow ?? '') ?? [];
  const [, cle] = args;
  return {
    parcours,
    workflow,
    run: info.workflowExecution?.runId,
    activite: info.activityType,
    cle: typeof cle === 'string' ? cle : undefined,
    essai: info.attempt,
  };
}

function natureOf(erreur: unknown): string {
  if (!(erreur instanceof Error)) return typeof erreur;
  const code: unknown = Reflect.get(erreur, 'code');
  return typeof code === 'string' ? `${erreur.name} ${code}` : erreur.name;
}
