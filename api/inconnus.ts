import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemeLeve, problemeOf } from './probleme';

/**
 * What an address has asked for that does not exist: tokens, links, secret addresses. Each costs a look into the
 * base, and whoever tries them at random is stopped; whoever holds a token that was seen is not.
 */
export type Inconnus = {
  /** Throws a 429 once this address has asked for too many. */
  readonly check: (adresse: string) => Promise<void>;
  readonly count: (adresse: string) => Promise<void>;
};

const FENETRE_S = 60;

/** In each process, by network address (docs/exploitation/installer-une-vm.md says which one is read). */
export function createInconnus(parMinute: number): Inconnus {
  const rien = () => Promise.resolve();
  if (parMinute === 0) return { check: rien, count: rien };
  const compteur = new RateLimiterMemory({ points: parMinute, duration: FENETRE_S });
  return {
    async check(adresse) {
      const lu = await compteur.get(adresse);
      if (lu === null || lu.remainingPoints > 0) return;
      const attente = String(Math.max(1, Math.ceil(lu.msBeforeNext / 1_000)));
      throw new ProblemeLeve(problemeOf('trop_de_requetes'), { 'Retry-After': attente });
    },
    async count(adresse) {
      await compteur.consume(adresse).catch((depasse: unknown) => {
        if (!(depasse instanceof RateLimiterRes)) throw depasse;
      });
    },
  };
}
