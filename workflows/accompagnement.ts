import type * as activites from '../activities';
import type { Nature } from '../domain/parcours/echeance';
import { SUJETS } from './messages';
import { tenacement } from './tenacite';
import { live } from './patience';
import { deliverCourriels } from './envoi';

type Activites = activites.ActivitesParcours;

const {
  lookAtParcours,
  scheduleRendezVous,
  sendRappel,
  askStatut,
  recordMois,
  askContrat,
  triggerBilan,
  enforcePlafond,
  keepPause,
  escalateManquement,
  announceFenetre,
  askSilence,
  followEmploi,
  askSuiviSortie,
  triggerPointLegal,
  askEngagement,
} = tenacement<Activites>({
  lookAtParcours: 'Regarde où en est le parcours',
  scheduleRendezVous: 'Planifie le rendez-vous du mois et convoque',
  sendRappel: 'Rappelle le rendez-vous à la personne',
  askStatut: 'Demande si le rendez-vous a été honoré',
  recordMois: 'Compte le mois écoulé',
  askContrat: 'Rappelle le contrat à signer',
  triggerBilan: 'Déclenche le bilan et ses rappels',
  enforcePlafond: 'Fait respecter la durée maximale',
  keepPause: 'Tient la pause, de son premier jour à la reprise',
  triggerPointLegal: 'Déclenche le point légal et ses rappels',
  askEngagement: 'Demande si ce qui était convenu est fait',
  escalateManquement: 'Fait avancer l’obligation manquée, un humain à chaque pas',
  announceFenetre: 'Prévient de la fin de l’édition du dispositif',
  askSilence: 'Demande des nouvelles après un silence trop long',
  followEmploi: 'Suit la personne dans son emploi',
  askSuiviSortie: 'Demande la situation six mois après la sortie',
});

/** The duties of the system, one named activity for each kind of échéance. Total: the compiler counts. */
const devoirs = {
  rendez_vous: scheduleRendezVous,
  rappel: sendRappel,
  statut: askStatut,
  mois: recordMois,
  contrat: askContrat,
  bilan: triggerBilan,
  plafond: enforcePlafond,
  pause: keepPause,
  manquement: escalateManquement,
  fenetre: announceFenetre,
  silence: askSilence,
  emploi: followEmploi,
  suivi_sortie: askSuiviSortie,
  point_legal: triggerPointLegal,
  engagement: askEngagement,
} as const satisfies Record<Nature, (parcoursId: string, cle: string) => Promise<activites.Pas>>;

/**
 * One accompaniment, for as long as it lives: it schedules the monthly appointments and reminds of them, triggers
 * the bilans, enforces the cap, escalates missed obligations with a human at every step, and sends the mails.
 * The law is consulted in the activities, next to the data; here there is only patience.
 */
export async function accompagnement(parcoursId: string): Promise<void> {
  await live<Nature>(parcoursId, {
    sujet: SUJETS.accompagnement,
    look: () => lookAtParcours(parcoursId),
    honour: (nature, cle) => devoirs[nature](parcoursId, cle),
    deliver: () => deliverCourriels({ parcoursId }),
  });
}
