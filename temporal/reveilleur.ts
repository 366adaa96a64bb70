import type { Client } from '@temporalio/client';
import { readCible, regarde, SUJETS } from '../workflows/messages';

/** Wakes one long-lived thing, or gives it life again: signal-with-start, idempotent by nature. */
export type Reveilleur = { readonly wake: (cible: string, raison: string) => Promise<void> };

const DETAILS = {
  accompagnement: 'Un workflow par parcours. Les données des personnes restent dans PostgreSQL.',
  matinee: 'Un workflow par structure.',
  transfert: 'Un workflow par transfert confirmé. Les données des personnes restent dans PostgreSQL.',
  importation: 'Un workflow par import confirmé. Les données des personnes restent dans PostgreSQL.',
  purge: 'Un workflow par purge confirmée. Les données des personnes restent dans PostgreSQL.',
} as const;

export function createReveilleur(client: Client, taskQueue: string): Reveilleur {
  return {
    async wake(cible, raison) {
      const lue = readCible(cible);
      if (lue === null) throw new Error(`Cible de réveil inconnue : ${cible}`);
      await client.workflow.signalWithStart(lue.workflow, {
        workflowId: cible,
        taskQueue,
        args: [lue.id],
        signal: regarde,
        signalArgs: [raison],
        staticSummary: SUJETS[lue.workflow],
        staticDetails: DETAILS[lue.workflow],
      });
    },
  };
}
