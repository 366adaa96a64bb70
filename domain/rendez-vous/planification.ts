import { matinOf, type Contexte, type Regles } from '../parcours/contexte';
import { bilansARealiser } from '../parcours/bilan';
import { aujourdhui } from '../parcours/contexte';
import type { Echeance } from '../parcours/echeance';
import type { Fait } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { plafondOf, type Calendrier } from '../parcours/plafond';
import { lecteurOf } from '../parcours/lecteur';
import { echeancesManquement } from '../obligations/echeances-manquement';
import { addJoursOuvres, joursAvant } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import { addJours, type CivilDate } from '../temps/jour';
import { joursEnPause } from '../pauses/pause';
import { findCreneau, type Agenda, type Jours } from './agenda';
import {
  ancreOf,
  clePeriode,
  moisSousPlafond,
  rangDuMois,
  type Creneau,
  type Periode,
  type RendezVous,
} from './rendez-vous';

type Place = Pick<Parcours, 'id' | 'rendezVous' | 'planifications' | 'pauses'>;

/** R07, R08, R10 — the next appointment to schedule: the accueil before the contrat, then one per month. */
export function* echeancesPlanification(
  p: Place & Calendrier & Pick<Parcours, 'referent' | 'plafondAtteintA'>,
  r: Regles,
): Iterable<Echeance> {
  if (p.referent === null || p.plafondAtteintA !== null) return;
  const [ancre, plafond] = [ancreOf(p), plafondOf(p, r)];
  if (p.contrat === null || ancre === null || plafond === null) {
    yield* aPlanifier(p, r, { quoi: 'accueil' }, p.referent.depuisA, null);
    return;
  }
  // R38 — where people meet as often as needed, none is placed by the machine.
  if (r.dispositif.cadence.genre === 'silence') return;
  const auPlusTot = plusTardif(p.contrat.enregistreA, p.referent.depuisA);
  for (let n = 1; ; n += 1) {
    const mois = moisSousPlafond(ancre, n, plafond);
    if (mois === null) return;
    const prevue = matinOf(p.id, joursAvant(mois.du, r.dispositif.rendezVous.planifieAvant, r.zone), r);
    yield* aPlanifier(p, r, { quoi: 'mois', mois: n }, plusTardif(prevue, auPlusTot), mois);
  }
}

/** Nothing to schedule where an appointment is pending or honoured; else when, and under which clé. */
function* aPlanifier(
  p: Place,
  r: Regles,
  periode: Periode,
  prevueA: Instant,
  mois: Jours | null,
): Iterable<Echeance> {
  if (p.rendezVous.some((rdv) => occupe(rdv, mois, r))) return;
  const echecs = p.rendezVous.flatMap((rdv) => rouvertA(p, r, rdv, mois) ?? []);
  const voulueA = echecs.reduce(plusTardif, prevueA);
  const connue = p.planifications[clePeriode(periode)];
  const a =
    connue?.echec === true && voulueA <= connue.dernierEssaiA
      ? matinOf(p.id, addJoursOuvres(jourAt(connue.dernierEssaiA, r.zone), 1, r.zone), r)
      : voulueA;
  const duLe = jourAt(a, r.zone);
  const auPlusTot = addJours(duLe, r.dispositif.rendezVous.delaiConvocation);
  // R19 — no room before a pause that nobody knows the end of: the search waits for it.
  if (p.pauses.some((x) => x.au === null && x.du <= auPlusTot)) return;
  if (mois !== null && auPlusTot > mois.au) return;
  if (echecs.length > 0 && prochainSuffit(p, r, duLe)) return;
  const cle = `${clePeriode(periode)}:planification:${(connue?.essais ?? 0) + 1}`;
  yield { nature: 'rendez_vous', cle, duLe, a, serie: null, geste: 'planifier', periode };
}

/** R08 — an appointment pending or honoured in the month, whoever made it; before the contrat, any one pending. */
function occupe(rdv: RendezVous, mois: Jours | null, r: Regles): boolean {
  if (mois === null) return rdv.issue === null;
  const compte = rdv.issue === null || rdv.issue.statut === 'honore';
  return compte && estDans(mois, rdv.creneau.debut, r);
}

function estDans({ du, au }: Jours, debut: Instant, r: Regles): boolean {
  const le = jourAt(debut, r.zone);
  return du <= le && le <= au;
}

/**
 * R10, R14 — when a period lost an appointment: a cancellation or a move convokes again at once; a status only
 * the next working morning, so that a correction the same day leaves no trace for the person.
 */
function rouvertA(p: Pick<Parcours, 'id'>, r: Regles, rdv: RendezVous, mois: Jours | null): Instant | null {
  if (mois !== null && !estDans(mois, rdv.creneau.debut, r)) {
    return rdv.anciens.find((ancien) => estDans(mois, ancien.debut, r))?.a ?? null;
  }
  if (rdv.issue === null) return null;
  const { statut, a } = rdv.issue;
  if (statut === 'retire') return null;
  if (statut === 'annule_service' || statut === 'annule_personne') return a;
  return matinOf(p.id, addJoursOuvres(jourAt(a, r.zone), 1, r.zone), r);
}

/** R10 — no catch-up when the next appointment already lies within ten working days. */
function prochainSuffit(p: Pick<Parcours, 'rendezVous'>, r: Regles, le: CivilDate): boolean {
  const limite = addJoursOuvres(le, r.dispositif.rendezVous.prochainSuffitSousJoursOuvres, r.zone);
  return p.rendezVous.some((rdv) => {
    const jour = jourAt(rdv.creneau.debut, r.zone);
    return rdv.issue === null && le <= jour && jour <= limite;
  });
}

function plusTardif(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

/** R07, R08 — takes the earliest free slot, or says that there is none. Refused nothing: the machine asks itself. */
export function scheduleRendezVous(
  p: Parcours,
  ctx: Contexte,
  cle: string,
  periode: Periode,
): readonly Fait[] {
  const fenetre = fenetreOf(p, ctx, periode);
  if (fenetre === null || ctx.agenda === null || p.referent === null) {
    return [{ type: 'echeances_abandonnees', cles: [cle], raison: 'deja_passee' }];
  }
  const bilan = bilanDuMois(p, ctx, periode);
  const creneau = findCreneau(agendaHorsPauses(ctx.agenda, p), fenetre, ctx.zone, bilan !== null);
  if (creneau === null) {
    return [{ type: 'creneau_introuvable', periode, signale: aSignaler(p, ctx, periode) }];
  }
  return [
    {
      type: 'rendez_vous_planifie',
      rendezVousId: nextRendezVousId(p),
      periode,
      creneau,
      // R24 — on a day of a replacement, whoever stands in receives.
      referentId: lecteurOf(p, jourAt(creneau.debut, ctx.zone)) ?? p.referent.id,
      bilan,
      annonceParDemandeMotif: estOffertAvecLeMotif(p, ctx, periode, creneau),
    },
  ];
}

/**
 * R14 — the request for a motive that leaves now carries this appointment in place of a convocation: it will be
 * the next one to come, and no earlier month still has its own to find this morning.
 */
function estOffertAvecLeMotif(p: Parcours, ctx: Contexte, periode: Periode, { debut }: Creneau): boolean {
  const dues = [...echeancesManquement(p, ctx), ...echeancesPlanification(p, ctx)].filter(
    (e) => e.a <= ctx.maintenant && p.echues[e.cle] === undefined,
  );
  const unPlusTot = p.rendezVous.some(
    (r) => r.issue === null && ctx.maintenant < r.creneau.debut && r.creneau.debut < debut,
  );
  return (
    !unPlusTot &&
    dues.some((e) => e.geste === 'demander_motif' && estAbsence(p, e.manquement)) &&
    !dues.some((e) => e.geste === 'planifier' && rangOf(e.periode) < rangOf(periode))
  );
}

function estAbsence(p: Parcours, manquement: number): boolean {
  return p.manquements.some((m) => m.id === manquement && m.genre === 'absence');
}

function rangOf(periode: Periode): number {
  return periode.quoi === 'accueil' ? 0 : periode.mois;
}

/** R19 — no appointment is placed in a pause, nor by whoever stands in (R24). */
export function agendaHorsPauses(agenda: Agenda, p: Parcours): Agenda {
  const ferme = <T extends Agenda>(a: T): T => ({
    ...a,
    absences: [...a.absences, ...joursEnPause(p.pauses)],
  });
  const { remplacants } = agenda;
  if (remplacants === undefined) return ferme(agenda);
  return {
    ...ferme(agenda),
    remplacants: remplacants.map((r) => ({ ...r, agenda: ferme(r.agenda) })),
  };
}

export function nextRendezVousId(p: Parcours): number {
  return p.rendezVous.length + 1;
}

/** R08 — at least seven days after the convocation, inside the month, never after the cap; R07 for the accueil. */
function fenetreOf(p: Parcours, ctx: Contexte, periode: Periode): Jours | null {
  const le = aujourdhui(ctx);
  const { delaiConvocation, accueilSousJoursOuvres } = ctx.dispositif.rendezVous;
  const auPlusTot = addJours(le, delaiConvocation);
  if (periode.quoi === 'accueil') {
    return { du: auPlusTot, au: addJoursOuvres(le, accueilSousJoursOuvres, ctx.zone) };
  }
  const [ancre, plafond] = [ancreOf(p), plafondOf(p, ctx)];
  const mois = ancre === null || plafond === null ? null : moisSousPlafond(ancre, periode.mois, plafond);
  if (mois === null || auPlusTot > mois.au) return null;
  return { du: auPlusTot > mois.du ? auPlusTot : mois.du, au: mois.au };
}

/** R22, R24 — where an appointment that loses its référent may go: the month in which it lies, else R07's window. */
export function findFenetreDuDeplacement(p: Parcours, ctx: Contexte, rdv: RendezVous): Jours | null {
  const ancre = ancreOf(p);
  const mois = ancre === null ? 0 : rangDuMois(ancre, jourAt(rdv.creneau.debut, ctx.zone));
  const sansMois = mois < 1 || ctx.dispositif.cadence.genre === 'silence';
  return fenetreOf(p, ctx, sansMois ? { quoi: 'accueil' } : { quoi: 'mois', mois });
}

/** R15 — the bilan is held at the appointment of the month in which it falls. */
function bilanDuMois(p: Parcours, ctx: Contexte, periode: Periode): number | null {
  if (periode.quoi === 'accueil') return null;
  if (ctx.dispositif.bilan === null) return null;
  const { tousLesMois } = ctx.dispositif.bilan;
  if (periode.mois % tousLesMois !== 0) return null;
  const rang = periode.mois / tousLesMois;
  return bilansARealiser(p, ctx).some((b) => b.rang === rang) ? rang : null;
}

/** R08 — no slot: the référent is told once, then every five working days. */
function aSignaler(p: Parcours, ctx: Contexte, periode: Periode): boolean {
  const dernier = p.planifications[clePeriode(periode)]?.signaleLe ?? null;
  if (dernier === null) return true;
  const { capaciteTousLesJoursOuvres } = ctx.dispositif.rendezVous;
  return aujourdhui(ctx) >= addJoursOuvres(dernier, capaciteTousLesJoursOuvres, ctx.zone);
}
