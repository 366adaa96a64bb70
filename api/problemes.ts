/** What the server answers when the law has not been asked: its status, its title, what to do. */
export const PROBLEMES = {
  saisie_invalide: [
    400,
    'Saisie à corriger',
    'Certains champs sont à corriger : leur liste est dans « erreurs ».',
  ],
  json_illisible: [400, 'JSON illisible', 'Le corps de la requête n’est pas du JSON valide : vérifiez-le.'],
  requete_illisible: [
    400,
    'Requête illisible',
    'La requête n’a pas pu être lue : vérifiez son adresse et ses en-têtes.',
  ],
  jeton_absent: [401, 'Jeton attendu', 'Donnez un jeton dans l’en-tête « Authorization: Bearer … ».'],
  jeton_inconnu: [401, 'Jeton inconnu', 'Ce jeton n’existe pas ou a été révoqué : demandez-en un autre.'],
  portee_insuffisante: [
    403,
    'Portée insuffisante',
    'Ce jeton n’ouvre pas cette adresse : demandez-en un qui porte la portée citée dans « donnees ».',
  ],
  introuvable: [
    404,
    'Introuvable',
    'Rien n’existe à cette adresse, ou vous n’y avez pas accès : vérifiez-la.',
  ],
  methode_refusee: [
    405,
    'Méthode refusée',
    'Cette adresse n’accepte pas cette méthode : l’en-tête « Allow » donne celles qu’elle accepte.',
  ],
  requete_trop_lente: [
    408,
    'Requête trop lente',
    'La requête n’est pas arrivée entière à temps : envoyez-la de nouveau, avec la même clé d’idempotence.',
  ],
  cle_en_cours: [
    409,
    'Demande en cours',
    'Une demande portant la même clé d’idempotence est en cours : réessayez dans un instant avec la même clé.',
  ],
  parcours_occupe: [
    409,
    'Parcours occupé',
    'Une autre écriture sur ce parcours est en cours : réessayez dans un instant avec la même clé.',
  ],
  referent_occupe: [
    409,
    'Agenda occupé',
    'Une autre écriture dans l’agenda de ce référent est en cours : réessayez dans un instant avec la même clé.',
  ],
  code_deja_pris: [409, 'Code déjà pris', 'Une structure porte déjà ce code : choisissez-en un autre.'],
  id_externe_deja_pris: [
    409,
    'Identifiant externe déjà pris',
    'Une personne porte déjà cet identifiant externe : corrigez sa fiche au lieu d’en créer une autre.',
  ],
  referent_deja_inscrit: [
    409,
    'Référent déjà inscrit',
    'Un référent de cette structure a déjà cette adresse : corrigez sa fiche au lieu d’en créer une autre.',
  ],
  permanence_occupee: [
    409,
    'Permanence occupée',
    'Des rendez-vous à venir sont placés dans cette permanence : déplacez-les ou annulez-les d’abord.',
  ],
  horloge_recule: [
    409,
    'L’horloge ne recule pas',
    'Des faits sont déjà écrits après cet instant : choisissez un instant plus tardif.',
  ],
  horloge_saute: [
    409,
    'L’horloge ne saute pas',
    'Des échéances tombent avant cet instant : faites avancer l’horloge par une promenade, qui les honore une à une.',
  ],
  promenade_en_cours: [
    409,
    'Promenade en cours',
    'L’horloge est déjà en train d’avancer : attendez la fin de la promenade en cours.',
  ],
  aucune_echeance: [
    409,
    'Aucune échéance',
    'Aucun parcours n’attend d’échéance : avancez de quelques jours ou jusqu’à une date.',
  ],
  transfert_vide: [
    409,
    'Transfert vide',
    'Ce référent ne suit aucun des parcours ouverts demandés : il n’y a rien à transférer.',
  ],
  transfert_deja_confirme: [
    409,
    'Transfert déjà confirmé',
    'Ce transfert est déjà confirmé : suivez son avancement, ou préparez-en un autre.',
  ],
  import_deja_confirme: [
    409,
    'Import déjà confirmé',
    'Cet import est déjà confirmé, ou n’a pas été lu jusqu’au bout : suivez son avancement, ou renvoyez le fichier.',
  ],
  purge_deja_confirmee: [
    409,
    'Purge déjà confirmée',
    'Cette purge est déjà confirmée : suivez son avancement, ou demandez-en une autre.',
  ],
  envoi_en_cours: [
    409,
    'Courriel en train de partir',
    'Un courriel de cette personne ou de sa structure est en train de partir : réessayez dans trois minutes.',
  ],
  version_perimee: [
    412,
    'Version périmée',
    'Ce que vous aviez lu a changé depuis : relisez-le, puis redites votre demande avec son nouvel « ETag » et une nouvelle clé d’idempotence.',
  ],
  corps_trop_gros: [
    413,
    'Corps trop gros',
    'Le corps de la requête dépasse 100 ko de JSON, ou 20 Mo pour une liste à importer : envoyez moins à la fois.',
  ],
  type_refuse: [
    415,
    'Type de contenu refusé',
    'Envoyez du JSON en UTF-8, avec l’en-tête « Content-Type: application/json » ; pour une liste à importer, du CSV avec « Content-Type: text/csv ».',
  ],
  cle_deja_prise: [
    422,
    'Clé d’idempotence déjà prise',
    'Cette clé d’idempotence a déjà servi à une autre demande : prenez-en une nouvelle.',
  ],
  version_attendue: [
    428,
    'Version attendue',
    'Donnez dans l’en-tête « If-Match » l’« ETag » de la fiche que vous corrigez : une autre personne a pu la changer.',
  ],
  trop_de_requetes: [
    429,
    'Trop de requêtes',
    'Ce jeton demande trop à la fois : revenez après le nombre de secondes que donne l’en-tête « Retry-After ».',
  ],
  en_tetes_trop_gros: [
    431,
    'En-têtes trop gros',
    'L’adresse et les en-têtes de la requête dépassent 16 ko : raccourcissez-les.',
  ],
  bogue: [
    500,
    'Erreur interne',
    'Une erreur interne est survenue ; rien n’indique que la demande ait été prise en compte. Donnez la référence à l’assistance.',
  ],
  panne_passagere: [
    503,
    'Momentanément indisponible',
    'Le service ne répond pas pour l’instant : réessayez dans quelques secondes avec la même clé d’idempotence.',
  ],
  delai_depasse: [
    504,
    'Délai dépassé',
    'La réponse tarde trop ; la demande a peut-être été prise en compte : redites-la avec la même clé d’idempotence.',
  ],
} as const satisfies Record<string, readonly [status: number, title: string, detail: string]>;
