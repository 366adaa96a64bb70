import { jour } from '../temps/jour';
import { definirDispositif } from './definir-dispositif';

/**
 * FAIRE (CE.D.I.S., Var), operation of 01/01/2025–30/06/2026: monthly individual appointments and a bilan at
 * six months against the contrat d'engagement. The cap of eighteen months comes from the Bouches-du-Rhône
 * programme (18 mois au plus); values marked *défaut* in docs/regles.md have no source and are choices.
 */
export const faire2025 = definirDispositif({
  code: 'faire',
  edition: '2025',
  libelle: 'FAIRE, accompagnement socio-professionnel',
  fondement: 'Opération FAIRE du CE.D.I.S., dispositif DIRE du Département du Var, FSE+ 2025-2026',
  succedeA: null,
  fenetre: { du: jour('2025-01-01'), au: jour('2026-06-30'), avis: [90, 30] },
  cadence: { genre: 'mensuelle' },
  matin: { de: '06:30', a: '07:45', recapitulatif: '08:00' },
  escalade: { tousLesJoursOuvres: 10, fois: 3 },
  contrat: {
    delai: { mois: 1 },
    rappels: [15, 7, 2],
    retardReferentJoursOuvres: 1,
    retardResponsableJoursOuvres: 10,
    heures: { parSemaine: 15, maximum: 20 },
  },
  constat: { referentJoursOuvres: [1, 5], responsableJoursOuvres: 10 },
  declarations: { dtrTousLesMois: 3, actualisationTousLesMois: 1 },
  etapes: null,
  publics: null,
  pointLegal: {
    mois: 6,
    moisSiDifficulte: 12,
    preparation: 45,
    annonce: 30,
    rappels: [7, 0],
    retardResponsableJoursOuvres: 10,
    memeRendezVousSousJours: 15,
  },
  droits: { apresJoursOuvres: 5 },
  rendezVous: {
    accueilSousJoursOuvres: 10,
    planifieAvant: 21,
    delaiConvocation: 7,
    prochainSuffitSousJoursOuvres: 10,
    rappels: [7, 1],
    rappelApresConvocation: 3,
    statutReferentJoursOuvres: [1, 3],
    statutResponsableJoursOuvres: 7,
    capaciteTousLesJoursOuvres: 5,
    annulationTardiveJoursOuvres: 2,
  },
  bilan: { tousLesMois: 6, annonce: 30, rappels: [7, 0], retardResponsableJoursOuvres: 10 },
  pause: { sansFinTousLesMois: 1 },
  plafond: { mois: 18, avis: [90, 30, 7], prolongation: { jusquAuMois: 24, fois: 1 } },
  suiviEmploi: null,
  obligations: {
    motif: 7,
    relance: 15,
    proposition: 15,
    rappelReferentJoursOuvres: 5,
    alerteResponsableJoursOuvres: 10,
    suiteJoursOuvres: 40,
  },
  reponses: { prevenirSousJoursOuvres: 2, lienMotif: 30 },
  sortie: { emploiDurable: { mois: 6, borneIncluse: false } },
  suiviSortie: { mois: 6, relance: 15, retardReferent: 30, retardResponsableJoursOuvres: 10 },
});
