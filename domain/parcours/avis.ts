/** Who reads a digest. */
export type RoleProfessionnel = 'referent' | 'responsable';

/** Every line that a digest can carry, and the sentence in which the field says it (R17). */
export const avis = {
  statut_a_renseigner: 'Rendez-vous passé : la présence reste à indiquer',
  contrat_a_signer: 'Contrat d’engagement à signer',
  contrat_en_retard: 'Contrat d’engagement en retard',
  creneau_introuvable: 'Aucun créneau libre pour le rendez-vous',
  bilan_a_preparer: 'Bilan à préparer',
  bilan_a_tenir: 'Bilan à tenir',
  bilan_en_retard: 'Bilan en retard',
  plafond_proche: 'Fin de la durée maximale',
  plafond_a_decider: 'Durée maximale atteinte : prolonger ou clore',
  motif_a_qualifier: 'Motif d’absence à qualifier',
  signalement_a_decider: 'Signalement proposé : à confirmer, reporter ou abandonner',
  mois_manque: 'Mois sans rendez-vous honoré',
  lettre_a_faire: 'Lettre à imprimer et à remettre',
  referent_a_designer: 'Référent à désigner',
} as const satisfies Record<string, string>;

export type CodeAvis = keyof typeof avis;
