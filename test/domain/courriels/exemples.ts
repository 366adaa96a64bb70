import type { DonneesCourriel, DonneesDe, RendezVousDit } from '../../../domain/courriels/donnees';
import type { Instant } from '../../../domain/temps/instant';
import { jour } from '../../../domain/temps/jour';

/** Invented people. A rich sample says all that a modèle can say, a minimal one the least that it may hold. */
const commun = {
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
} as const;

const personne = {
  prenom: 'Awa',
  nom: 'Durand',
  courriel: 'awa.durand@example.org',
  adresse: '3 impasse du Moulin\nBâtiment B\n83200 Toulon',
} as const;
const sansAdresse = { prenom: 'Awa', nom: 'Durand', courriel: null, adresse: null } as const;

const lien = 'https://jalons.example.org/parcours/6f1c9d3e-0000-4000-8000-000000000001';

const mensuel: RendezVousDit = {
  id: 2,
  revision: 1,
  debut: '2025-03-03T08:30:00.000Z' as Instant,
  fin: '2025-03-03T09:15:00.000Z' as Instant,
  lieu: null,
  objet: 'suivi',
  bilan: null,
};
const avecBilan: RendezVousDit = {
  ...mensuel,
  id: 7,
  revision: 2,
  fin: '2025-03-03T09:30:00.000Z' as Instant,
  lieu: 'Mairie annexe, salle 4, place de l’Église, 83200 Toulon',
  bilan: 1,
};
const enLigne: RendezVousDit = { ...mensuel, lieu: 'https://visio.example.org/salle-12' };
const absence = '2025-02-11T09:30:00.000Z' as Instant;

export type Exemple = { readonly nom: string; readonly donnees: DonneesCourriel };

const transfert = {
  modele: 'transfert',
  ecritA: commun.ecritA,
  structure: commun.structure,
  nom: 'Paul Martin',
  autre: 'Inès Bernard',
  lienListe: 'https://jalons.example.org/?referent=1',
} as const;

const recapitulatif: DonneesDe<'recapitulatif'> = {
  modele: 'recapitulatif',
  ecritA: commun.ecritA,
  le: jour('2025-02-17'),
  pour: 'referent',
  nom: 'Paul Martin',
  structure: commun.structure,
  lienListe: 'https://jalons.example.org/?referent=1',
  nouvelles: [
    {
      personne: 'Awa Durand',
      referent: null,
      lien,
      points: [
        { avis: 'plafond_proche', precision: { quoi: 'jour', le: jour('2025-05-18') } },
        { avis: 'bilan_a_preparer', precision: { quoi: 'jour', le: jour('2025-05-19') } },
      ],
    },
    {
      personne: 'Bruno Leroy',
      referent: null,
      lien,
      points: [{ avis: 'statut_a_renseigner', precision: { quoi: 'rendez_vous', debut: absence } }],
    },
  ],
  capacites: [
    { mois: null, sansCreneau: 1, offre: null },
    { mois: '2025-05', sansCreneau: 12, offre: { creneaux: 48, personnes: 60 } },
    { mois: '2025-06', sansCreneau: 2, offre: null },
  ],
  ouvertes: [
    {
      personne: 'Chloé Petit',
      referent: null,
      lien,
      points: [
        { avis: 'lettre_a_faire', precision: { quoi: 'lettre', modele: 'convocation' } },
        { avis: 'mois_manque', precision: { quoi: 'jours', du: jour('2025-01-01'), au: jour('2025-01-31') } },
        { avis: 'motif_a_qualifier', precision: null },
        { avis: 'creneau_introuvable', precision: { quoi: 'mois', mois: '2025-05' } },
      ],
    },
  ],
};

export const exemples: readonly Exemple[] = [
  {
    nom: 'convocation.bilan',
    donnees: { ...commun, personne, modele: 'convocation', rendezVous: avecBilan },
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
    donnees: { ...commun, personne, modele: 'deplacement', rendezVous: avecBilan, ancienDebut: absence },
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
  { nom: 'rappel.riche', donnees: { ...commun, personne, modele: 'rappel', rendezVous: avecBilan } },
  {
    nom: 'rappel.minimal',
    donnees: { ...commun, personne: sansAdresse, modele: 'rappel', rendezVous: mensuel },
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
    nom: 'bilan_annonce.riche',
    donnees: {
      ...commun,
      personne,
      modele: 'bilan_annonce',
      aTenirLe: jour('2025-03-18'),
      avecPoint: true,
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
      avecPoint: false,
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
    nom: 'demande_motif.riche',
    donnees: {
      ...commun,
      personne,
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
  {
    nom: 'annulation_tardive.riche',
    donnees: { ...commun, personne, lien, modele: 'annulation_tardive', rendezVous: mensuel },
  },
  {
    nom: 'annulation_tardive.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      lien: '',
      modele: 'annulation_tardive',
      rendezVous: mensuel,
    },
  },
  {
    nom: 'convocation_non_remise.riche',
    donnees: { ...commun, personne, lien, modele: 'convocation_non_remise', rendezVous: avecBilan },
  },
  {
    nom: 'convocation_non_remise.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      lien: '',
      modele: 'convocation_non_remise',
      rendezVous: mensuel,
    },
  },
  {
    nom: 'plafond_atteint.riche',
    donnees: {
      ...commun,
      personne,
      lien,
      modele: 'plafond_atteint',
      nom: 'Inès Bernard',
      dernierJour: jour('2025-02-16'),
      prolongeableJusquAu: jour('2025-08-16'),
    },
  },
  {
    nom: 'plafond_atteint.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      lien: '',
      modele: 'plafond_atteint',
      nom: 'Paul Martin',
      dernierJour: jour('2025-02-16'),
      prolongeableJusquAu: null,
    },
  },
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
  {
    nom: 'transfert.recu',
    donnees: {
      ...transfert,
      cote: 'vers',
      genre: 'definitif',
      jours: null,
      passes: [
        { personne: 'Awa Durand', lien, prochain: mensuel.debut, aReplacer: false },
        { personne: 'Bruno Leroy', lien, prochain: mensuel.debut, aReplacer: true },
        { personne: 'Chloé Petit', lien, prochain: null, aReplacer: false },
      ],
      ecartes: [{ personne: 'Zoé Petit', lien }],
    },
  },
  {
    nom: 'transfert.remplacement',
    donnees: {
      ...transfert,
      cote: 'de',
      genre: 'remplacement',
      jours: { du: jour('2025-03-03'), au: jour('2025-03-14') },
      passes: [{ personne: 'Awa Durand', lien, prochain: mensuel.debut, aReplacer: false }],
      ecartes: [],
    },
  },
  {
    nom: 'transfert.minimal',
    donnees: { ...transfert, cote: 'vers', genre: 'retour', jours: null, passes: [], ecartes: [] },
  },
  { nom: 'recapitulatif.riche', donnees: recapitulatif },
  {
    nom: 'recapitulatif.responsable',
    donnees: {
      ...recapitulatif,
      pour: 'responsable',
      nom: 'Inès Bernard',
      capacites: [],
      nouvelles: [
        {
          personne: 'Bruno Leroy',
          referent: 'Paul Martin',
          lien,
          points: [
            { avis: 'contrat_en_retard', precision: { quoi: 'jour', le: jour('2025-02-03') } },
            { avis: 'plafond_a_decider', precision: { quoi: 'jour', le: jour('2025-02-16') } },
            { avis: 'fenetre_proche', precision: { quoi: 'jour', le: jour('2026-06-30') } },
            { avis: 'suivi_a_recueillir', precision: { quoi: 'jour', le: jour('2025-02-17') } },
          ],
        },
      ],
      ouvertes: [],
    },
  },
  {
    nom: 'recapitulatif.minimal',
    donnees: {
      ...recapitulatif,
      lienListe: '',
      nouvelles: [
        {
          personne: 'Awa Durand',
          referent: null,
          lien: '',
          points: [{ avis: 'signalement_a_decider', precision: null }],
        },
      ],
      capacites: [],
      ouvertes: [],
    },
  },
];
