import type { CourrielVoulu } from '../courriels/courriel';
import type { Contexte } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import { instantAt, jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import { addJours } from '../temps/jour';

/** R42 — what a link lets the person speak of: one appointment, or one request for a motive. */
export const usagesLien = ['rendez_vous', 'motif'] as const;
export type UsageLien = (typeof usagesLien)[number];

export type OffreLien = { readonly usage: UsageLien; readonly objet: number; readonly expireA: Instant };

/** R42 — the link that a mail carries; null for the others. It ends with the day of the appointment. */
export function findOffre(
  c: Pick<CourrielVoulu, 'modele' | 'rendezVousId' | 'manquement'>,
  p: Parcours,
  ctx: Pick<Contexte, 'maintenant' | 'dispositif' | 'zone'>,
): OffreLien | null {
  switch (c.modele) {
    case 'convocation':
    case 'deplacement':
    case 'rappel': {
      const rdv = p.rendezVous.find((r) => r.id === c.rendezVousId);
      if (rdv === undefined) return null;
      const lendemain = addJours(jourAt(rdv.creneau.debut, ctx.zone), 1);
      return { usage: 'rendez_vous', objet: rdv.id, expireA: instantAt(lendemain, '00:00', ctx.zone) };
    }
    case 'demande_motif': {
      if (c.manquement === null) return null;
      const dernier = addJours(jourAt(ctx.maintenant, ctx.zone), ctx.dispositif.reponses.lienMotif + 1);
      return { usage: 'motif', objet: c.manquement, expireA: instantAt(dernier, '00:00', ctx.zone) };
    }
    default:
      return null;
  }
}

/** R42 — after the exit, a death included, the page says no more than for an unknown link. */
export function estOuvert({ usage, objet }: Pick<OffreLien, 'usage' | 'objet'>, p: Parcours): boolean {
  if (p.sortie !== null) return false;
  return (usage === 'motif' ? p.manquements : p.rendezVous).some(({ id }) => id === objet);
}
