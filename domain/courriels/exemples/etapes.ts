import { jour } from '../../temps/jour';
import { commun, personne, sansAdresse, type Exemple } from './personnages';

/** R39 — what becomes of a step of the way to a job. */
export const exemplesEtapes: readonly Exemple[] = [
  {
    nom: 'etape.riche',
    donnees: {
      ...commun,
      personne,
      modele: 'etape',
      numero: 2,
      quoi: 'convenue',
      genre: 'formation',
      partenaire: 'organisme_formation',
      du: jour('2025-03-03'),
      au: jour('2025-03-28'),
    },
  },
  {
    nom: 'etape.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      modele: 'etape',
      numero: 1,
      quoi: 'abandonnee',
      genre: 'mise_en_contact',
      partenaire: null,
      du: jour('2025-03-03'),
      au: jour('2025-03-03'),
    },
  },
  {
    nom: 'etape.deplacee',
    donnees: {
      ...commun,
      personne,
      modele: 'etape',
      numero: 2,
      quoi: 'deplacee',
      genre: 'immersion',
      partenaire: 'entreprise',
      du: jour('2025-03-10'),
      au: jour('2025-04-04'),
    },
  },
  {
    nom: 'etape.atteinte',
    donnees: {
      ...commun,
      personne,
      modele: 'etape',
      numero: 2,
      quoi: 'atteinte',
      genre: 'preparation',
      partenaire: 'association',
      du: jour('2025-03-10'),
      au: jour('2025-04-04'),
    },
  },
];
