import { jourEnLettres } from '../../domain/courriels/dates-dites';
import type { GestePermis } from '../../domain/parcours/gestes';
import { jourEntre } from './champs-frequents';
import type { Entourage } from './entourage';
import type { Formulaire } from './formulaire';
import { formulaireCorrection } from './gestes-correction';
import { champsContrat } from './gestes-contrat';
import { formulaireEngagement } from './gestes-engagement';
import { formulaireEmploi } from './gestes-emploi';
import { formulaireLecture } from './gestes-lecture';
import { formulaireManquement } from './gestes-manquement';
import { formulairePause } from './gestes-pause';
import { formulaireRendezVous } from './gestes-rendez-vous';
import { formulaireSortie } from './gestes-sortie';
import { formulaireBilan, formulaireChangement, formulaireRemise } from './gestes-suivi';

/** One form for each gesture: total, so that a new gesture cannot be forgotten. */
export function formulaireOf(g: GestePermis, e: Entourage): Formulaire {
  switch (g.geste) {
    case 'assignReferent':
      return {
        geste: g.geste,
        titre: 'Désigner le référent',
        suite: 'Le premier rendez-vous sera fixé dans son agenda.',
        champs: [
          {
            nature: 'choix',
            nom: 'referentId',
            libelle: 'Référent',
            options: e.referents.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
          },
        ],
        bouton: 'Désigner ce référent',
        grave: false,
      };
    case 'changeReferent':
      return formulaireChangement(g, e);
    case 'recordOrientation':
      return {
        geste: g.geste,
        titre: 'Enregistrer une nouvelle orientation',
        suite:
          'Le mois pour signer le contrat repart de cette notification ; les rappels de l’ancien délai sont abandonnés.',
        champs: [jourEntre('notifieeLe', 'Jour de la notification', g.du, g.au)],
        bouton: 'Enregistrer l’orientation',
        grave: false,
      };
    case 'signContrat':
      return {
        geste: g.geste,
        titre: 'Enregistrer la signature du contrat',
        suite: 'Les mois, les bilans et la durée maximale se comptent depuis ce jour.',
        champs: [jourEntre('signeLe', 'Jour de la signature', g.du, g.au), ...champsContrat(g.heures, e)],
        bouton: 'Enregistrer la signature',
        grave: false,
      };
    case 'recordStatut':
    case 'addRendezVous':
    case 'moveRendezVous':
    case 'cancelRendezVous':
      return formulaireRendezVous(g, e);
    case 'correctOrientation':
    case 'correctStatut':
    case 'correctRendezVous':
    case 'recordRendezVous':
    case 'correctContrat':
    case 'correctBilan':
      return formulaireCorrection(g, e);
    case 'recordBilan':
      return formulaireBilan(g, e);
    case 'pauseParcours':
    case 'resumeParcours':
      return formulairePause(g);
    case 'prolongParcours':
      return {
        geste: g.geste,
        titre: 'Prolonger le parcours',
        suite: `L’accompagnement continue jusqu’au jour choisi, le ${jourEnLettres(g.au)} au plus tard.`,
        champs: [
          jourEntre('jusquAu', 'Nouveau dernier jour', g.du, g.au),
          { nature: 'texte', nom: 'motif', libelle: 'Pourquoi prolonger' },
        ],
        bouton: 'Prolonger le parcours',
        grave: true,
      };
    case 'recordContact':
    case 'recordEmploi':
    case 'recordFinEmploi':
      return formulaireEmploi(g);
    case 'exitParcours':
    case 'dropDeces':
    case 'recordSuivi':
    case 'reorientParcours':
    case 'moveEdition':
      return formulaireSortie(g, e);
    case 'recordRemise':
      return formulaireRemise(g, e);
    case 'recordLecture':
      return formulaireLecture(g);
    case 'qualifyMotif':
    case 'recordMotif':
    case 'recordRemobilisation':
    case 'recordSuite':
    case 'recordTransmission':
    case 'confirmSignalement':
    case 'postponeSignalement':
    case 'dropSignalement':
      return formulaireManquement(g);
    default:
      return formulaireEngagement(g, e);
  }
}
