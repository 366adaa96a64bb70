import { findRattrapagesVains } from '../corrections/rattrapages';
import { addJoursOuvres } from '../temps/calendrier';
import { clePeriode } from '../rendez-vous/rendez-vous';
import { estPrevenue } from '../rendez-vous/silence-ouverture';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import type { Regles } from './contexte';
import { ditMoment } from './dire';
import type { Echeance } from './echeance';
import type { Parcours } from './parcours';
import type { Tache } from './tache';

/** R11 — asked of the référent from the appointment on; late once the first reminder has left. */
export function* tachesStatut(p: Parcours, r: Regles, maintenant: Instant): Iterable<Tache> {
  const vains = findRattrapagesVains(p, { maintenant, zone: r.zone });
  for (const rdv of p.rendezVous) {
    if (rdv.issue !== null || rdv.creneau.debut > maintenant) continue;
    const depuis = jourAt(rdv.creneau.debut, r.zone);
    // R32 — asked as any other; it may also be cancelled, because it should never have been asked for.
    const vain = vains.includes(rdv) ? ', ou annuler ce rendez-vous, fixé à cause d’une erreur corrigée' : '';
    // R48
    const tu = estPrevenue(rdv, r.zone)
      ? ''
      : ' (elle n’en était pas prévenue : une absence ne compterait pas)';
    yield {
      code: 'statut_a_renseigner',
      phrase: `Indiquer si la personne est venue le ${ditMoment(rdv.creneau.debut, r.zone)}${tu}${vain}`,
      depuis,
      avant: depuis,
      urgence: jourAt(maintenant, r.zone) >= addJoursOuvres(depuis, 1, r.zone) ? 'en_retard' : 'a_traiter',
      pour: ['referent'],
      geste: 'recordStatut',
      sujet: String(rdv.id),
    };
  }
}

/** R22, R24 — an appointment whose référent will not be there, and for which no slot was free. */
export function* tachesAReplacer(p: Parcours, r: Regles, maintenant: Instant): Iterable<Tache> {
  for (const rdv of p.rendezVous) {
    if (rdv.aReplacerDepuis === null || rdv.issue !== null || rdv.creneau.debut <= maintenant) continue;
    yield {
      code: 'rendez_vous_a_replacer',
      phrase: `Déplacer ou annuler le rendez-vous du ${ditMoment(rdv.creneau.debut, r.zone)} : aucun créneau libre n’a été trouvé`,
      depuis: jourAt(rdv.aReplacerDepuis, r.zone),
      avant: jourAt(rdv.creneau.debut, r.zone),
      urgence: 'a_traiter',
      pour: ['referent'],
      geste: 'moveRendezVous',
      sujet: String(rdv.id),
    };
  }
}

/** R08, R10 — no slot was free at the last try, and the period still waits for one. */
export function* tachesCreneau(p: Parcours, echeances: readonly Echeance[], r: Regles): Iterable<Tache> {
  for (const e of echeances) {
    if (e.geste !== 'planifier') continue;
    const { periode } = e;
    const essai = p.planifications[clePeriode(periode)];
    if (essai?.echec !== true) continue;
    const quoi = periode.quoi === 'accueil' ? 'd’accueil' : `du mois ${periode.mois}`;
    yield {
      code: 'creneau_introuvable',
      phrase: `Trouver une place pour le rendez-vous ${quoi} : aucun créneau n’est libre`,
      depuis: essai.signaleLe ?? jourAt(essai.dernierEssaiA, r.zone),
      avant: null,
      urgence: 'a_traiter',
      pour: ['referent'],
      geste: 'addRendezVous',
      sujet: null,
    };
  }
}
