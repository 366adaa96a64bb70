import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemeLeve, problemeOf } from './probleme';

/** Counts one request of a holder; throws a 429 that says when to come back. */
export type Debit = (porteur: string) => Promise<void>;

/** Counted over ten seconds: a burst passes, a loop that never stops does not. */
const FENETRE_S = 10;

/** In each process, by token: several API processes let through as many times more (docs/decisions/0018). */
export function createDebit(parSeconde: number): Debit {
  if (parSeconde === 0) return () => Promise.resolve();
  const compteur = new RateLimiterMemory({ points: parSeconde * FENETRE_S, duration: FENETRE_S });
  return async (porteur) => {
    try {
      await compteur.consume(porteur);
    } catch (depasse) {
      if (!(depasse instanceof RateLimiterRes)) throw depasse;
      const attente = Math.max(1, Math.ceil(depasse.msBeforeNext / 1_000));
      throw new ProblemeLeve(problemeOf('trop_de_requetes'), { 'Retry-After': String(attente) });
    }
  };
}
