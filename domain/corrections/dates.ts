import { estAnnonce, findPointPrevu } from '../engagement/point-legal';
import { bilansARealiser, bilansPrevus } from '../parcours/bilan';
import { aujourdhui, type Contexte } from '../parcours/contexte';
import type { DemandeDe } from '../parcours/demandes';
import type { Fait } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { plafondOf } from '../parcours/plafond';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import { findPauseDu } from '../pauses/pause';
import { ancreOf, rangDuMois, type RendezVous } from '../rendez-vous/rendez-vous';
import { jourAt } from '../temps/heure-locale';

/**
 * R32 — the anchor was wrong: months, bilans and cap are counted anew from the right one. What had been counted is
 * forgotten; appointments that the wrong anchor alone had called for are withdrawn.
 */
export function correctContrat(d: DemandeDe<'correctContrat'>, p: Parcours, ctx: Contexte): Verdict {
  if (p.contrat === null) return refuse({ code: 'contrat_absent' });
  if (d.signeLe > aujourdhui(ctx)) return refuse({ code: 'date_future', le: d.signeLe });
  const minimum = p.orientation.notifieeLe;
  if (d.signeLe < minimum) return refuse({ code: 'date_anterieure', minimum });
  // R26 — a contrat is revised once it is signed.
  const [, revision] = p.engagement.versions;
  if (revision !== undefined && d.signeLe > revision.le)
    return refuse({ code: 'apres_la_revision', le: revision.le });
  if (d.signeLe === p.contrat.signeLe) return refuse({ code: 'rien_a_corriger' });
  const apres = { ...p, contrat: { ...p.contrat, signeLe: d.signeLe } };
  const dite = estDitFaux(p, ctx);
  return accepte(
    { type: 'contrat_corrige', signeLe: d.signeLe, bilans: bilansDeplaces(apres, ctx), dite },
    ...findEnTrop(apres, ctx).map((r): Fait => ({ type: 'rendez_vous_retire', rendezVousId: r.id })),
  );
}

/** The wrong anchor had a day announced to the person: a bilan, or the legal stock-take (R28). */
function estDitFaux(p: Parcours, ctx: Contexte): boolean {
  const point = findPointPrevu(p, ctx);
  const pointFaux = point?.version === 1 && estAnnonce(point, p);
  return (
    pointFaux ||
    bilansARealiser(p, ctx).some((b) => p.echues[`bilan:${b.rang}:annonce${b.decalage}`] !== undefined)
  );
}

function aVenir(p: Parcours, ctx: Contexte): readonly RendezVous[] {
  return p.rendezVous
    .filter((r) => r.issue === null && r.origine === 'jalons' && r.creneau.debut > ctx.maintenant)
    .sort((x, y) => (x.creneau.debut < y.creneau.debut ? -1 : 1));
}

/** Beyond the right cap (R08), or a second one in a month that has its own already (R07). */
function findEnTrop(p: Parcours, ctx: Contexte): readonly RendezVous[] {
  const [ancre, plafond] = [ancreOf(p), plafondOf(p, ctx)];
  if (ancre === null || plafond === null) return [];
  const mois = (r: RendezVous) => rangDuMois(ancre, jourAt(r.creneau.debut, ctx.zone));
  const gardes = p.rendezVous.filter(
    (r) => r.issue?.statut === 'honore' || (r.issue === null && r.origine === 'referent'),
  );
  const pris = new Set(gardes.map(mois));
  return aVenir(p, ctx).filter((r) => {
    const deTrop = jourAt(r.creneau.debut, ctx.zone) > plafond || (mois(r) > 0 && pris.has(mois(r)));
    pris.add(mois(r));
    return deTrop;
  });
}

/** R15 — a bilan is held at the appointment of the month in which it now falls. */
function bilansDeplaces(p: Parcours, ctx: Contexte) {
  const ancre = ancreOf(p);
  const { bilan: regle } = ctx.dispositif;
  if (ancre === null || regle === null) return [];
  const attendus = new Set(bilansARealiser(p, ctx).map((b) => b.rang));
  return aVenir(p, ctx).flatMap((r) => {
    const rang = rangDuMois(ancre, jourAt(r.creneau.debut, ctx.zone)) / regle.tousLesMois;
    const bilan = attendus.has(rang) ? rang : null;
    return bilan === r.bilan ? [] : [{ rendezVousId: r.id, bilan }];
  });
}

/** R15, R32 — the day on which a bilan was held; its lateness never moved anything, and still does not. */
export function correctBilan(d: DemandeDe<'correctBilan'>, p: Parcours, ctx: Contexte): Verdict {
  const bilan = p.bilans.find((b) => b.rang === d.bilan);
  const prevu = bilansPrevus(p, ctx).find((b) => b.rang === d.bilan);
  if (bilan === undefined || prevu === undefined) return refuse({ code: 'bilan_inconnu' });
  if (d.tenuLe > aujourdhui(ctx)) return refuse({ code: 'date_future', le: d.tenuLe });
  if (d.tenuLe < prevu.annonceLe) return refuse({ code: 'date_anterieure', minimum: prevu.annonceLe });
  if (findPauseDu(p.pauses, d.tenuLe) !== null) return refuse({ code: 'parcours_en_pause' });
  if (d.tenuLe === bilan.tenuLe) return refuse({ code: 'rien_a_corriger' });
  return accepte({ type: 'bilan_corrige', bilan: d.bilan, tenuLe: d.tenuLe });
}
