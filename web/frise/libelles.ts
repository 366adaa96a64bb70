import type { CodeEchelon, EtatRendezVous, VueBilan } from '../../domain/parcours/frise';
import type { EtatMois } from '../../domain/parcours/frise-mois';

/** Every state that the timeline draws, in words: for its key, its titles and its table. */

export const etatsMois = {
  honore: 'rendez-vous honoré',
  manque: 'manqué',
  a_preciser: 'à préciser',
  non_compte: 'non compté',
  en_cours: 'en cours',
  a_venir: 'à venir',
} as const satisfies Record<EtatMois, string>;

export const etatsRendezVous = {
  honore: 'la personne est venue',
  excuse: 'la personne s’est excusée',
  absent: 'la personne n’est pas venue',
  annule_service: 'annulé par le service',
  annule_personne: 'annulé par la personne',
  retire: 'retiré après une erreur',
  a_venir: 'à venir',
  a_renseigner: 'présence à indiquer',
} as const satisfies Record<EtatRendezVous, string>;

export const etatsBilan = {
  tenu: 'tenu',
  en_retard: 'en retard',
  annonce: 'annoncé',
  a_venir: 'à venir',
} as const satisfies Record<VueBilan['etat'], string>;

export const echelons = {
  ouvert: 'Absence sans motif',
  motif_demande: 'Motif demandé',
  relance_1: 'Première relance',
  relance_2: 'Seconde relance',
  propose: 'Signalement proposé',
  reporte: 'Signalement reporté',
  transmis: 'Signalement transmis',
  clos: 'Manquement clos',
} as const satisfies Record<CodeEchelon, string>;

/** How high each rung stands; a closed ladder comes back to the ground. */
export const hauteurs = {
  clos: 0,
  ouvert: 1,
  motif_demande: 2,
  relance_1: 3,
  relance_2: 4,
  propose: 5,
  reporte: 5,
  transmis: 6,
} as const satisfies Record<CodeEchelon, number>;
