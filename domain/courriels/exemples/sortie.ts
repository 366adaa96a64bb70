import { jour } from '../../temps/jour';
import { commun, personne, sansAdresse, type Exemple } from './personnages';

/** R33–R35 — the end, what follows it, and the question six months later. */
export const exemplesSortie: readonly Exemple[] = [
  {
    nom: 'fin_accompagnement.riche',
    donnees: {
      ...commun,
      personne,
      modele: 'fin_accompagnement',
      le: jour('2025-02-16'),
      suivant: null,
      suiviLe: jour('2025-08-18'),
    },
  },
  {
    nom: 'fin_accompagnement.reorientation',
    donnees: {
      ...commun,
      personne,
      modele: 'fin_accompagnement',
      le: jour('2025-02-16'),
      suivant: { ...commun.structure, nom: 'Mission locale des Collines', telephone: '04 94 00 00 99' },
      suiviLe: null,
    },
  },
  {
    nom: 'fin_accompagnement.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'fin_accompagnement',
      le: jour('2025-02-16'),
      suivant: null,
      suiviLe: null,
    },
  },
  {
    nom: 'suivi_sortie.premiere',
    donnees: { ...commun, personne, modele: 'suivi_sortie', sortieLe: jour('2025-02-16'), rappel: false },
  },
  {
    nom: 'suivi_sortie.relance',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'suivi_sortie',
      sortieLe: jour('2025-02-16'),
      rappel: true,
    },
  },
];
