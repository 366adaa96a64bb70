import { setImmediate } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Base } from '../registre/base';
import { deleteReveil, type Reveil } from '../registre/reveils/reveils';
import type { Reveilleur } from '../temporal/reveilleur';

/**
 * Wakes a workflow right after the commit that called for it. Never awaited by an answer, and never an error: the
 * wake-up stays in PostgreSQL, where the relay of the worker finds it (house 1).
 */
export type ReveilImmediat = {
  readonly wake: (reveil: Reveil) => void;
  /** Lets the signals in flight end, then closes. */
  readonly close: () => Promise<void>;
};

const DELAI_MS = 500;
/** Beyond, the engine is slow: the relay will do. */
const A_LA_FOIS = 100;

export function createReveilImmediat(x: {
  readonly base: Base;
  readonly client: Client;
  readonly reveilleur: Reveilleur;
  readonly logger: Logger;
}): ReveilImmediat {
  const enCours = new Set<Promise<void>>();
  const signal = async (reveil: Reveil) => {
    // The answer leaves first: preparing the call costs as much as the rest of the request after its commit.
    await setImmediate();
    await x.client.withDeadline(Date.now() + DELAI_MS, () => x.reveilleur.wake(reveil.cible, reveil.raison));
    await deleteReveil(x.base, reveil);
  };
  return {
    wake(reveil) {
      if (enCours.size >= A_LA_FOIS) return;
      const envoi = signal(reveil)
        .catch((erreur: unknown) => {
          const nature = erreur instanceof Error ? erreur.name : 'inconnue';
          x.logger.debug({ cible: reveil.cible, nature }, 'réveil laissé au relais');
        })
        .finally(() => enCours.delete(envoi));
      enCours.add(envoi);
    },
    async close() {
      await Promise.all(enCours);
      await x.client.connection.close();
    },
  };
}
