import { createDerniers } from '../temps/memoire';
import type { Regles } from './contexte';
import type { Echeance } from './echeance';
import type { Parcours } from './parcours';

export type EcheancesDe = (p: Parcours, r: Regles) => Iterable<Echeance>;

type Dite = { readonly p: Parcours; readonly r: Regles; readonly echeances: readonly Echeance[] };

/** The lives that one decision reads: this one, and the one that it opens (R35). */
const VIES = 2;

/**
 * What time brings on one subject, computed again only when a part of the state that it reads has changed. The
 * compiler holds the list of parts: nothing else can be read. A life keeps its `editions` from state to state.
 */
export function sujet<K extends keyof Parcours>(
  parts: readonly K[],
  echeancesDe: (p: Pick<Parcours, K>, r: Regles) => Iterable<Echeance>,
): EcheancesDe {
  const dites = createDerniers<Parcours['editions'], Dite>(VIES);
  return (p, r) => {
    const dite = dites.get(p.editions);
    const vaut =
      dite?.r.dispositif === r.dispositif &&
      dite.r.zone === r.zone &&
      parts.every((part) => dite.p[part] === p[part]);
    if (vaut) return dite.echeances;
    const echeances = [...echeancesDe(p, r)];
    dites.set(p.editions, { p, r: { dispositif: r.dispositif, zone: r.zone }, echeances });
    return echeances;
  };
}
