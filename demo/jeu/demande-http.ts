import { httpOfEngagement } from './demande-engagement';
import type { Demande } from '../../domain/parcours/demandes';

type Envoi = { readonly chemin: string; readonly corps: Readonly<Record<string, unknown>> };

const MOT = 'Écrit par la démonstration.';

/** How each demande of a written life is asked through the API, below `/parcours/{id}`. */
export function httpOf(d: Demande): Envoi {
  switch (d.type) {
    case 'openParcours':
      throw new Error('L’ouverture se demande avant le parcours.');
    case 'assignReferent':
      return { chemin: '/referent', corps: { referentId: d.referentId } };
    case 'assignRemplacant':
    case 'cancelRemplacement':
      throw new Error('Un remplacement se demande pour tout un portefeuille.');
    case 'confirmVenue':
    case 'announceEmpechement':
    case 'answerMotif':
      throw new Error('Une réponse de la personne passe par le lien de son courriel.');
    case 'changeReferent':
      return {
        chemin: '/referent/changement',
        corps: { referentId: d.referentId, motif: d.motif, le: d.le },
      };
    case 'recordOrientation':
      return { chemin: '/orientation', corps: { notifieeLe: d.notifieeLe } };
    case 'correctOrientation':
      return { chemin: '/orientation/correction', corps: { notifieeLe: d.notifieeLe } };
    case 'signContrat':
      return { chemin: '/contrat', corps: { signeLe: d.signeLe } };
    case 'addRendezVous':
      return {
        chemin: '/rendez-vous',
        corps: { debut: d.debut, dureeMinutes: d.dureeMinutes, bilan: d.bilan },
      };
    case 'moveRendezVous':
      return { chemin: `/rendez-vous/${d.rendezVousId}/deplacement`, corps: { debut: d.debut } };
    case 'cancelRendezVous':
      return { chemin: `/rendez-vous/${d.rendezVousId}/annulation`, corps: { par: d.par } };
    case 'recordStatut':
      return { chemin: `/rendez-vous/${d.rendezVousId}/statut`, corps: { statut: d.statut } };
    case 'correctStatut':
      return {
        chemin: `/rendez-vous/${d.rendezVousId}/statut/correction`,
        corps: { statut: d.statut },
      };
    case 'correctRendezVous':
      return { chemin: `/rendez-vous/${d.rendezVousId}/correction`, corps: { debut: d.debut } };
    case 'recordRendezVous':
      return {
        chemin: '/rendez-vous/apres-coup',
        corps: { debut: d.debut, dureeMinutes: d.dureeMinutes, statut: d.statut },
      };
    case 'correctContrat':
      return { chemin: '/contrat/correction', corps: { signeLe: d.signeLe } };
    case 'correctBilan':
      return { chemin: `/bilans/${d.bilan}/correction`, corps: { tenuLe: d.tenuLe } };
    case 'recordBilan':
      return {
        chemin: `/bilans/${d.bilan}`,
        corps: { tenuLe: d.tenuLe, objectifs: [], orientation: d.orientation },
      };
    case 'pauseParcours':
      return { chemin: '/pause', corps: { motif: d.motif, du: d.du, au: d.au } };
    case 'resumeParcours':
      return { chemin: '/reprise', corps: { le: d.le } };
    case 'prolongParcours':
      return { chemin: '/prolongation', corps: { jusquAu: d.jusquAu, motif: MOT } };
    case 'recordContact':
      return { chemin: '/contacts', corps: { le: d.le, moyen: d.moyen } };
    case 'recordEmploi': {
      const { debutLe, genre, finPrevueLe } = d;
      return { chemin: '/emploi', corps: { debutLe, genre, finPrevueLe } };
    }
    case 'recordFinEmploi':
      return { chemin: '/emploi/fin', corps: { le: d.le } };
    case 'qualifyMotif':
      return { chemin: `/manquements/${d.manquement}/motif`, corps: { qualification: d.qualification } };
    case 'recordLecture':
      return { chemin: `/reponses/${d.reponse}/lecture`, corps: {} };
    case 'recordMotif':
      return { chemin: `/manquements/${d.manquement}/motifs`, corps: { motif: d.motif, recuLe: d.recuLe } };
    case 'recordRemobilisation':
      return { chemin: `/manquements/${d.manquement}/remobilisation`, corps: { le: d.le } };
    case 'recordSuite':
      return {
        chemin: `/manquements/${d.manquement}/signalement/suite`,
        corps: { suite: d.suite, le: d.le },
      };
    case 'recordTransmission':
      return { chemin: `/manquements/${d.manquement}/signalement/transmission`, corps: { le: d.le } };
    case 'confirmSignalement':
      return { chemin: `/manquements/${d.manquement}/signalement/confirmation`, corps: { commentaire: MOT } };
    case 'postponeSignalement':
      return {
        chemin: `/manquements/${d.manquement}/signalement/report`,
        corps: { au: d.au, commentaire: MOT },
      };
    case 'dropSignalement':
      return { chemin: `/manquements/${d.manquement}/signalement/abandon`, corps: { commentaire: MOT } };
    case 'recordRemise':
      return { chemin: `/courriels/${d.courrielCle}/remise`, corps: { le: d.le } };
    default:
      return httpOfEngagement(d);
    case 'exitParcours':
      return { chemin: '/sortie', corps: { motif: d.motif, le: d.le, emploi: d.emploi ?? null } };
    case 'recordDeces':
      throw new Error('Un décès se dit dans le parcours où il est appris.');
    case 'recordEffacement':
      throw new Error('Un effacement se demande pour une personne, non pour un parcours.');
    case 'dropDeces':
      return { chemin: '/deces/dementi', corps: {} };
    case 'recordSuivi':
      return { chemin: '/suivi', corps: { situation: d.situation, le: d.le } };
    case 'reorientParcours': {
      const { dispositif, structureId, referentId, orientationNotifieeLe, soumisAuxObligations } = d;
      return {
        chemin: '/reorientation',
        corps: { dispositif, structureId, referentId, orientationNotifieeLe, soumisAuxObligations },
      };
    }
    case 'moveEdition':
      return { chemin: '/edition', corps: { dispositif: d.dispositif, le: d.le } };
  }
}
