import type { Instant } from '../../temps/instant';
import { jour } from '../../temps/jour';
import { commun, absence, lienReponse, mensuel, personne, sansAdresse, type Exemple } from './personnages';

/** R14, R30, R31 — what the ladder of a missed obligation writes to the person. */
export const exemplesObligations: readonly Exemple[] = [
  {
    nom: 'demande_motif.riche',
    donnees: {
      ...commun,
      personne,
      lienReponse,
      modele: 'demande_motif',
      genre: 'absence',
      absences: [absence],
      delai: { jours: 7, avantLe: jour('2025-02-24') },
      prochain: mensuel,
    },
  },
  {
    nom: 'demande_motif.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'demande_motif',
      genre: 'absence',
      absences: [],
      delai: { jours: 7, avantLe: null },
      prochain: null,
    },
  },
  {
    nom: 'demande_motif.contrat',
    donnees: {
      ...commun,
      personne,
      modele: 'demande_motif',
      genre: 'contrat',
      absences: [],
      delai: { jours: 7, avantLe: jour('2025-02-24') },
      prochain: mensuel,
    },
  },
  {
    nom: 'demande_motif.demarche',
    donnees: {
      ...commun,
      personne,
      modele: 'demande_motif',
      genre: 'demarche',
      absences: [],
      delai: { jours: 7, avantLe: jour('2025-02-24') },
      prochain: mensuel,
    },
  },
  {
    nom: 'demande_motif.declaration',
    donnees: {
      ...commun,
      personne,
      modele: 'demande_motif',
      genre: 'declaration',
      absences: [],
      delai: { jours: 7, avantLe: jour('2025-02-24') },
      prochain: mensuel,
    },
  },
  {
    nom: 'relance.premiere',
    donnees: {
      ...commun,
      personne,
      modele: 'relance',
      genre: 'absence',
      rang: 1,
      absences: [absence],
      qualification: 'non_legitime',
      delai: { jours: 15, avantLe: jour('2025-03-04') },
      prochain: mensuel,
    },
  },
  {
    nom: 'relance.deuxieme',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'relance',
      genre: 'absence',
      rang: 2,
      absences: ['2025-01-14T08:00:00.000Z' as Instant, absence],
      qualification: 'sans_reponse',
      delai: { jours: 15, avantLe: jour('2025-03-04') },
      prochain: null,
    },
  },
  {
    nom: 'relance.demarche',
    donnees: {
      ...commun,
      personne,
      modele: 'relance',
      genre: 'demarche',
      rang: 2,
      absences: [],
      qualification: 'sans_reponse',
      delai: { jours: 15, avantLe: jour('2025-03-04') },
      prochain: mensuel,
    },
  },
  {
    nom: 'information_transmise.riche',
    donnees: { ...commun, personne, modele: 'information_transmise', genre: 'absence' },
  },
  {
    nom: 'information_transmise.minimal',
    donnees: { ...commun, personne: sansAdresse, modele: 'information_transmise', genre: 'declaration' },
  },
  {
    nom: 'situation_reglee.riche',
    donnees: {
      ...commun,
      personne,
      modele: 'situation_reglee',
      genre: 'absence',
      raison: 'motif_legitime',
      transmis: true,
    },
  },
  {
    nom: 'situation_reglee.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'situation_reglee',
      genre: 'demarche',
      raison: 'remobilisation',
      transmis: false,
    },
  },
  {
    nom: 'situation_reglee.abandon',
    donnees: {
      ...commun,
      personne,
      modele: 'situation_reglee',
      genre: 'absence',
      raison: 'abandon',
      transmis: false,
    },
  },
];
