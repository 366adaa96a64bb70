import { bilansARealiser } from '../../domain/parcours/bilan';
import type { Contexte } from '../../domain/parcours/contexte';
import type { Demande } from '../../domain/parcours/demandes';
import type { OrientationBilan, Parcours } from '../../domain/parcours/parcours';
import { addJours, type CivilDate } from '../../domain/temps/jour';

/** Bilans are recorded so many days after the day on which they were due. */
export function recordBilansDus(
  p: Parcours,
  ctx: Contexte,
  le: CivilDate,
  retardJours: number,
  orientation: OrientationBilan = 'continuer',
): readonly Demande[] {
  return bilansARealiser(p, ctx)
    .filter(({ aTenirLe }) => le >= addJours(aTenirLe, retardJours))
    .map(({ rang }) => ({ type: 'recordBilan', bilan: rang, tenuLe: le, objectifs: [], orientation }));
}
