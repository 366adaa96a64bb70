import { addJoursOuvres, joursAvant } from '../temps/calendrier';
import { decalageOf, decale } from '../pauses/pause';
import { instantAt } from '../temps/heure-locale';
import { addDuree, addJours, type CivilDate } from '../temps/jour';
import { avertissement, escalades } from './avertissements';
import { aujourdhui, type Contexte, type Regles } from './contexte';
import type { DemandeDe } from './demandes';
import type { Echeance } from './echeance';
import type { Fait } from './faits';
import { ancreOf, type Ancre } from '../rendez-vous/rendez-vous';
import { findEmploiEnCours } from './emploi';
import { etapeOf, revisionDite, type Parcours } from './parcours';
import { accepte, refuse, type Verdict } from './verdict';

/** R01, R02, R20 — all that the days of an accompaniment are counted from. */
export type Calendrier = Pick<Parcours, 'contrat' | 'prolongations' | 'pauses'>;

/** R02 — the cap's last day, included: A + 18 months, or the day until which a human prolonged. Never moved. */
export function plafondOf(p: Calendrier, r: Pick<Regles, 'dispositif'>): CivilDate | null {
  return calculPlafond(p, r)?.dernierJour ?? null;
}

/** R20 — the cap moved by the pauses; a day that a human prolonged to, only by the pauses declared since. */
function calculPlafond(
  p: Calendrier,
  r: Pick<Regles, 'dispositif'>,
): { readonly brut: CivilDate; readonly dernierJour: CivilDate } | null {
  if (p.contrat === null) return null;
  const prolongation = p.prolongations.at(-1);
  if (prolongation === undefined) {
    const brut = addDuree(p.contrat.signeLe, { mois: r.dispositif.plafond.mois });
    return { brut, dernierJour: decale(p.pauses, p.contrat.signeLe, brut) };
  }
  const { jusquAu, le, pausesConnues } = prolongation;
  const depuis = p.pauses.filter(({ id }) => id > pausesConnues);
  return { brut: jusquAu, dernierJour: decale(depuis, le, jusquAu) };
}

/** R08, R40 — the last day on which an appointment may be held: the cap, but for a person who works. */
export function limiteRendezVous(p: Parcours, r: Regles): CivilDate | null {
  return findEmploiEnCours(p) === null ? plafondOf(p, r) : null;
}

/** R02, R20 — the last day before any prolongation. */
export function plafondInitial(
  p: Pick<Parcours, 'contrat' | 'pauses'>,
  r: Pick<Regles, 'dispositif'>,
): CivilDate | null {
  return plafondOf({ ...p, prolongations: [] }, r);
}

/** R02 — the latest day that a prolongation may reach, from A. */
export function limiteProlongation(
  { signeLe, pauses }: Ancre,
  { dispositif }: Pick<Regles, 'dispositif'>,
): CivilDate {
  const brut = addDuree(signeLe, { mois: dispositif.plafond.prolongation.jusquAuMois });
  return decale(pauses, signeLe, brut);
}

type Etale = Calendrier & Pick<Parcours, 'id' | 'emplois' | 'plafondAtteintA'>;

/** R02, R16 — notices before the cap, the cap itself at midnight, the decision asked, then R12 from the cap's last day. */
export function* echeancesPlafond(p: Etale, r: Regles): Iterable<Echeance> {
  const calcul = calculPlafond(p, r);
  // R40 — once the person works, the cap asks nothing.
  if (calcul === null || findEmploiEnCours(p) !== null) return;
  const { dernierJour } = calcul;
  const cle = `plafond:${p.prolongations.length + 1}`;
  const revision = p.contrat === null ? '' : revisionDite(p.contrat);
  const decalage = `${revision}${decalageOf(calcul.brut, dernierJour)}`;
  if (p.plafondAtteintA === null) {
    for (const n of r.dispositif.plafond.avis) {
      yield avertissement(p.id, r, {
        nature: 'plafond',
        cle: `${cle}:avis:${n}${decalage}`,
        duLe: joursAvant(dernierJour, n, r.zone),
        avis: 'plafond_proche',
        pour: ['referent', 'responsable'],
        serie: `${cle}:avis`,
      });
    }
    const lendemain = addJours(dernierJour, 1);
    yield {
      nature: 'plafond',
      cle: `${cle}:atteint${decalage}`,
      duLe: lendemain,
      a: instantAt(lendemain, '00:00', r.zone),
      serie: null,
      geste: 'constater_plafond',
      dernierJour,
    };
  }
  const aDecider = { nature: 'plafond', avis: 'plafond_a_decider' } as const;
  yield avertissement(p.id, r, {
    cle: `${cle}:decision${decalage}`,
    duLe: addJoursOuvres(dernierJour, 1, r.zone),
    pour: ['referent', 'responsable'],
    serie: `${cle}:referent`,
    ...aDecider,
  });
  yield* escalades(p.id, r, dernierJour, { cle, serie: `${cle}:responsable`, decalage, ...aDecider });
}

/** R20, R21 — the cap that was reached now lies ahead: the accompaniment goes on. */
export function findReculPlafond(p: Parcours, ctx: Contexte): readonly Fait[] {
  const dernierJour = plafondOf(p, ctx);
  if (p.plafondAtteintA === null || dernierJour === null) return [];
  const encore = dernierJour >= aujourdhui(ctx) || etapeOf(p) === 'en_pause';
  return encore ? [{ type: 'plafond_recule', dernierJour }] : [];
}

/** R02 — a human prolongs, so many times, until a day that the edition bounds from A. */
export function prolongParcours(d: DemandeDe<'prolongParcours'>, p: Parcours, ctx: Contexte): Verdict {
  const plafond = plafondOf(p, ctx);
  const ancre = ancreOf(p);
  if (ancre === null || plafond === null) return refuse({ code: 'contrat_absent' });
  if (etapeOf(p) === 'en_pause') return refuse({ code: 'parcours_en_pause' });
  const { fois } = ctx.dispositif.plafond.prolongation;
  if (p.prolongations.length >= fois) return refuse({ code: 'prolongations_epuisees', maximum: fois });
  const maximum = limiteProlongation(ancre, ctx);
  if (d.jusquAu > maximum) return refuse({ code: 'prolongation_trop_longue', maximum });
  if (d.jusquAu <= plafond || d.jusquAu < aujourdhui(ctx))
    return refuse({ code: 'prolongation_sans_effet', plafond });
  return accepte({ type: 'parcours_prolonge', jusquAu: d.jusquAu, texteId: d.texteId });
}
