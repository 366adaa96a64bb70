import type { Contexte } from '../parcours/contexte';
import type { Fait } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { ancreOf, rangDuMois, type RendezVous } from '../rendez-vous/rendez-vous';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';

type Moment = Pick<Contexte, 'maintenant' | 'zone'>;

/** R10 — those that Jalons convoked after an instant, of the same month, and of which nothing is said yet. */
function listRattrapages(
  p: Parcours,
  debut: Instant,
  depuis: Instant,
  { zone }: Pick<Contexte, 'zone'>,
): readonly RendezVous[] {
  const ancre = ancreOf(p);
  if (ancre === null) return [];
  const mois = (x: Instant) => rangDuMois(ancre, jourAt(x, zone));
  return p.rendezVous.filter(
    (r) =>
      r.issue === null &&
      r.origine === 'jalons' &&
      r.convoqueA > depuis &&
      mois(r.creneau.debut) === mois(debut),
  );
}

/** R10, R32 — the month is honoured: what was convoked again since, and is still to come, is withdrawn and said. */
export function dropRattrapages(p: Parcours, debut: Instant, depuis: Instant, ctx: Moment): readonly Fait[] {
  return listRattrapages(p, debut, depuis, ctx)
    .filter((r) => r.creneau.debut > ctx.maintenant)
    .map((r) => ({ type: 'rendez_vous_retire', rendezVousId: r.id }));
}

/**
 * R32 — convoked because of an error put right since, and already past: the person may have come all the same, so
 * that a human says it, or cancels it.
 */
export function findRattrapagesVains(p: Parcours, ctx: Moment): readonly RendezVous[] {
  const corriges = p.rendezVous.filter(
    (r) => r.issue?.statut === 'honore' && (r.issue.corrige || r.apresCoup),
  );
  const vains = corriges.flatMap((r) => {
    const depuis = r.apresCoup || r.issue === null ? r.creneau.debut : r.issue.a;
    return listRattrapages(p, r.creneau.debut, depuis, ctx);
  });
  return p.rendezVous.filter((r) => vains.includes(r) && r.creneau.debut <= ctx.maintenant);
}
