import type { Instant } from '../../temps/instant';
import { jour } from '../../temps/jour';
import { commun, absence, avecBilan, personne, sansAdresse, type Exemple } from './personnages';

/** R15–R32 — what an accompaniment announces to the person, from its bilans to its pauses. */
export const exemplesAccompagnement: readonly Exemple[] = [
  {
    nom: 'bilan_annonce.riche',
    donnees: {
      ...commun,
      personne,
      modele: 'bilan_annonce',
      aTenirLe: jour('2025-03-18'),
      point: { ensemble: true, aTenirLe: jour('2025-03-18') },
      rendezVous: avecBilan,
    },
  },
  {
    nom: 'bilan_annonce.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'bilan_annonce',
      aTenirLe: jour('2025-03-18'),
      point: null,
      rendezVous: null,
    },
  },
  {
    nom: 'bilan_annonce.point',
    donnees: {
      ...commun,
      personne,
      modele: 'bilan_annonce',
      aTenirLe: jour('2025-03-18'),
      point: { ensemble: false, aTenirLe: jour('2025-03-18') },
      rendezVous: null,
    },
  },
  {
    nom: 'point_annonce.riche',
    donnees: { ...commun, personne, modele: 'point_annonce', aTenirLe: jour('2025-03-18') },
  },
  {
    nom: 'point_annonce.minimal',
    donnees: { ...commun, personne: sansAdresse, modele: 'point_annonce', aTenirLe: jour('2025-03-18') },
  },
  {
    nom: 'contrat_revise.riche',
    donnees: {
      ...commun,
      personne,
      modele: 'contrat_revise',
      le: jour('2025-02-14'),
      par: 'personne',
      heures: 8,
      pointLe: jour('2025-08-14'),
    },
  },
  {
    nom: 'contrat_revise.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'contrat_revise',
      le: jour('2025-02-14'),
      par: 'referent',
      heures: 0,
      pointLe: null,
    },
  },
  {
    nom: 'pause.riche',
    donnees: {
      ...commun,
      personne,
      modele: 'pause',
      du: jour('2025-02-03'),
      au: jour('2025-03-14'),
      excusees: [absence],
      finLe: jour('2026-09-09'),
    },
  },
  {
    nom: 'pause.avance',
    donnees: {
      ...commun,
      personne,
      modele: 'pause',
      du: jour('2025-03-10'),
      au: null,
      excusees: [],
      finLe: null,
    },
  },
  {
    nom: 'pause.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'pause',
      du: jour('2025-02-17'),
      au: null,
      excusees: [],
      finLe: null,
    },
  },
  {
    nom: 'reprise.riche',
    donnees: { ...commun, personne, modele: 'reprise', le: jour('2025-03-17'), finLe: jour('2026-09-09') },
  },
  {
    nom: 'reprise.minimal',
    donnees: { ...commun, personne: sansAdresse, modele: 'reprise', le: jour('2025-03-17'), finLe: null },
  },
  {
    nom: 'changement_referent.riche',
    donnees: {
      ...commun,
      personne,
      modele: 'changement_referent',
      le: jour('2025-02-17'),
      ancien: { prenom: 'Inès', nom: 'Bernard' },
      prochain: avecBilan,
      aReplacer: ['2025-03-25T09:30:00.000Z' as Instant],
    },
  },
  {
    nom: 'changement_referent.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'changement_referent',
      le: jour('2025-02-17'),
      ancien: null,
      prochain: null,
      aReplacer: [],
    },
  },
  {
    nom: 'rectification_presence.riche',
    donnees: { ...commun, personne, modele: 'rectification_presence', debut: absence, quoi: 'presence' },
  },
  {
    nom: 'rectification_presence.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'rectification_presence',
      debut: absence,
      quoi: 'date',
    },
  },
  {
    nom: 'rectification_contrat.riche',
    donnees: {
      ...commun,
      personne,
      modele: 'rectification_contrat',
      signeLe: jour('2025-01-31'),
      dernierJour: jour('2026-07-31'),
      prochainBilanLe: jour('2025-07-31'),
      pointLe: jour('2025-07-31'),
    },
  },
  {
    nom: 'rectification_contrat.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'rectification_contrat',
      signeLe: jour('2025-01-31'),
      dernierJour: jour('2026-07-31'),
      prochainBilanLe: null,
      pointLe: null,
    },
  },
];
