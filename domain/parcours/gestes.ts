import { estEffacee } from '../conservation/effacement';
import { gestesCorrection, type DemandesCorrection } from '../corrections/gestes-correction';
import { CODES_ENGAGEMENT, gestesEngagement, type DemandesEngagement } from '../engagement/gestes-engagement';
import { gestesPause, type DemandesPause } from '../pauses/gestes-permis';
import { gestesRendezVous, type DemandesRendezVous } from '../rendez-vous/gestes-permis';
import { gestesLecture, type DemandesLecture } from '../reponses/lecture';
import type { DemandeReponse } from '../reponses/reponse';
import type { Instant } from '../temps/instant';
import { aujourdhui, type Regles } from './contexte';
import type { Demande } from './demandes';
import { gestesBilan, gestesPlafond, type DemandesBilan } from './gestes-bilan';
import { gestesOuverture, gestesReferent, type DemandesDebut } from './gestes-debut';
import { gestesEmploi, type DemandesEmploi } from './gestes-emploi';
import { gestesLettre, gestesManquement, type DemandesManquement } from './gestes-manquement';
import { gestesApresSortie, gestesEdition, gestesFin, type DemandesSortie } from './gestes-sortie';
import type { Parcours } from './parcours';
import { estSuiviAttendu } from './suivi-sortie';

/** What each gesture asks for: the values that the law accepts now. Days are both included. */
type Demandes = DemandesEngagement &
  DemandesDebut &
  DemandesRendezVous &
  DemandesCorrection &
  DemandesBilan &
  DemandesPause &
  DemandesEmploi &
  DemandesManquement &
  DemandesLecture &
  DemandesSortie;

/** The gestures on an open parcours: every demande but its opening, what the core asks of many (R24, R33, R45), and what the person says herself (R42). */
export type CodeGeste = Exclude<
  Demande['type'],
  | 'openParcours'
  | 'assignRemplacant'
  | 'cancelRemplacement'
  | 'recordDeces'
  | 'recordEffacement'
  | DemandeReponse['type']
>;

/** What each gesture is called, in one total table: a new one cannot be forgotten. */
const CODES = {
  ...CODES_ENGAGEMENT,
  recordOrientation: 1,
  correctOrientation: 1,
  assignReferent: 1,
  changeReferent: 1,
  signContrat: 1,
  addRendezVous: 1,
  moveRendezVous: 1,
  cancelRendezVous: 1,
  recordStatut: 1,
  correctStatut: 1,
  correctRendezVous: 1,
  recordRendezVous: 1,
  correctContrat: 1,
  correctBilan: 1,
  recordBilan: 1,
  pauseParcours: 1,
  resumeParcours: 1,
  prolongParcours: 1,
  recordContact: 1,
  recordEmploi: 1,
  recordFinEmploi: 1,
  qualifyMotif: 1,
  recordLecture: 1,
  recordMotif: 1,
  recordRemobilisation: 1,
  recordSuite: 1,
  recordTransmission: 1,
  confirmSignalement: 1,
  postponeSignalement: 1,
  dropSignalement: 1,
  recordRemise: 1,
  exitParcours: 1,
  dropDeces: 1,
  recordSuivi: 1,
  reorientParcours: 1,
  moveEdition: 1,
} as const satisfies Record<CodeGeste, 1>;

export const codesGeste = Object.keys(CODES) as readonly CodeGeste[];

/** A gesture that the law allows now, with what its form needs. */
export type GestePermis = { [C in CodeGeste]: { readonly geste: C } & Demandes[C] }[CodeGeste];
export type GestePermisDe<C extends CodeGeste> = Extract<GestePermis, { geste: C }>;

/** The gestures that `decide` would accept now, given a free slot where one is needed: never more, never less. */
export function gestesPermis(p: Parcours, r: Regles, maintenant: Instant): readonly GestePermis[] {
  if (estEffacee(p)) return [];
  const le = aujourdhui({ maintenant, zone: r.zone });
  if (p.sortie !== null)
    return [
      ...(p.referent !== null && estSuiviAttendu(p) ? gestesReferent(p, r, le) : []),
      ...gestesApresSortie(p, r, le),
      ...gestesLettre(p, r, maintenant),
    ];
  return [
    ...gestesReferent(p, r, le),
    ...gestesOuverture(p, r, le),
    ...gestesRendezVous(p, r, maintenant),
    ...gestesBilan(p, r, le),
    ...gestesCorrection(p, r, le),
    ...gestesLecture(p),
    ...gestesManquement(p, r, le),
    ...gestesLettre(p, r, maintenant),
    ...gestesPause(p, r),
    ...gestesEngagement(p, r, maintenant),
    ...gestesPlafond(p, r, le),
    ...gestesEmploi(p, r, le),
    ...gestesEdition(p, r, le),
    ...gestesFin(p, r, le),
  ];
}
