import type { Contexte } from '../parcours/contexte';
import type { DemandeDe } from '../parcours/demandes';
import type { Fait } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import { findPauseDu } from '../pauses/pause';
import type { Refus } from '../refus';
import { DUREES } from '../rendez-vous/gestes';
import { nextRendezVousId } from '../rendez-vous/planification';
import { estAnnule, type RendezVous, type StatutRendezVous } from '../rendez-vous/rendez-vous';
import { jourAt } from '../temps/heure-locale';
import { addMinutes, minutesBetween, type Instant } from '../temps/instant';
import { plusTot, type CivilDate } from '../temps/jour';
import { correctEchelles, estDite } from './echelles';
import { dropRattrapages } from './rattrapages';

/** R32 — a presence found wrong after its day: what it had started is withdrawn, what it had prevented begins. */
export function correctStatut(d: DemandeDe<'correctStatut'>, p: Parcours, ctx: Contexte): Verdict {
  const rdv = p.rendezVous.find((r) => r.id === d.rendezVousId);
  if (rdv === undefined) return refuse({ code: 'rendez_vous_inconnu' });
  if (estAnnule(rdv)) return refuse({ code: 'rendez_vous_termine' });
  // R19 — what happened during a pause was put right by the pause.
  if (estEnPause(p, rdv.creneau.debut, ctx)) return refuse({ code: 'parcours_en_pause' });
  const avant = findStatut(rdv);
  if (avant === null || rdv.issue === null || avant === d.statut) return refuse({ code: 'rien_a_corriger' });
  const { statut, texteId } = d;
  const dite = avant === 'absent' && estDite(p, rdv.id);
  return accepte(
    { type: 'statut_corrige', rendezVousId: rdv.id, statut, dite, texteId },
    ...correctEchelles(p, { id: rdv.id, debut: rdv.creneau.debut, avant }, statut, ctx),
    ...(statut === 'honore' ? dropRattrapages(p, rdv.creneau.debut, rdv.issue.a, ctx) : []),
  );
}

/** R32 — an appointment that took place on another day than the one recorded. One still to come is moved instead. */
export function correctRendezVous(d: DemandeDe<'correctRendezVous'>, p: Parcours, ctx: Contexte): Verdict {
  const rdv = p.rendezVous.find((r) => r.id === d.rendezVousId);
  if (rdv === undefined) return refuse({ code: 'rendez_vous_inconnu' });
  if (estAnnule(rdv)) return refuse({ code: 'rendez_vous_termine' });
  if (estEnPause(p, rdv.creneau.debut, ctx)) return refuse({ code: 'parcours_en_pause' });
  const statut = findStatut(rdv);
  if (statut === null) return refuse({ code: 'rendez_vous_a_venir' });
  const duree = d.dureeMinutes ?? minutesBetween(rdv.creneau.debut, rdv.creneau.fin);
  if (d.debut === rdv.creneau.debut) return refuse({ code: 'rien_a_corriger' });
  const refus = refusePasse(d.debut, duree, p, ctx);
  if (refus !== null) return refuse(refus);
  const creneau = { debut: d.debut, fin: addMinutes(d.debut, duree), permanenceId: null };
  const dite = statut === 'absent' && estDite(p, rdv.id);
  return accepte(
    { type: 'rendez_vous_corrige', rendezVousId: rdv.id, creneau, dite },
    ...(statut === 'honore' ? dropRattrapages(p, d.debut, d.debut, ctx) : []),
  );
}

/** R32 — a forgotten appointment entered afterwards. Jalons had convoked nobody: an absence there opens nothing. */
export function recordRendezVous(d: DemandeDe<'recordRendezVous'>, p: Parcours, ctx: Contexte): Verdict {
  if (p.referent === null) return refuse({ code: 'referent_manquant' });
  const refus = refusePasse(d.debut, d.dureeMinutes, p, ctx);
  if (refus !== null) return refuse(refus);
  const rendezVousId = nextRendezVousId(p);
  const { statut, texteId } = d;
  const fait: Fait = {
    type: 'rendez_vous_constate',
    rendezVousId,
    creneau: { debut: d.debut, fin: addMinutes(d.debut, d.dureeMinutes), permanenceId: null },
    referentId: p.referent.id,
    statut,
    texteId,
  };
  if (statut !== 'honore') return accepte(fait);
  return accepte(
    fait,
    ...correctEchelles(p, { id: rendezVousId, debut: d.debut, avant: null }, statut, ctx),
    ...dropRattrapages(p, d.debut, d.debut, ctx),
  );
}

/** The first day on which an appointment of this parcours may have been held. */
export function jourDuPremier(p: Parcours, { zone }: Pick<Contexte, 'zone'>): CivilDate {
  const ouvertLe = jourAt(p.ouvertA, zone);
  return p.contrat === null ? ouvertLe : plusTot(ouvertLe, p.contrat.signeLe);
}

export function findStatut({ issue }: RendezVous): StatutRendezVous | null {
  const statut = issue?.statut;
  return statut === 'honore' || statut === 'excuse' || statut === 'absent' ? statut : null;
}

export function estEnPause(
  { pauses }: Pick<Parcours, 'pauses'>,
  a: Instant,
  { zone }: Pick<Contexte, 'zone'>,
): boolean {
  return findPauseDu(pauses, jourAt(a, zone)) !== null;
}

function refusePasse(debut: Instant, duree: number, p: Parcours, ctx: Contexte): Refus | null {
  const le = jourAt(debut, ctx.zone);
  const minimum = jourDuPremier(p, ctx);
  if (duree < DUREES.minimum || duree > DUREES.maximum) return { code: 'duree_invalide', ...DUREES };
  if (debut > ctx.maintenant) return { code: 'date_future', le };
  if (le < minimum) return { code: 'date_anterieure', minimum };
  if (estEnPause(p, debut, ctx) || estEnPause(p, ctx.maintenant, ctx)) return { code: 'parcours_en_pause' };
  const pris = p.rendezVous.some((r) => !estAnnule(r) && r.creneau.debut === debut);
  return pris ? { code: 'creneau_pris' } : null;
}
