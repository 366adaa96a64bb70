import type { CodeZone } from '../../domain/temps/zones';
import { correctBilan, recordBilan } from './bilans';
import {
  addDemarche,
  assignDeclarations,
  recordDeclaration,
  recordDemarche,
  recordEntretien,
} from './constats';
import { recordRefusContrat, reviseContrat } from './contrat';
import { recordDroits } from './droits';
import { recordFinEmploi, recordContact, recordEmploi } from './emploi';
import { addEtape, assignPublics, moveEtape, recordEtape } from './etapes';
import type { Lecture } from './fautes';
import type { CodeGeste, DemandeLue, Geste } from './geste';
import {
  confirmSignalement,
  dropSignalement,
  postponeSignalement,
  qualifyMotif,
  recordMotif,
  recordRemobilisation,
  recordSuite,
  recordTransmission,
} from './manquements';
import { pauseParcours, resumeParcours } from './pauses';
import { assignPointLegal, joinPointLegal, recordPointLegal } from './point-legal';
import { recordRemise } from './remises';
import { recordLecture } from './reponses';
import {
  addRendezVous,
  cancelRendezVous,
  correctRendezVous,
  correctStatut,
  moveRendezVous,
  recordRendezVous,
  recordStatut,
} from './rendez-vous';
import { dropDeces, exitParcours, moveEdition, recordSuivi, reorientParcours } from './sorties';
import {
  assignReferent,
  changeReferent,
  correctContrat,
  prolongParcours,
  correctOrientation,
  recordOrientation,
  signContrat,
} from './suivi';

/** Every gesture, once: the routes of the API and the forms of the pages come from this table. */
export const gestes = {
  correctOrientation,
  recordOrientation,
  assignReferent,
  changeReferent,
  signContrat,
  addRendezVous,
  moveRendezVous,
  cancelRendezVous,
  recordStatut,
  correctStatut,
  correctRendezVous,
  recordRendezVous,
  correctContrat,
  correctBilan,
  recordBilan,
  pauseParcours,
  resumeParcours,
  prolongParcours,
  recordContact,
  recordEmploi,
  recordFinEmploi,
  qualifyMotif,
  recordLecture,
  recordMotif,
  recordRemobilisation,
  recordSuite,
  recordTransmission,
  confirmSignalement,
  postponeSignalement,
  dropSignalement,
  recordRemise,
  exitParcours,
  dropDeces,
  recordSuivi,
  reorientParcours,
  moveEdition,
  reviseContrat,
  recordRefusContrat,
  assignPointLegal,
  joinPointLegal,
  recordPointLegal,
  recordEntretien,
  addDemarche,
  recordDemarche,
  assignDeclarations,
  recordDeclaration,
  recordDroits,
  addEtape,
  moveEtape,
  recordEtape,
  assignPublics,
} as const satisfies Record<CodeGeste, Geste>;

/** From what a person sent, JSON or form, to the demande of the domain and the texts put aside. */
export function parseDemande(
  code: CodeGeste,
  cible: unknown,
  corps: unknown,
  zone: CodeZone,
): Lecture<DemandeLue> {
  const lecture = gestes[code].parse(cible, corps);
  return lecture.ok ? { ok: true, valeur: lecture.valeur.build(zone) } : lecture;
}
