import { explainRefus, type CodeRefus, type Refus } from '../domain/refus';
import type { Faute } from './contrat/fautes';

/** RFC 9457. `code` is for machines, `detail` says in French what to do. */
export type Probleme = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** Saisie invalide: what to mend, field by field. */
  readonly erreurs?: readonly Faute[];
  /** The values that its sentence carries. */
  readonly donnees?: Readonly<Record<string, unknown>>;
  /** Bogue: what to give to the developers; says nothing else. */
  readonly reference?: string;
};

/** What the server answers when the law has not been asked: its status, its title, what to do. */
const PROBLEMES = {
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

export type CodeProbleme = keyof typeof PROBLEMES;

export const codesProbleme = Object.keys(PROBLEMES) as readonly CodeProbleme[];

export function problemeOf(
  code: CodeProbleme,
  plus: Pick<Probleme, 'erreurs' | 'donnees' | 'reference'> = {},
): Probleme {
  const [status, title, detail] = PROBLEMES[code];
  return { type: `urn:jalons:probleme:${code}`, title, status, detail, code, ...plus };
}

/**
 * 409: the state of the parcours says no, and may say yes another day or after another act.
 * 422: the values asked for can never be accepted as they are.
 */
export const statutOfRefus = {
  parcours_deja_ouvert: 409,
  parcours_clos: 409,
  hors_fenetre: 409,
  date_future: 422,
  date_anterieure: 422,
  referent_deja_designe: 409,
  referent_manquant: 409,
  referent_inchange: 422,
  remplacement_deja_prevu: 409,
  remplacement_inconnu: 422,
  contrat_deja_signe: 409,
  contrat_absent: 409,
  rendez_vous_inconnu: 422,
  rendez_vous_termine: 409,
  rendez_vous_passe: 409,
  rendez_vous_a_venir: 409,
  creneau_passe: 422,
  creneau_pris: 409,
  referent_absent: 409,
  structure_fermee: 409,
  jour_complet: 409,
  apres_le_plafond: 409,
  duree_invalide: 422,
  statut_deja_enregistre: 409,
  rien_a_corriger: 409,
  bilan_inconnu: 422,
  bilan_deja_realise: 409,
  bilan_pas_encore_annonce: 409,
  parcours_en_pause: 409,
  aucune_pause: 409,
  pause_sans_duree: 422,
  pause_chevauche: 409,
  pause_rendez_vous_honore: 409,
  pause_bilan_tenu: 409,
  apres_la_revision: 422,
  prolongations_epuisees: 409,
  prolongation_trop_longue: 422,
  prolongation_sans_effet: 422,
  manquement_inconnu: 422,
  manquement_clos: 409,
  motif_pas_encore_demande: 409,
  motif_deja_qualifie: 409,
  delai_de_reponse_ouvert: 409,
  signalement_non_propose: 409,
  signalement_non_transmis: 409,
  rien_a_transmettre: 409,
  report_dans_le_passe: 422,
  lettre_inconnue: 422,
  contrat_a_dater: 422,
  contrat_incoherent: 422,
  parcours_encore_ouvert: 409,
  suivi_pas_encore_demande: 409,
  suivi_deja_enregistre: 409,
  suivi_sans_objet: 409,
  deces_non_signale: 409,
  edition_inconnue: 422,
  edition_sans_suite: 409,
  reorientation_sans_effet: 422,
  heures_sans_motif: 422,
  heures_trop_nombreuses: 422,
  point_inconnu: 409,
  point_pas_encore_prepare: 409,
  point_loin_du_bilan: 409,
  point_deja_choisi: 409,
  rendez_vous_non_honore: 409,
  entretien_vide: 422,
  echeance_passee: 422,
  demarche_inconnue: 422,
  declaration_inconnue: 422,
  constat_trop_tot: 409,
  constat_deja_enregistre: 409,
  droits_vides: 422,
  hors_dispositif: 409,
  etape_inconnue: 422,
  etape_sans_duree: 422,
  emploi_en_cours: 409,
  emploi_absent: 409,
  rendez_vous_annule: 409,
  rendez_vous_deplace: 409,
  reponse_vide: 422,
  reponse_recue: 409,
  reponses_trop_nombreuses: 409,
  reponse_inconnue: 409,
  reponse_deja_lue: 409,
  lecture_sans_objet: 409,
  personne_suivie: 409,
  personne_effacee: 409,
} as const satisfies Record<CodeRefus, 409 | 422>;

export function problemeOfRefus(refus: Refus): Probleme {
  const { code, ...donnees } = refus;
  return {
    type: `urn:jalons:refus:${code}`,
    title: 'Demande refusée',
    status: statutOfRefus[code],
    detail: explainRefus(refus),
    code,
    donnees,
  };
}

/** Thrown inside `api/` only, by what stands before a route: reading, access. */
export class ProblemeLeve extends Error {
  declare private readonly nominale: true;
  readonly probleme: Probleme;
  readonly entetes: Readonly<Record<string, string>>;

  constructor(probleme: Probleme, entetes: Readonly<Record<string, string>> = {}) {
    super(probleme.code);
    this.probleme = probleme;
    this.entetes = entetes;
  }
}
