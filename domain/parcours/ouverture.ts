import { remobilisationOf } from '../obligations/cloture';
import { findRefusHeures, heuresRetenues } from '../engagement/contrat-engage';
import { findRefusPublics, listPublics } from '../engagement/publics';
import { aujourdhui, type Contexte } from './contexte';
import type { DemandeDe } from './demandes';
import type { Fait } from './faits';
import type { Parcours } from './parcours';
import { listRemplacements } from './remplacement';
import { accepte, refuse, type Verdict } from './verdict';

/** A parcours opens inside the window of its edition, after the notification of orientation. */
export function openParcours(d: DemandeDe<'openParcours'>, ctx: Contexte): Verdict {
  const le = aujourdhui(ctx);
  const { du, au } = ctx.dispositif.fenetre;
  if (le < du || le > au) return refuse({ code: 'hors_fenetre', du, au });
  if (d.orientationNotifieeLe > le) return refuse({ code: 'date_future', le: d.orientationNotifieeLe });
  const refus = d.publics === undefined ? null : findRefusPublics(d.publics, ctx);
  if (refus !== null) return refuse(refus);
  const { dispositif, structureId, zone, beneficiaireId, orientationNotifieeLe, soumisAuxObligations } = d;
  return accepte(
    {
      type: 'parcours_ouvert',
      dispositif,
      structureId,
      zone,
      beneficiaireId,
      orientationNotifieeLe,
      soumisAuxObligations,
      ...(d.precedentId !== undefined && { precedentId: d.precedentId }),
      ...(d.publics !== undefined && { publics: listPublics(d.publics, ctx) }),
      ...(d.silencieuse !== undefined && { silencieuse: d.silencieuse }),
    },
    ...(d.referentId === null ? [] : designeFaits(d.referentId, ctx)),
  );
}

export function assignReferent(d: DemandeDe<'assignReferent'>, p: Parcours, ctx: Contexte): Verdict {
  if (p.referent !== null) return refuse({ code: 'referent_deja_designe' });
  return accepte(...designeFaits(d.referentId, ctx));
}

/** R24 — with whoever stands in for him. */
function designeFaits(referentId: string, ctx: Contexte): readonly Fait[] {
  return [{ type: 'referent_designe', referentId }, ...listRemplacements(ctx, referentId)];
}

/** R13 — the anchor is the date of signature, not of recording; a future date is refused. */
export function signContrat(d: DemandeDe<'signContrat'>, p: Parcours, ctx: Contexte): Verdict {
  if (p.contrat !== null) return refuse({ code: 'contrat_deja_signe', signeLe: p.contrat.signeLe });
  if (p.referent === null) return refuse({ code: 'referent_manquant' });
  if (d.signeLe > aujourdhui(ctx)) return refuse({ code: 'date_future', le: d.signeLe });
  const minimum = p.orientation.notifieeLe;
  if (d.signeLe < minimum) return refuse({ code: 'date_anterieure', minimum });
  const refus = findRefusHeures(d.heures, ctx);
  if (refus !== null) return refuse(refus);
  const { signeLe, heures, objectifs } = d;
  return accepte(
    {
      type: 'contrat_signe',
      signeLe,
      ...(heures !== undefined && { heures: heuresRetenues(heures, ctx) }),
      ...(objectifs !== undefined && { objectifs }),
    },
    ...remobilisationOf(p, 'contrat'),
  );
}
