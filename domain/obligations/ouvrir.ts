import type { Fait } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import type { RendezVous } from '../rendez-vous/rendez-vous';
import { findManquementOuvert, type SourceManquement } from './manquement';

/**
 * R14, R30 — what a human recorded opens a ladder of its genre, or joins the one already open without starting its
 * delays again. Nothing for a person who is not under the obligations. `ouvert`: the ladder that the faits before
 * this one leave open, when it is not the one that `p` says.
 */
export function openManquement(
  p: Pick<Parcours, 'manquements' | 'soumisAuxObligations'>,
  source: SourceManquement,
  ouvert: number | null = findManquementOuvert(p.manquements, source.genre)?.id ?? null,
): readonly Fait[] {
  if (!p.soumisAuxObligations) return [];
  return ouvert === null
    ? [{ type: 'manquement_ouvert', manquement: p.manquements.length + 1, source }]
    : [{ type: 'manquement_rejoint', manquement: ouvert, source }];
}

/** In the person's favour, absences that had joined the wrong ladder open their own today: every delay is given again. */
export function openAnew(
  p: Pick<Parcours, 'manquements'>,
  restants: readonly Pick<RendezVous, 'id'>[],
): readonly Fait[] {
  const manquement = p.manquements.length + 1;
  return restants.map((r, i): Fait => {
    const source = { genre: 'absence', rendezVousId: r.id } as const;
    return { type: i === 0 ? 'manquement_ouvert' : 'manquement_rejoint', manquement, source };
  });
}
