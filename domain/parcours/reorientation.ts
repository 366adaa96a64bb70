import { findDispositif } from '../dispositifs/en-vigueur';
import { aujourdhui, type Contexte } from './contexte';
import type { DemandeDe } from './demandes';
import type { Parcours } from './parcours';
import { exitFaits } from './sortie';
import { accepte, refuse, type Verdict } from './verdict';

/**
 * R35 — one act of a human closes this parcours and opens the next, elsewhere or under another programme, with its
 * own anchor. All that would refuse the opening is checked here, before anything is closed.
 */
export function reorientParcours(d: DemandeDe<'reorientParcours'>, p: Parcours, ctx: Contexte): Verdict {
  const suivant = findDispositif(d.dispositif);
  if (suivant === null) return refuse({ code: 'edition_inconnue' });
  const ailleurs = d.structureId !== p.structureId || d.dispositif.code !== p.dispositif.code;
  if (!ailleurs) return refuse({ code: 'reorientation_sans_effet' });
  const le = aujourdhui(ctx);
  const { du, au } = suivant.fenetre;
  if (le < du || le > au) return refuse({ code: 'hors_fenetre', du, au });
  if (d.orientationNotifieeLe > le) return refuse({ code: 'date_future', le: d.orientationNotifieeLe });
  const minimum = p.orientation.notifieeLe;
  if (d.orientationNotifieeLe < minimum) return refuse({ code: 'date_anterieure', minimum });
  const { suivantId, dispositif, texteId } = d;
  return accepte(
    { type: 'parcours_reoriente', suivantId, dispositif, texteId },
    ...exitFaits(p, ctx, { motif: 'reorientation', classe: 'autre', le, emploi: null }),
  );
}

/** R35 — the opening that the same act asks for, with its link back. */
export function openingOf(
  d: DemandeDe<'reorientParcours'>,
  p: Pick<Parcours, 'id' | 'beneficiaireId' | 'soumisAuxObligations'>,
): DemandeDe<'openParcours'> {
  const { dispositif, structureId, zone, referentId, orientationNotifieeLe } = d;
  return {
    type: 'openParcours',
    ...{ dispositif, structureId, zone, referentId, orientationNotifieeLe },
    soumisAuxObligations: d.soumisAuxObligations ?? p.soumisAuxObligations,
    beneficiaireId: p.beneficiaireId,
    precedentId: p.id,
  };
}
