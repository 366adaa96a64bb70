import {
  commun,
  absence,
  avecBilan,
  enLigne,
  information,
  lienReponse,
  mensuel,
  personne,
  sansAdresse,
  type Exemple,
} from './personnages';

/** R07–R11 — an appointment that is given, moved, cancelled, recalled. */
export const exemplesRendezVous: readonly Exemple[] = [
  {
    nom: 'convocation.bilan',
    donnees: { ...commun, information, personne, modele: 'convocation', rendezVous: avecBilan, lienReponse },
  },
  {
    nom: 'convocation.accueil',
    donnees: {
      ...commun,
      personne,
      modele: 'convocation',
      rendezVous: { ...mensuel, id: 1, objet: 'accueil' },
    },
  },
  {
    nom: 'convocation.minimal',
    donnees: { ...commun, personne: sansAdresse, modele: 'convocation', rendezVous: enLigne },
  },
  {
    nom: 'deplacement.riche',
    donnees: {
      ...commun,
      personne,
      modele: 'deplacement',
      rendezVous: avecBilan,
      ancienDebut: absence,
      lienReponse,
    },
  },
  {
    nom: 'deplacement.remplacement',
    donnees: {
      ...commun,
      personne,
      modele: 'deplacement',
      rendezVous: { ...mensuel, revision: 2, remplace: 'Inès Bernard' },
      ancienDebut: absence,
    },
  },
  {
    nom: 'deplacement.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'deplacement',
      rendezVous: mensuel,
      ancienDebut: null,
    },
  },
  {
    nom: 'annulation.service',
    donnees: { ...commun, personne, modele: 'annulation', rendezVous: avecBilan, raison: 'service' },
  },
  {
    nom: 'annulation.personne',
    donnees: { ...commun, personne, modele: 'annulation', rendezVous: mensuel, raison: 'personne' },
  },
  {
    nom: 'annulation.erreur',
    donnees: { ...commun, personne, modele: 'annulation', rendezVous: mensuel, raison: 'erreur' },
  },
  {
    nom: 'annulation.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'annulation',
      rendezVous: mensuel,
      raison: 'parcours_clos',
    },
  },
  {
    nom: 'rappel.riche',
    donnees: { ...commun, personne, modele: 'rappel', rendezVous: avecBilan, lienReponse },
  },
  {
    nom: 'rappel.minimal',
    donnees: { ...commun, personne: sansAdresse, modele: 'rappel', rendezVous: mensuel },
  },
];
