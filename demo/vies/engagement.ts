import { findPointPrevu } from '../../domain/engagement/point-legal';
import { momentsVides } from '../../domain/engagement/droits';
import type { ListeDroits } from '../../domain/engagement/droits-codes';
import type { IssuePoint } from '../../domain/engagement/engagement';
import type { Contexte } from '../../domain/parcours/contexte';
import type { Demande } from '../../domain/parcours/demandes';
import type { Parcours } from '../../domain/parcours/parcours';
import { addJours, type CivilDate } from '../../domain/temps/jour';

/** R28 — the legal stock-take, recorded so many days after the day on which it was due. */
export function recordPointDu(
  p: Parcours,
  ctx: Contexte,
  le: CivilDate,
  retardJours: number,
  issue: IssuePoint = 'maintien',
): readonly Demande[] {
  const point = findPointPrevu(p, ctx);
  if (point === null || le < addJours(point.aTenirLe, retardJours)) return [];
  return [{ type: 'recordPointLegal', tenuLe: le, issue }];
}

/** What is usually found: asked for at the contrat, opened by the first bilan, looked at again later. */
const LISTES: readonly ListeDroits[] = [
  { sante: 'ouvert', logement: 'demande', prime_activite: 'vu', transport: 'demande' },
  { sante: 'ouvert', logement: 'ouvert', energie: 'demande', transport: 'ouvert' },
  { sante: 'ouvert', logement: 'ouvert', energie: 'refuse', aides_locales: 'vu' },
];

/** R29 — the rights, looked at the evening after the contrat or the bilan that asks for it. */
export function recordDroitsVides(p: Parcours): readonly Demande[] {
  return momentsVides(p).map(({ moment }) => ({
    type: 'recordDroits',
    moment,
    droits: LISTES[Math.min(moment, LISTES.length - 1)] ?? {},
  }));
}
