import { findCreneau, type Agenda } from '../rendez-vous/agenda';
import { agendaHorsPauses, findFenetreDuDeplacement } from '../rendez-vous/planification';
import type { RendezVous } from '../rendez-vous/rendez-vous';
import { jourAt } from '../temps/heure-locale';
import { plusTard, plusTot } from '../temps/jour';
import { aujourdhui, type Contexte } from './contexte';
import type { DemandeDe } from './demandes';
import type { Fait } from './faits';
import type { Parcours } from './parcours';
import { accepte, refuse, type Verdict } from './verdict';

/** R24 — the appointments inside are offered again with the one who stands in, or flagged for a human to place. */
export function assignRemplacant(d: DemandeDe<'assignRemplacant'>, p: Parcours, ctx: Contexte): Verdict {
  const { remplacementId, referentId, du, au } = d;
  if (p.referent === null) return refuse({ code: 'referent_manquant' });
  if (p.referent.id === referentId) return refuse({ code: 'referent_inchange' });
  const le = aujourdhui(ctx);
  if (au < le || au < du) return refuse({ code: 'date_anterieure', minimum: plusTard(le, du) });
  const croise = p.remplacements.find((r) => r.du <= au && du <= r.au);
  if (croise !== undefined) return refuse({ code: 'remplacement_deja_prevu', du: croise.du, au: croise.au });
  const { id } = p.referent;
  const dedans = p.rendezVous
    .filter((rdv) => rdv.issue === null && rdv.creneau.debut > ctx.maintenant && rdv.referentId === id)
    .filter((rdv) => {
      const jour = jourAt(rdv.creneau.debut, ctx.zone);
      return du <= jour && jour <= au;
    })
    .sort((x, y) => (x.creneau.debut < y.creneau.debut ? -1 : 1));
  return accepte(
    { type: 'remplacement_prevu', remplacementId, referentId, du, au },
    ...offerAgain(dedans, d, p, ctx),
  );
}

/** R08, R24 — the first free slot of the same month, on a day of the replacement. */
function offerAgain(
  dedans: readonly RendezVous[],
  { referentId, du, au }: DemandeDe<'assignRemplacant'>,
  p: Parcours,
  ctx: Contexte,
): readonly Fait[] {
  const pris: Agenda['pris'][number][] = [];
  return dedans.map((rdv): Fait => {
    const mois = findFenetreDuDeplacement(p, ctx, rdv);
    const agenda = ctx.agenda === null ? null : { ...ctx.agenda, pris: [...ctx.agenda.pris, ...pris] };
    const creneau =
      mois === null || agenda === null
        ? null
        : findCreneau(
            agendaHorsPauses(agenda, p),
            { du: plusTard(mois.du, du), au: plusTot(mois.au, au) },
            ctx.zone,
            rdv.bilan !== null,
          );
    if (creneau === null) return { type: 'rendez_vous_a_replacer', rendezVousId: rdv.id };
    pris.push(creneau);
    return { type: 'rendez_vous_deplace', rendezVousId: rdv.id, creneau, referentId };
  });
}

/** R24 — confided to a référent who is replaced, or is about to be, a parcours is lent with the others. */
export function listRemplacements(ctx: Contexte, referentId: string): readonly Fait[] {
  const le = aujourdhui(ctx);
  const siens = (ctx.remplacements ?? []).filter((r) => r.au >= le && r.referentId !== referentId);
  return siens
    .filter((r, i) => !siens.slice(0, i).some((x) => x.du <= r.au && r.du <= x.au))
    .map(({ id, ...r }) => ({ type: 'remplacement_prevu', remplacementId: id, ...r }));
}

/** R24 — the référent is back early: all returns at once, but the appointments already made with the other stand. */
export function cancelRemplacement(d: DemandeDe<'cancelRemplacement'>, p: Parcours): Verdict {
  const { remplacementId } = d;
  return p.remplacements.some((r) => r.id === remplacementId)
    ? accepte({ type: 'remplacement_annule', remplacementId })
    : refuse({ code: 'remplacement_inconnu' });
}
