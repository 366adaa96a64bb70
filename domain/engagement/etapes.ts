import { aujourdhui, type Contexte, type Regles } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import { limiteRendezVous } from '../parcours/plafond';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import type { Refus } from '../refus';
import type { CivilDate } from '../temps/jour';
import type { DemandeEngagementDe } from './demandes-engagement';

type Jours = { readonly du: CivilDate; readonly au: CivilDate };

/** R39 — a step is agreed one at a time, once the contrat is signed, with its days and its partner. */
export function addEtape(d: DemandeEngagementDe<'addEtape'>, p: Parcours, ctx: Contexte): Verdict {
  if (ctx.dispositif.etapes === null) return refuse({ code: 'hors_dispositif' });
  if (p.contrat === null) return refuse({ code: 'contrat_absent' });
  const minimum = p.contrat.signeLe;
  if (d.le > aujourdhui(ctx)) return refuse({ code: 'date_future', le: d.le });
  if (d.le < minimum) return refuse({ code: 'date_anterieure', minimum });
  const refus = refuseJours(d, d.le, p, ctx);
  if (refus !== null) return refuse(refus);
  const { quoi, partenaire, le, du, au, texteId, partenaireTexteId } = d;
  const etape = p.engagement.etapes.length + 1;
  return accepte({
    type: 'etape_convenue',
    ...{ etape, quoi, partenaire, le, du, au, texteId, partenaireTexteId },
  });
}

/** R39 — other days for a step of which nothing has been said yet. */
export function moveEtape(d: DemandeEngagementDe<'moveEtape'>, p: Parcours, ctx: Contexte): Verdict {
  const etape = p.engagement.etapes.find((t) => t.numero === d.etape);
  if (etape === undefined) return refuse({ code: 'etape_inconnue' });
  if (etape.issue !== null) return refuse({ code: 'constat_deja_enregistre' });
  const jours = { du: d.du ?? etape.du, au: d.au };
  if (jours.du === etape.du && jours.au === etape.au) return refuse({ code: 'rien_a_corriger' });
  if (jours.au < aujourdhui(ctx)) return refuse({ code: 'echeance_passee' });
  const refus = refuseJours(jours, etape.convenueLe, p, ctx);
  if (refus !== null) return refuse(refus);
  return accepte({ type: 'etape_deplacee', etape: d.etape, ...jours, texteId: d.texteId });
}

/** R39 — reached or given up, as a human saw it; said wrongly, it is said again the other way. It opens no ladder. */
export function recordEtape(d: DemandeEngagementDe<'recordEtape'>, p: Parcours, ctx: Contexte): Verdict {
  const etape = p.engagement.etapes.find((t) => t.numero === d.etape);
  if (etape === undefined) return refuse({ code: 'etape_inconnue' });
  if (etape.issue?.issue === d.issue) return refuse({ code: 'constat_deja_enregistre' });
  if (d.le > aujourdhui(ctx)) return refuse({ code: 'date_future', le: d.le });
  const minimum = etape.convenueLe;
  if (d.le < minimum) return refuse({ code: 'date_anterieure', minimum });
  const { issue, le, texteId } = d;
  return accepte({ type: 'etape_constatee', etape: d.etape, issue, le, texteId });
}

/** R39, R40 — its days follow its agreement, in order, up to the cap; a job that is followed has none. */
function refuseJours({ du, au }: Jours, convenueLe: CivilDate, p: Parcours, r: Regles): Refus | null {
  if (du < convenueLe) return { code: 'date_anterieure', minimum: convenueLe };
  if (au < du) return { code: 'etape_sans_duree' };
  const plafond = limiteRendezVous(p, r);
  return plafond !== null && au > plafond ? { code: 'apres_le_plafond', plafond } : null;
}
