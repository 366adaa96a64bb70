import { matinOf, type Regles } from '../parcours/contexte';
import type { Echeance } from '../parcours/echeance';
import type { Fait } from '../parcours/faits';
import type { CauseMoisManque, Contrat, Mois, Parcours } from '../parcours/parcours';
import { plafondOf } from '../parcours/plafond';
import { addDuree, addJours, joursEntre, type CivilDate } from '../temps/jour';
import { jourAt } from '../temps/heure-locale';
import { moisSousPlafond, rangDuMois, type IssueRendezVous, type RendezVous } from './rendez-vous';

/** R10 — the day after its last day, a month in which nobody was seen is counted, with its cause. */
export function* echeancesMois(p: Parcours, r: Regles): Iterable<Echeance> {
  const plafond = plafondOf(p, r);
  if (p.contrat === null || plafond === null) return;
  for (let n = 1; ; n += 1) {
    const mois = moisSousPlafond(p.contrat.signeLe, n, plafond);
    if (mois === null) return;
    if (fini(p.contrat, mois.au, r) || vecuSousPlafondAtteint(p, r, mois.du)) continue;
    if (issueDuMois(p, r, n).issue === 'honore') continue;
    const duLe = addJours(mois.au, 1);
    yield {
      nature: 'mois',
      cle: `mois:${n}:compte`,
      duLe,
      a: matinOf(p.id, duLe, r),
      serie: null,
      geste: 'compter',
      mois: n,
    };
  }
}

/** R13 — a month that had ended when the contrat was recorded is not counted missed. */
function fini({ enregistreA }: Contrat, au: CivilDate, { zone }: Regles): boolean {
  return jourAt(enregistreA, zone) > au;
}

/** R02 — months lived under the reached cap, before a human prolonged, are not counted missed. */
function vecuSousPlafondAtteint(p: Parcours, { dispositif }: Regles, du: CivilDate): boolean {
  if (p.contrat === null) return false;
  const premier = addDuree(p.contrat.signeLe, { mois: dispositif.plafond.mois });
  return p.prolongations.some(({ le }) => premier < du && du <= le);
}

/** R10 — an appointment counts for the month in which it is held. */
function rendezVousDuMois(p: Parcours, r: Regles, n: number): readonly RendezVous[] {
  const { contrat } = p;
  if (contrat === null) return [];
  return p.rendezVous.filter((rdv) => rangDuMois(contrat.signeLe, jourAt(rdv.creneau.debut, r.zone)) === n);
}

const CAUSES = {
  excuse: 'personne',
  absent: 'personne',
  annule_personne: 'personne',
  annule_service: 'service',
} as const satisfies Record<Exclude<IssueRendezVous, 'honore'>, CauseMoisManque>;

/** R10 — honoured, missed with its cause, or "à préciser" while a status is missing. */
export function issueDuMois(p: Parcours, r: Regles, n: number): Mois {
  const tenus = rendezVousDuMois(p, r, n);
  if (tenus.some((rdv) => rdv.issue?.statut === 'honore')) return { issue: 'honore' };
  if (tenus.some((rdv) => rdv.issue === null)) return { issue: 'a_preciser' };
  const dernier = tenus.at(-1)?.issue?.statut;
  if (dernier !== undefined && dernier !== 'honore') return { issue: 'manque', cause: CAUSES[dernier] };
  const essaye = p.planifications[`mois:${n}`];
  return { issue: 'manque', cause: essaye?.echec === true ? 'sans_creneau' : 'inconnue' };
}

export function recordMois(p: Parcours, r: Regles, n: number): readonly Fait[] {
  return [{ type: 'mois_compte', mois: n, ...issueDuMois(p, r, n) }];
}

/** R10 — a later recording corrects a month already counted. */
export function correctMois(p: Parcours, r: Regles): readonly Fait[] {
  return Object.entries(p.mois).flatMap(([n, compte]) => {
    const vrai = issueDuMois(p, r, Number(n));
    return memeIssue(compte, vrai) ? [] : recordMois(p, r, Number(n));
  });
}

function memeIssue(x: Mois, y: Mois): boolean {
  return x.issue === y.issue && (x.issue !== 'manque' || y.issue !== 'manque' || x.cause === y.cause);
}

/** Days left before the cap, the last day included; negative once it is over. */
export function joursAvantPlafond(p: Parcours, r: Regles, le: CivilDate): number | null {
  const plafond = plafondOf(p, r);
  return plafond === null ? null : joursEntre(le, plafond);
}
