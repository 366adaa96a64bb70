import { proxyActivities } from '@temporalio/workflow';
import type * as activites from '../../activities';
import type { Nature } from '../../domain/parcours/echeance';
import { deliverCourriels } from '../../workflows/envoi';
import { SUJETS } from '../../workflows/messages';
import { TENACE } from '../../workflows/options';
import { live } from '../../workflows/patience';

const naives = proxyActivities<activites.ActivitesParcours>(TENACE);

const devoirs = {
  rendez_vous: naives.scheduleRendezVous,
  rappel: naives.sendRappel,
  statut: naives.askStatut,
  mois: naives.recordMois,
  contrat: naives.askContrat,
  bilan: naives.triggerBilan,
  plafond: naives.enforcePlafond,
  pause: naives.keepPause,
  fenetre: naives.announceFenetre,
  silence: naives.askSilence,
  emploi: naives.followEmploi,
  suivi_sortie: naives.askSuiviSortie,
  manquement: naives.escalateManquement,
  point_legal: naives.triggerPointLegal,
  engagement: naives.askEngagement,
} as const satisfies Record<Nature, (parcoursId: string, cle: string) => Promise<activites.Pas>>;

/**
 * The naive twin: the very same patience, mails and display, with one timer and one regular activity for each
 * échéance. It shows what keeping the record beside the workflow task spares.
 */
export async function accompagnement(parcoursId: string): Promise<void> {
  await live<Nature>(parcoursId, {
    sujet: SUJETS.accompagnement,
    look: () => naives.lookAtParcours(parcoursId),
    honour: (nature, cle) => devoirs[nature](parcoursId, cle),
    deliver: () => deliverCourriels({ parcoursId }),
  });
}
