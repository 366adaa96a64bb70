import { addJours } from '../temps/jour';
import { aujourdhui, type Contexte } from './contexte';
import type { DemandeDe } from './demandes';
import type { Parcours } from './parcours';
import { accepte, refuse, type Verdict } from './verdict';

/**
 * R13 — before the signature, a new decision of orientation interrupts the month to sign and opens a fresh one
 * (D.5411-8-2): the former month's échéances fall with its clés (abandons.ts).
 */
export function recordOrientation(d: DemandeDe<'recordOrientation'>, p: Parcours, ctx: Contexte): Verdict {
  if (p.contrat !== null) return refuse({ code: 'contrat_deja_signe', signeLe: p.contrat.signeLe });
  if (d.notifieeLe > aujourdhui(ctx)) return refuse({ code: 'date_future', le: d.notifieeLe });
  const minimum = addJours(p.orientation.notifieeLe, 1);
  if (d.notifieeLe < minimum) return refuse({ code: 'date_anterieure', minimum });
  return accepte({ type: 'orientation_notifiee', notifieeLe: d.notifieeLe });
}

/** R32 — the month to sign is counted again from the right day, under new clés; never after the signature it led to. */
export function correctOrientation(
  { notifieeLe }: DemandeDe<'correctOrientation'>,
  p: Parcours,
  ctx: Contexte,
): Verdict {
  if (notifieeLe === p.orientation.notifieeLe) return refuse({ code: 'rien_a_corriger' });
  if (notifieeLe > aujourdhui(ctx)) return refuse({ code: 'date_future', le: notifieeLe });
  if (p.contrat !== null && notifieeLe > p.contrat.signeLe)
    return refuse({ code: 'contrat_deja_signe', signeLe: p.contrat.signeLe });
  return accepte({ type: 'orientation_corrigee', notifieeLe });
}
