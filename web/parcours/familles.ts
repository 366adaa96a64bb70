import type { CodeGeste } from '../../domain/parcours/gestes';
import type { Tache } from '../../domain/parcours/tache';

/** What a person at the counter comes to do: the gestures of one matter lie together. */
export const familles = {
  rendez_vous: 'Rendez-vous',
  bilans: 'Bilan et point légal',
  contrat: 'Contrat et engagements',
  droits: 'Accès aux droits',
  manquement: 'Manquement',
  lettres: 'Lettres',
  etapes: 'Étapes du parcours',
  emploi: 'Nouvelles et emploi',
  pause: 'Pause',
  referent: 'Référent',
  corrections: 'Corriger une erreur',
  suite: 'Suite et fin du parcours',
} as const satisfies Record<string, string>;
export type CodeFamille = keyof typeof familles;

/** Each gesture in its family, with its short name there. In the order of the counter: the usual first. */
const GESTES = {
  recordStatut: ['rendez_vous', 'Indiquer la présence'],
  recordEntretien: ['rendez_vous', 'Noter ce qui est convenu'],
  addRendezVous: ['rendez_vous', 'Ajouter un rendez-vous'],
  moveRendezVous: ['rendez_vous', 'Déplacer'],
  cancelRendezVous: ['rendez_vous', 'Annuler'],
  recordBilan: ['bilans', 'Enregistrer le bilan'],
  recordPointLegal: ['bilans', 'Enregistrer le point légal'],
  joinPointLegal: ['bilans', 'Réunir le point et le bilan'],
  assignPointLegal: ['bilans', 'Changer le délai du point'],
  signContrat: ['contrat', 'Enregistrer la signature'],
  recordOrientation: ['contrat', 'Enregistrer une nouvelle orientation'],
  recordDemarche: ['contrat', 'Dire si une démarche est faite'],
  recordDeclaration: ['contrat', 'Dire si une déclaration est faite'],
  addDemarche: ['contrat', 'Ajouter une démarche'],
  reviseContrat: ['contrat', 'Réviser le contrat'],
  assignDeclarations: ['contrat', 'Choisir les déclarations'],
  recordRefusContrat: ['contrat', 'Noter un refus'],
  recordDroits: ['droits', 'Remplir la liste des droits'],
  recordLecture: ['manquement', 'Marquer une réponse comme lue'],
  recordMotif: ['manquement', 'Enregistrer le motif'],
  qualifyMotif: ['manquement', 'Qualifier le motif'],
  confirmSignalement: ['manquement', 'Confirmer le signalement'],
  postponeSignalement: ['manquement', 'Reporter'],
  dropSignalement: ['manquement', 'Abandonner'],
  recordRemobilisation: ['manquement', 'Constater la remobilisation'],
  recordSuite: ['manquement', 'Enregistrer la suite'],
  recordTransmission: ['manquement', 'Indiquer la transmission'],
  recordRemise: ['lettres', 'Indiquer la remise'],
  recordEtape: ['etapes', 'Dire ce qu’il en est d’une étape'],
  addEtape: ['etapes', 'Convenir d’une étape'],
  moveEtape: ['etapes', 'Déplacer une étape'],
  assignPublics: ['etapes', 'Indiquer les publics prioritaires'],
  recordContact: ['emploi', 'Enregistrer un contact'],
  recordEmploi: ['emploi', 'Enregistrer un emploi'],
  recordFinEmploi: ['emploi', 'Indiquer la fin de l’emploi'],
  resumeParcours: ['pause', 'Indiquer la reprise'],
  pauseParcours: ['pause', 'Mettre en pause'],
  assignReferent: ['referent', 'Désigner'],
  changeReferent: ['referent', 'Changer de référent'],
  correctStatut: ['corrections', 'Corriger la présence'],
  recordRendezVous: ['corrections', 'Saisir un rendez-vous oublié'],
  correctRendezVous: ['corrections', 'Corriger le jour d’un rendez-vous'],
  correctOrientation: ['corrections', 'Corriger le jour de l’orientation'],
  correctContrat: ['corrections', 'Corriger la date de signature'],
  correctBilan: ['corrections', 'Corriger le jour d’un bilan'],
  recordSuivi: ['suite', 'Enregistrer la situation'],
  prolongParcours: ['suite', 'Prolonger'],
  moveEdition: ['suite', 'Changer d’édition'],
  reorientParcours: ['suite', 'Réorienter'],
  dropDeces: ['suite', 'Démentir un décès signalé'],
  exitParcours: ['suite', 'Clore'],
} as const satisfies Record<CodeGeste, readonly [CodeFamille, string]>;

const ORDRE = Object.keys(GESTES) as readonly CodeGeste[];

export function familleOf(geste: CodeGeste): CodeFamille {
  return GESTES[geste][0];
}

export function nomCourt(geste: CodeGeste): string {
  return GESTES[geste][1];
}

export function compareGestes(x: { readonly geste: CodeGeste }, y: { readonly geste: CodeGeste }): number {
  return ORDRE.indexOf(x.geste) - ORDRE.indexOf(y.geste);
}

/** Decisions that are taken one instead of the other stand together. */
const ENSEMBLE: Readonly<Partial<Record<CodeGeste, readonly CodeGeste[]>>> = {
  prolongParcours: ['exitParcours'],
  confirmSignalement: ['postponeSignalement', 'dropSignalement'],
  moveRendezVous: ['recordLecture'],
  recordMotif: ['recordLecture'],
  recordEtape: ['moveEtape'],
  recordPointLegal: ['joinPointLegal'],
  exitParcours: ['dropDeces'],
};

/** What the tasks of today call for; what is only to be foreseen waits in its family. */
export function gestesAttendus(taches: readonly Tache[]): ReadonlySet<CodeGeste> {
  const appeles = taches.flatMap(({ geste, urgence }) =>
    geste === null || urgence === 'a_prevoir' ? [] : [geste],
  );
  return new Set(appeles.flatMap((g) => [g, ...(ENSEMBLE[g] ?? [])]));
}
