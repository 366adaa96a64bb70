import { DefaultLogger } from '@temporalio/worker';
import type { Logger } from 'pino';

/** What the SDK has to say, in our journal: who is concerned, and why, without anything that a person wrote. */
export function createJournalDuSdk(logger: Logger): DefaultLogger {
  return new DefaultLogger('WARN', ({ level, message, meta }) => {
    const dit = {
      workflowId: texteOf(meta?.['workflowId']),
      runId: texteOf(meta?.['runId']),
      activityType: texteOf(meta?.['activityType']),
      erreur: nameOf(meta?.['error']),
      cause: causeOf(meta?.['failure']),
    };
    logger[level === 'ERROR' ? 'error' : 'warn'](dit, message);
  });
}

function texteOf(valeur: unknown): string | undefined {
  return typeof valeur === 'string' ? valeur : undefined;
}

/** The first line of what an error says: what follows may repeat the values of a row. */
function nameOf(erreur: unknown): string | undefined {
  return erreur instanceof Error ? `${erreur.name}: ${firstLine(erreur.message)}` : undefined;
}

/**
 * Why a workflow task failed, as the core of the SDK prints it (`Failure { failure: Some(Failure { message: "…" …`):
 * the outermost message only. It is born in workflow code, which holds ids, codes and days; the causes below it may
 * come from an activity, and are left in Temporal.
 */
function causeOf(echec: unknown): string | undefined {
  if (typeof echec !== 'string') return undefined;
  const [, dit] = /message: "((?:[^"\\]|\\.)*)"/.exec(echec) ?? [];
  return dit === undefined ? undefined : firstLine(dit.replace(/\\n[^]*$/, '').replace(/\\(["'\\])/g, '$1'));
}

function firstLine(phrase: string): string {
  return phrase.split('\n', 1)[0]?.slice(0, 300) ?? '';
}
