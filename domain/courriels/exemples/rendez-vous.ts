import type { Instant } from '../../temps/instant';
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
      anciens: [absence],
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
      anciens: [absence],
    },
  },
  {
    nom: 'deplacement.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'deplacement',
      rendezVous: mensuel,
      anciens: [],
    },
  },
  {
    nom: 'annulation.service',
    donnees: {
      ...commun,
      personne,
      modele: 'annulation',
      rendezVous: avecBilan,
      anciens: [],
      raison: 'service',
    },
  },
  {
    nom: 'annulation.personne',
    donnees: {
      ...commun,
      personne,
      modele: 'annulation',
      rendezVous: mensuel,
      anciens: [],
      raison: 'personne',
    },
  },
  {
    nom: 'annulation.erreur',
    donnees: {
      ...commun,
      personne,
      modele: 'annulation',
      rendezVous: mensuel,
      anciens: [],
      raison: 'erreur',
    },
  },
  {
    nom: 'annulation.deplace',
    donnees: {
      ...commun,
      personne,
      modele: 'annulation',
      rendezVous: { ...mensuel, revision: 4 },
      anciens: ['2025-02-27T10:00:00.000Z' as Instant, '2025-03-03T08:00:00.000Z' as Instant],
      raison: 'service',
    },
  },
  {
    nom: 'annulation.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'annulation',
      rendezVous: mensuel,
      anciens: [],
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
