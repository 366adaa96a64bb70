import { findRattrapagesVains } from '../corrections/rattrapages';
import { findBilanAnnonce } from '../parcours/bilan';
import { aujourdhui, type Contexte } from '../parcours/contexte';
import type { DemandeDe } from '../parcours/demandes';
import type { Parcours } from '../parcours/parcours';
import { findPauseDu } from '../pauses/pause';
import { limiteRendezVous } from '../parcours/plafond';
import { lecteurOf } from '../parcours/lecteur';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import type { Refus } from '../refus';
import { addJoursOuvres, estOuvre } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import { addMinutes, minutesBetween } from '../temps/instant';
import { agendaDuJour, couvre, seChevauchent, type Agenda } from './agenda';
import { nextRendezVousId } from './planification';
import type { Creneau, RendezVous } from './rendez-vous';

/** Shortest and longest appointment that a human may enter, in minutes. */
export const DUREES = { minimum: 5, maximum: 240 } as const;

/** R15 — a human may place an appointment outside the permanences, never where R08 would not, and hold a bilan there. */
export function addRendezVous(d: DemandeDe<'addRendezVous'>, p: Parcours, ctx: Contexte): Verdict {
  if (p.referent === null || ctx.agenda === null) return refuse({ code: 'referent_manquant' });
  const creneau = { debut: d.debut, fin: addMinutes(d.debut, d.dureeMinutes), permanenceId: null };
  const agenda = agendaDuJour(ctx.agenda, jourAt(d.debut, ctx.zone));
  const refus = refuseCreneau(creneau, p, ctx, agenda);
  if (refus !== null) return refuse(refus);
  const bilan = d.bilan === undefined ? null : findBilanAnnonce(d.bilan, p, ctx);
  if (bilan !== null && 'code' in bilan) return refuse(bilan);
  return accepte({
    type: 'rendez_vous_planifie',
    rendezVousId: nextRendezVousId(p),
    periode: null,
    creneau,
    referentId: lecteurOf(p, jourAt(d.debut, ctx.zone)) ?? p.referent.id,
    bilan: bilan?.rang ?? null,
    annonceParDemandeMotif: false,
  });
}

export function moveRendezVous(d: DemandeDe<'moveRendezVous'>, p: Parcours, ctx: Contexte): Verdict {
  const rdv = aVenir(p, d.rendezVousId, ctx);
  if ('code' in rdv) return refuse(rdv);
  if (p.referent === null || ctx.agenda === null) return refuse({ code: 'referent_manquant' });
  const duree = d.dureeMinutes ?? minutesBetween(rdv.creneau.debut, rdv.creneau.fin);
  const creneau = {
    debut: d.debut,
    fin: addMinutes(d.debut, duree),
    permanenceId: rdv.creneau.permanenceId,
  };
  const referentId = lecteurOf(p, jourAt(d.debut, ctx.zone)) ?? p.referent.id;
  const agenda = agendaDuJour(ctx.agenda, jourAt(d.debut, ctx.zone));
  // Only in his own agenda does it make room for itself: a new référent may hold another at that very hour (R22).
  const autres = agenda.pris.filter(
    (x) => rdv.referentId !== referentId || x.debut !== rdv.creneau.debut || x.fin !== rdv.creneau.fin,
  );
  const refus = refuseCreneau(creneau, p, ctx, { ...agenda, pris: autres });
  if (refus !== null) return refuse(refus);
  return accepte({ type: 'rendez_vous_deplace', rendezVousId: rdv.id, creneau, referentId });
}

export function cancelRendezVous(d: DemandeDe<'cancelRendezVous'>, p: Parcours, ctx: Contexte): Verdict {
  const vain = findRattrapagesVains(p, ctx).find((r) => r.id === d.rendezVousId);
  if (vain !== undefined)
    return accepte({
      ...{ type: 'rendez_vous_annule', rendezVousId: vain.id, par: d.par },
      ...{ tardive: false, silencieux: true },
    });
  const rdv = aVenir(p, d.rendezVousId, ctx);
  if ('code' in rdv) return refuse(rdv);
  const { annulationTardiveJoursOuvres } = ctx.dispositif.rendezVous;
  const tardif =
    jourAt(rdv.creneau.debut, ctx.zone) <
    addJoursOuvres(aujourdhui(ctx), annulationTardiveJoursOuvres, ctx.zone);
  return accepte({
    type: 'rendez_vous_annule',
    rendezVousId: rdv.id,
    par: d.par,
    tardive: d.par === 'personne' && tardif,
    silencieux: false,
  });
}

/** An appointment that can still be moved or cancelled: its time has not come. */
function aVenir(p: Parcours, id: number, ctx: Contexte): RendezVous | Refus {
  const rdv = p.rendezVous.find((r) => r.id === id);
  if (rdv === undefined) return { code: 'rendez_vous_inconnu' };
  if (rdv.issue !== null) return { code: 'rendez_vous_termine' };
  return rdv.creneau.debut <= ctx.maintenant ? { code: 'rendez_vous_passe' } : rdv;
}

/** R08 — what refuses a slot chosen by a human. */
function refuseCreneau(c: Creneau, p: Parcours, ctx: Contexte, agenda: Agenda): Refus | null {
  const duree = minutesBetween(c.debut, c.fin);
  const le = jourAt(c.debut, ctx.zone);
  const plafond = limiteRendezVous(p, ctx);
  if (duree < DUREES.minimum || duree > DUREES.maximum) return { code: 'duree_invalide', ...DUREES };
  if (c.debut <= ctx.maintenant) return { code: 'creneau_passe' };
  if (plafond !== null && le > plafond) return { code: 'apres_le_plafond', plafond };
  if (findPauseDu(p.pauses, le) !== null) return { code: 'parcours_en_pause' };
  if (!estOuvre(le, ctx.zone) || couvre(agenda.fermetures, le)) return { code: 'structure_fermee', le };
  if (couvre(agenda.absences, le)) return { code: 'referent_absent', le };
  if (agenda.pris.some((x) => seChevauchent(x, c))) return { code: 'creneau_pris' };
  const ceJour = agenda.pris.filter((x) => jourAt(x.debut, ctx.zone) === le).length;
  if (ceJour >= agenda.maximumParJour) return { code: 'jour_complet', le, maximum: agenda.maximumParJour };
  return null;
}
