import { addJoursOuvres, joursAvant } from '../temps/calendrier';
import { instantAt } from '../temps/heure-locale';
import { addDuree, addJours, type CivilDate } from '../temps/jour';
import { avertissement, escalades } from './avertissements';
import { aujourdhui, type Contexte, type Regles } from './contexte';
import type { DemandeDe } from './demandes';
import type { Echeance } from './echeance';
import type { Parcours } from './parcours';
import { accepte, refuse, type Verdict } from './verdict';

/** R02 — the cap's last day, included: A + 18 months, or the day until which a human prolonged. Never moved. */
export function plafondOf(
  p: Pick<Parcours, 'contrat' | 'prolongations'>,
  { dispositif }: Pick<Regles, 'dispositif'>,
): CivilDate | null {
  if (p.contrat === null) return null;
  return p.prolongations.at(-1)?.jusquAu ?? addDuree(p.contrat.signeLe, { mois: dispositif.plafond.mois });
}

/** R02 — the latest day that a prolongation may reach, from A. */
export function limiteProlongation(
  signeLe: CivilDate,
  { dispositif }: Pick<Regles, 'dispositif'>,
): CivilDate {
  return addDuree(signeLe, { mois: dispositif.plafond.prolongation.jusquAuMois });
}

/** R02, R16 — notices before the cap, the cap itself at midnight, the decision asked, then R12 from the cap's last day. */
export function* echeancesPlafond(p: Parcours, r: Regles): Iterable<Echeance> {
  const dernierJour = plafondOf(p, r);
  if (dernierJour === null) return;
  const cle = `plafond:${p.prolongations.length + 1}`;
  if (p.plafondAtteintA === null) {
    for (const n of r.dispositif.plafond.avis) {
      yield avertissement(p.id, r, {
        nature: 'plafond',
        cle: `${cle}:avis:${n}`,
        duLe: joursAvant(dernierJour, n, r.zone),
        avis: 'plafond_proche',
        pour: ['referent', 'responsable'],
        serie: `${cle}:avis`,
      });
    }
    const lendemain = addJours(dernierJour, 1);
    yield {
      nature: 'plafond',
      cle: `${cle}:atteint`,
      duLe: lendemain,
      a: instantAt(lendemain, '00:00', r.zone),
      serie: null,
      geste: 'constater_plafond',
      dernierJour,
    };
  }
  const aDecider = { nature: 'plafond', avis: 'plafond_a_decider' } as const;
  yield avertissement(p.id, r, {
    ...aDecider,
    cle: `${cle}:decision`,
    duLe: addJoursOuvres(dernierJour, 1, r.zone),
    pour: ['referent', 'responsable'],
    serie: `${cle}:referent`,
  });
  yield* escalades(p.id, r, dernierJour, { ...aDecider, cle, serie: `${cle}:responsable` });
}

/** R02 — a human prolongs, so many times, until a day that the edition bounds from A. */
export function prolongParcours(d: DemandeDe<'prolongParcours'>, p: Parcours, ctx: Contexte): Verdict {
  const plafond = plafondOf(p, ctx);
  if (p.contrat === null || plafond === null) return refuse({ code: 'contrat_absent' });
  const { fois } = ctx.dispositif.plafond.prolongation;
  if (p.prolongations.length >= fois) return refuse({ code: 'prolongations_epuisees', maximum: fois });
  const maximum = limiteProlongation(p.contrat.signeLe, ctx);
  if (d.jusquAu > maximum) return refuse({ code: 'prolongation_trop_longue', maximum });
  if (d.jusquAu <= plafond || d.jusquAu < aujourdhui(ctx))
    return refuse({ code: 'prolongation_sans_effet', plafond });
  return accepte({ type: 'parcours_prolonge', jusquAu: d.jusquAu, texteId: d.texteId });
}
