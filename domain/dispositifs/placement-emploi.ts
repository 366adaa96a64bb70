import { jour } from '../temps/jour';
import { definirDispositif } from './definir-dispositif';

/**
 * Accompagnement et placement en emploi (Bouches-du-Rhône): people meet as often as needed, so a silence is watched
 * instead of months (R38); the way is made of steps contractualised one by one (R39) for four priority publics (R41);
 * eighteen months at most, not prolonged; then the job is followed until it holds (R40).
 * Values marked *défaut* in docs/regles.md have no source and are choices.
 */
export const placementEmploi2025 = definirDispositif({
  code: 'placement_emploi',
  edition: '2025',
  libelle: 'Accompagnement et placement en emploi',
  fondement: 'Dispositif d’accompagnement et de placement en emploi du Département des Bouches-du-Rhône',
  succedeA: null,
  fenetre: { du: jour('2025-01-01'), au: jour('2027-12-31'), avis: [90, 30] },
  cadence: { genre: 'silence', jours: 45 },
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
  etapes: { referentJoursOuvres: [1, 5], responsableJoursOuvres: 10 },
  publics: {
    prioritaires: ['faible_qualification', 'sans_emploi_stable', 'orientation', 'difficultes_cumulees'],
    apresJoursOuvres: 5,
  },
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
  bilan: null,
  pause: { sansFinTousLesMois: 1 },
  plafond: { mois: 18, avis: [90, 30, 7], prolongation: { jusquAuMois: 18, fois: 0 } },
  suiviEmploi: { mois: 6, points: [1, 3] },
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
