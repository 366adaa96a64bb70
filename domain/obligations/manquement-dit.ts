import type {
  GenreManquement,
  QualificationMotif,
  RaisonCloture,
  Signal,
  SourceManquement,
  SuiteSignalement,
} from './manquement';

/** The words of the ladder, for the journal, the pages and the dossier: never a name, never a detail. */

export const genres = {
  absence: 'Absence à un rendez-vous',
  contrat: 'Contrat d’engagement',
  demarche: 'Démarche du contrat',
  declaration: 'Déclaration',
} as const satisfies Record<GenreManquement, string>;

/** R30 — what opened a ladder, in the words of the field. */
export function objetDit(source: SourceManquement): string {
  switch (source.genre) {
    case 'absence':
      return `Absence au rendez-vous n° ${source.rendezVousId} sans motif`;
    case 'contrat':
      return 'Contrat d’engagement refusé';
    case 'demarche':
      return 'Démarche du contrat non faite';
    case 'declaration':
      return 'Déclaration manquante';
  }
}

export const qualifications = {
  legitime: 'Motif légitime',
  non_legitime: 'Motif non légitime',
  sans_reponse: 'Pas de réponse',
} as const satisfies Record<QualificationMotif, string>;

export const clotures = {
  motif_legitime: 'le motif est légitime',
  rendez_vous_honore: 'la personne est venue',
  remobilisation: 'la personne s’est remobilisée',
  signalement_abandonne: 'le signalement est abandonné',
  sans_suite: 'le signalement est resté sans suite',
  statut_corrige: 'la présence a été corrigée',
  erreur_corrigee: 'il reposait sur une erreur, corrigée',
  pause_declaree: 'la personne était en pause',
  parcours_clos: 'le parcours est clos',
} as const satisfies Record<RaisonCloture, string>;

export const suites = {
  sans_suite: 'Sans suite : le manquement est clos',
  decision_prise: 'Une décision a été prise par l’organisme compétent',
} as const satisfies Record<SuiteSignalement, string>;

export const signauxDits = {
  remobilisation: 'la remobilisation de la personne',
  retrait: 'le retrait du signalement',
} as const satisfies Record<Signal['quoi'], string>;
