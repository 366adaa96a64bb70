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
  pause_sans_fin: 'Pause sans date de fin : prendre des nouvelles',
  parcours_repris: 'Pause finie : l’accompagnement reprend',
  point_a_preparer: 'Point légal à préparer',
  point_a_tenir: 'Point légal à tenir',
  point_en_retard: 'Point légal en retard',
  demarche_a_constater: 'Démarche convenue : faite ou non ?',
  declaration_a_constater: 'Déclaration : faite ou non ?',
  etape_a_constater: 'Étape du parcours : atteinte, abandonnée ou à déplacer ?',
  publics_a_indiquer: 'Public prioritaire : rien n’est indiqué',
  droits_a_examiner: 'Accès aux droits : rien n’est indiqué',
  plafond_proche: 'Fin de la durée maximale',
  plafond_a_decider: 'Durée maximale atteinte : prolonger ou clore',
  motif_a_qualifier: 'Motif à qualifier',
  delai_pas_commence: 'Lettre toujours à remettre : le délai ne court pas',
  signalement_a_decider: 'Signalement proposé : à confirmer, reporter ou abandonner',
  signal_a_transmettre: 'Information à transmettre après un signalement',
  suite_a_enregistrer: 'Suite d’un signalement transmis à enregistrer',
  mois_manque: 'Mois sans rendez-vous honoré',
  parcours_recu: 'Parcours que vous suivez désormais',
  parcours_confie: 'Parcours désormais suivi par un autre référent',
  rendez_vous_a_replacer: 'Rendez-vous à replacer : aucun créneau libre',
  fenetre_proche: 'Fin de l’édition du dispositif',
  fenetre_a_decider: 'Édition du dispositif finie : changer d’édition ou clore',
  silence_a_rompre: 'Sans nouvelles de la personne depuis trop longtemps',
  emploi_a_suivre: 'Point à faire avec la personne dans son emploi',
  emploi_a_conclure: 'Emploi à confirmer, puis parcours à clore',
  suivi_a_recueillir: 'Situation six mois après la sortie à recueillir',
  lettre_a_faire: 'Lettre à imprimer et à remettre',
  referent_a_designer: 'Référent à désigner',
} as const satisfies Record<string, string>;

export type CodeAvis = keyof typeof avis;
