import type { RendezVousDit } from '../dits';
import type { DonneesCourriel } from '../donnees';
import type { Instant } from '../../temps/instant';

/** Invented people. A rich sample says all that a modèle can say, a minimal one the least that it may hold. */
export const commun = {
  parcoursId: '6f1c9d3e-0000-4000-8000-000000000001',
  ecritA: '2025-02-17T05:42:10.000Z' as Instant,
  structure: {
    nom: 'Maison de l’insertion du Port',
    adresse: '12 rue des Lilas, 83000 Toulon',
    telephone: '04 94 00 00 10',
    zone: 'metropole',
  },
  referent: {
    prenom: 'Paul',
    nom: 'Martin',
    telephone: '04 94 00 00 12',
    courriel: 'paul.martin@example.org',
  },
  information: { contact: null, conservationMois: 24 },
} as const;

/** R46 — a house that named somebody, and keeps less long. */
export const information = {
  contact: 'délégué à la protection des données, dpo@departement.example.org',
  conservationMois: 18,
} as const;

export const personne = {
  prenom: 'Awa',
  nom: 'Durand',
  courriel: 'awa.durand@example.org',
  adresse: '3 impasse du Moulin\nBâtiment B\n83200 Toulon',
} as const;
export const sansAdresse = { prenom: 'Awa', nom: 'Durand', courriel: null, adresse: null } as const;

export const lien = 'https://jalons.example.org/parcours/6f1c9d3e-0000-4000-8000-000000000001';

/** R42 — as long as a true one. */
export const lienReponse = 'https://jalons.example.org/r/JkVgWcz0eJ3pT9rXb7sQm2nYd4uH6oLfA1iEwK8vGtZ';

export const mensuel: RendezVousDit = {
  id: 2,
  revision: 1,
  debut: '2025-03-03T08:30:00.000Z' as Instant,
  fin: '2025-03-03T09:15:00.000Z' as Instant,
  lieu: null,
  objet: 'suivi',
  bilan: null,
};
export const avecBilan: RendezVousDit = {
  ...mensuel,
  id: 7,
  revision: 2,
  fin: '2025-03-03T09:30:00.000Z' as Instant,
  lieu: 'Mairie annexe, salle 4, place de l’Église, 83200 Toulon',
  bilan: 1,
};
export const enLigne: RendezVousDit = { ...mensuel, lieu: 'https://visio.example.org/salle-12' };
export const absence = '2025-02-11T09:30:00.000Z' as Instant;

export type Exemple = { readonly nom: string; readonly donnees: DonneesCourriel };
