import { aujourdhui, type Contexte } from '../parcours/contexte';
import type { DemandeDe } from '../parcours/demandes';
import type { Parcours } from '../parcours/parcours';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import type { Refus } from '../refus';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import { clotureOf } from './cloture';
import { getOuvert } from './decisions';
import { findALever } from './levee';

/** R31 — what the person gave as a reason, and when; it judges nothing. Heard even after the ladder has closed. */
export function recordMotif(d: DemandeDe<'recordMotif'>, p: Parcours, ctx: Contexte): Verdict {
  const m = findALever(p, d.manquement) ?? getOuvert(p, d.manquement);
  if ('code' in m) return refuse(m);
  const refus = refuseJour(d.recuLe, p.ouvertA, ctx);
  if (refus !== null) return refuse(refus);
  const { manquement, motif, recuLe, texteId } = d;
  return accepte({ type: 'motif_recu', manquement, motif, recuLe, texteId });
}

/** R31 — the person is back on the way: closes at any rung; after a transmission, the second signal is due (R.262-69). */
export function recordRemobilisation(
  d: DemandeDe<'recordRemobilisation'>,
  p: Parcours,
  ctx: Contexte,
): Verdict {
  const m = getOuvert(p, d.manquement);
  if ('code' in m) return refuse(m);
  const refus = refuseJour(d.le, m.ouvertA, ctx);
  if (refus !== null) return refuse(refus);
  const constat = {
    type: 'remobilisation_constatee',
    manquement: m.id,
    le: d.le,
    texteId: d.texteId,
  } as const;
  return accepte(constat, ...clotureOf(m, 'remobilisation'));
}

/** R31 — what the decider made of the signalement. A measure taken elsewhere leaves the ladder open until remobilisation. */
export function recordSuite(d: DemandeDe<'recordSuite'>, p: Parcours, ctx: Contexte): Verdict {
  const m = getOuvert(p, d.manquement);
  if ('code' in m) return refuse(m);
  if (m.transmisA === null || m.etat.etat !== 'transmis') return refuse({ code: 'signalement_non_transmis' });
  const refus = refuseJour(d.le, m.transmisA, ctx);
  if (refus !== null) return refuse(refus);
  const { manquement, suite, le, texteId } = d;
  const fait = { type: 'suite_enregistree', manquement, suite, le, texteId } as const;
  return accepte(fait, ...(suite === 'sans_suite' ? clotureOf(m, 'sans_suite') : []));
}

/** R31 — a human says that the second signal was sent. */
export function recordTransmission(d: DemandeDe<'recordTransmission'>, p: Parcours, ctx: Contexte): Verdict {
  const m = p.manquements.find((x) => x.id === d.manquement);
  if (m === undefined) return refuse({ code: 'manquement_inconnu' });
  const premier = m.signaux.find((s) => s.transmisLe === null);
  if (premier === undefined) return refuse({ code: 'rien_a_transmettre' });
  const refus = refuseJour(d.le, premier.depuisA, ctx);
  return refus === null ? accepte({ type: 'signal_transmis', manquement: m.id, le: d.le }) : refuse(refus);
}

function refuseJour(le: CivilDate, depuis: Instant, ctx: Contexte): Refus | null {
  const minimum = jourAt(depuis, ctx.zone);
  if (le > aujourdhui(ctx)) return { code: 'date_future', le };
  return le < minimum ? { code: 'date_anterieure', minimum } : null;
}
