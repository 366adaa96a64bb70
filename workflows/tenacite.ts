import { TemporalFailure, isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ActivityFunction } from '@temporalio/workflow';
import { LOCALE, TENACE } from './options';

type Activite = (...args: never[]) => Promise<unknown>;
type Appel = (args: unknown[]) => Promise<unknown>;

/**
 * Each activity runs locally, beside its workflow task; when PostgreSQL does not answer in five seconds, the same
 * one goes on as a regular activity, tried for ever and visible in the UI (house 1: the SDK does not do it by
 * itself). The sentence is what the administrator reads.
 */
export function tenacement<A extends Record<keyof A, Activite>>(
  sujets: Readonly<Record<keyof A & string, string>>,
): A {
  const entries = Object.entries<string>(sujets).map(([nom, summary]) => {
    const [locale, tenace] = [appelLocal(nom, summary), appelTenace(nom, summary)];
    const activite = async (...args: unknown[]) => {
      try {
        return await locale(args);
      } catch (erreur) {
        // A local activity fails with its bare failure, not with an ActivityFailure (seen on SDK 1.24).
        if (!(erreur instanceof TemporalFailure) || isCancellation(erreur)) throw erreur;
        return tenace(args);
      }
    };
    return [nom, activite] as const;
  });
  return Object.fromEntries(entries) as unknown as A;
}

function appelLocal(nom: string, summary: string): Appel {
  const activites = proxyLocalActivities<Record<string, ActivityFunction<unknown[], unknown>>>(LOCALE);
  const activite = getActivite(activites, nom);
  return (args) => activite.executeWithOptions({ ...LOCALE, summary }, args);
}

function appelTenace(nom: string, summary: string): Appel {
  const activites = proxyActivities<Record<string, ActivityFunction<unknown[], unknown>>>(TENACE);
  const activite = getActivite(activites, nom);
  return (args) => activite.executeWithOptions({ ...TENACE, summary }, args);
}

/** The proxies of the SDK answer to any name. */
function getActivite<T>(activites: Readonly<Record<string, T>>, nom: string): T {
  const activite = activites[nom];
  if (activite === undefined) throw new Error(`Activité inconnue : ${nom}`);
  return activite;
}
