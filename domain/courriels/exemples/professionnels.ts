import type { DonneesDe } from '../donnees';
import { jour } from '../../temps/jour';
import {
  absence,
  avecBilan,
  commun,
  lien,
  mensuel,
  personne,
  sansAdresse,
  type Exemple,
} from './personnages';

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
        { avis: 'point_a_preparer', precision: { quoi: 'point', le: jour('2025-05-19'), bilan: 1 } },
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

/** R17, R23 — what professionals read. */
export const exemplesProfessionnels: readonly Exemple[] = [
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
    nom: 'reponse_personne.riche',
    donnees: {
      ...commun,
      personne,
      lien,
      modele: 'reponse_personne',
      rendezVous: avecBilan,
      quoi: 'empechement',
    },
  },
  {
    nom: 'reponse_personne.finalement',
    donnees: { ...commun, personne, lien, modele: 'reponse_personne', rendezVous: mensuel, quoi: 'venue' },
  },
  {
    nom: 'reponse_personne.minimal',
    donnees: {
      ...commun,
      personne: sansAdresse,
      lien: '',
      modele: 'reponse_personne',
      rendezVous: mensuel,
      quoi: 'empechement',
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
];
