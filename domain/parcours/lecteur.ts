import type { CivilDate } from '../temps/jour';
import type { Parcours } from './parcours';

/** R24 — some days, both included, on which another référent stands in. */
export type Remplacement = {
  readonly id: string;
  readonly referentId: string;
  readonly du: CivilDate;
  readonly au: CivilDate;
};

/**
 * R17, R24 — who reads, answers and receives for this parcours on a day: the one who stands in while it lasts, the
 * référent before and after. Nothing has to be done for all to return.
 */
export function lecteurOf(p: Pick<Parcours, 'referent' | 'remplacements'>, le: CivilDate): string | null {
  return remplacementOf(p, le)?.referentId ?? p.referent?.id ?? null;
}

export function remplacementOf(p: Pick<Parcours, 'remplacements'>, le: CivilDate): Remplacement | null {
  return p.remplacements.find(({ du, au }) => du <= le && le <= au) ?? null;
}
