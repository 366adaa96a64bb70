import { aujourdhui, matinOf, type Contexte, type Regles } from '../parcours/contexte';
import type { Echeance } from '../parcours/echeance';
import type { Fait } from '../parcours/faits';
import {
  revisionDite,
  type CauseMoisManque,
  type Contrat,
  type Mois,
  type Parcours,
} from '../parcours/parcours';
import { decalageOf, findPauseDu, joursRestants } from '../pauses/pause';
import { plafondOf, plafondInitial, type Calendrier } from '../parcours/plafond';
import { addDuree, addJours, type CivilDate } from '../temps/jour';
import { jourAt } from '../temps/heure-locale';
import {
  ancreOf,
  moisOf,
  moisSousPlafond,
  rangDuMois,
  type IssueRendezVous,
  type RendezVous,
} from './rendez-vous';
import { estPrevenue } from './silence-ouverture';

/** What the months of a parcours are counted from. */
type Compte = Calendrier & Pick<Parcours, 'rendezVous' | 'planifications'>;

/** R10 — the day after its last day, a month in which nobody was seen is counted, with its cause. */
export function* echeancesMois(p: Compte & Pick<Parcours, 'id'>, r: Regles): Iterable<Echeance> {
  const [ancre, plafond] = [ancreOf(p), plafondOf(p, r)];
  // R38 — no months are counted where a silence is watched.
  if (r.dispositif.cadence.genre === 'silence') return;
  if (p.contrat === null || ancre === null || plafond === null) return;
  for (let n = 1; ; n += 1) {
    const mois = moisSousPlafond(ancre, n, plafond);
    if (mois === null) return;
    if (fini(p.contrat, mois.au, r) || vecuSousPlafondAtteint(p, r, mois.du)) continue;
    if (issueDuMois(p, r, n).issue === 'honore') continue;
    const duLe = addJours(mois.au, 1);
    yield {
      nature: 'mois',
      cle: `mois:${n}:compte${revisionDite(p.contrat)}${decalageOf(addDuree(ancre.signeLe, { mois: n }), moisOf(ancre, n).au)}`,
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
function vecuSousPlafondAtteint(p: Calendrier, r: Regles, du: CivilDate): boolean {
  const premier = plafondInitial(p, r);
  if (premier === null) return false;
  return p.prolongations.some(({ le }) => premier < du && du <= le);
}

/** R10 — an appointment counts for the month in which it is held. */
function rendezVousDuMois(p: Compte, r: Regles, n: number): readonly RendezVous[] {
  const ancre = ancreOf(p);
  if (ancre === null) return [];
  return p.rendezVous.filter(
    (rdv) => rdv.issue?.statut !== 'retire' && rangDuMois(ancre, jourAt(rdv.creneau.debut, r.zone)) === n,
  );
}

const CAUSES = {
  excuse: 'personne',
  absent: 'personne',
  annule_personne: 'personne',
  annule_service: 'service',
} as const satisfies Record<Exclude<IssueRendezVous, 'honore' | 'retire'>, CauseMoisManque>;

/** R10 — honoured, missed with its cause, or "à préciser" while a status is missing. */
export function issueDuMois(p: Compte, r: Regles, n: number): Mois {
  const tenus = rendezVousDuMois(p, r, n);
  if (tenus.some((rdv) => rdv.issue?.statut === 'honore')) return { issue: 'honore' };
  if (tenus.some((rdv) => rdv.issue === null)) return { issue: 'a_preciser' };
  const dernierTenu = tenus.at(-1);
  const dernier = dernierTenu?.issue?.statut;
  // R48 — nobody had told her.
  if (dernierTenu !== undefined && dernier === 'absent' && !estPrevenue(dernierTenu, r.zone))
    return { issue: 'manque', cause: 'service' };
  if (dernier !== undefined && dernier !== 'honore' && dernier !== 'retire')
    return { issue: 'manque', cause: CAUSES[dernier] };
  const essaye = p.planifications[`mois:${n}`];
  return { issue: 'manque', cause: essaye?.echec === true ? 'sans_creneau' : 'inconnue' };
}

export function recordMois(p: Parcours, r: Regles, n: number): readonly Fait[] {
  return [{ type: 'mois_compte', mois: n, ...issueDuMois(p, r, n) }];
}

/** R10 — a later recording corrects a month already counted. */
export function correctMois(p: Parcours, r: Regles & Pick<Contexte, 'maintenant'>): readonly Fait[] {
  const le = aujourdhui(r);
  return Object.entries(p.mois).flatMap(([n, compte]) => {
    if (estRouvert(p, r, Number(n), le)) return [{ type: 'mois_rouvert', mois: Number(n) } as const];
    const vrai = issueDuMois(p, r, Number(n));
    return memeIssue(compte, vrai) ? [] : recordMois(p, r, Number(n));
  });
}

/** R21 — its last day, moved by a pause, is not over any more: it will be counted again. */
function estRouvert(p: Parcours, r: Regles, n: number, le: CivilDate): boolean {
  const [ancre, plafond] = [ancreOf(p), plafondOf(p, r)];
  const mois = ancre === null || plafond === null ? null : moisSousPlafond(ancre, n, plafond);
  return mois === null || mois.au >= le || findPauseDu(p.pauses, mois.au) !== null;
}

function memeIssue(x: Mois, y: Mois): boolean {
  return x.issue === y.issue && (x.issue !== 'manque' || y.issue !== 'manque' || x.cause === y.cause);
}

/** R20 — days of accompaniment left, the last day included, days of pause not counted; negative once it is over. */
export function joursAvantPlafond(p: Parcours, r: Regles, le: CivilDate): number | null {
  const plafond = plafondOf(p, r);
  return plafond === null ? null : joursRestants(p.pauses, le, plafond);
}
