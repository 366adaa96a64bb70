import { jourEnLettres } from './courriels/dates-dites';
import { ditJour } from './parcours/dire';
import type { CivilDate } from './temps/jour';

/** Every way the law says no. A value, never thrown; its sentence says what to do (house 5). */
export type Refus =
  | { readonly code: 'parcours_deja_ouvert' }
  | { readonly code: 'parcours_clos' }
  | { readonly code: 'hors_fenetre'; readonly du: CivilDate; readonly au: CivilDate }
  | { readonly code: 'date_future'; readonly le: CivilDate }
  | { readonly code: 'date_anterieure'; readonly minimum: CivilDate }
  | { readonly code: 'referent_deja_designe' }
  | { readonly code: 'referent_manquant' }
  | { readonly code: 'referent_inchange' }
  | { readonly code: 'remplacement_deja_prevu'; readonly du: CivilDate; readonly au: CivilDate }
  | { readonly code: 'remplacement_inconnu' }
  | { readonly code: 'contrat_deja_signe'; readonly signeLe: CivilDate }
  | { readonly code: 'contrat_absent' }
  | { readonly code: 'rendez_vous_inconnu' }
  | { readonly code: 'rendez_vous_termine' }
  | { readonly code: 'rendez_vous_passe' }
  | { readonly code: 'rendez_vous_a_venir' }
  | { readonly code: 'creneau_passe' }
  | { readonly code: 'creneau_pris' }
  | { readonly code: 'referent_absent'; readonly le: CivilDate }
  | { readonly code: 'structure_fermee'; readonly le: CivilDate }
  | { readonly code: 'jour_complet'; readonly le: CivilDate; readonly maximum: number }
  | { readonly code: 'apres_le_plafond'; readonly plafond: CivilDate }
  | { readonly code: 'duree_invalide'; readonly minimum: number; readonly maximum: number }
  | { readonly code: 'statut_deja_enregistre'; readonly le: CivilDate }
  | { readonly code: 'rien_a_corriger' }
  | { readonly code: 'bilan_inconnu' }
  | { readonly code: 'bilan_deja_realise'; readonly tenuLe: CivilDate }
  | { readonly code: 'bilan_pas_encore_annonce'; readonly aPartirDu: CivilDate }
  | { readonly code: 'parcours_en_pause' }
  | { readonly code: 'aucune_pause' }
  | { readonly code: 'pause_sans_duree' }
  | { readonly code: 'pause_chevauche'; readonly du: CivilDate }
  | { readonly code: 'pause_rendez_vous_honore'; readonly le: CivilDate }
  | { readonly code: 'pause_bilan_tenu'; readonly le: CivilDate }
  | { readonly code: 'apres_la_revision'; readonly le: CivilDate }
  | { readonly code: 'prolongations_epuisees'; readonly maximum: number }
  | { readonly code: 'prolongation_trop_longue'; readonly maximum: CivilDate }
  | { readonly code: 'prolongation_sans_effet'; readonly plafond: CivilDate }
  | { readonly code: 'manquement_inconnu' }
  | { readonly code: 'manquement_clos' }
  | { readonly code: 'motif_pas_encore_demande' }
  | { readonly code: 'motif_deja_qualifie' }
  | { readonly code: 'delai_de_reponse_ouvert'; readonly jusquAu: CivilDate | null }
  | { readonly code: 'signalement_non_propose' }
  | { readonly code: 'signalement_non_transmis' }
  | { readonly code: 'rien_a_transmettre' }
  | { readonly code: 'report_dans_le_passe' }
  | { readonly code: 'lettre_inconnue' }
  | { readonly code: 'contrat_a_dater' }
  | { readonly code: 'contrat_incoherent' }
  | { readonly code: 'parcours_encore_ouvert' }
  | { readonly code: 'suivi_pas_encore_demande'; readonly aPartirDu: CivilDate }
  | { readonly code: 'suivi_deja_enregistre'; readonly le: CivilDate }
  | { readonly code: 'suivi_sans_objet' }
  | { readonly code: 'deces_non_signale' }
  | { readonly code: 'edition_inconnue' }
  | { readonly code: 'edition_sans_suite' }
  | { readonly code: 'reorientation_sans_effet' }
  | { readonly code: 'heures_sans_motif'; readonly habituelles: number }
  | { readonly code: 'heures_trop_nombreuses'; readonly maximum: number }
  | { readonly code: 'point_inconnu' }
  | { readonly code: 'point_pas_encore_prepare'; readonly aPartirDu: CivilDate }
  | { readonly code: 'point_loin_du_bilan'; readonly jours: number }
  | { readonly code: 'point_deja_choisi' }
  | { readonly code: 'rendez_vous_non_honore' }
  | { readonly code: 'entretien_vide' }
  | { readonly code: 'echeance_passee' }
  | { readonly code: 'demarche_inconnue' }
  | { readonly code: 'declaration_inconnue' }
  | { readonly code: 'constat_trop_tot'; readonly jusquAu: CivilDate }
  | { readonly code: 'constat_deja_enregistre' }
  | { readonly code: 'droits_vides' }
  | { readonly code: 'hors_dispositif' }
  | { readonly code: 'etape_inconnue' }
  | { readonly code: 'etape_sans_duree' }
  | { readonly code: 'emploi_en_cours'; readonly debutLe: CivilDate }
  | { readonly code: 'emploi_absent' }
  | { readonly code: 'rendez_vous_annule' }
  | { readonly code: 'rendez_vous_deplace' }
  | { readonly code: 'reponse_vide' }
  | { readonly code: 'reponse_recue'; readonly le: CivilDate }
  | { readonly code: 'reponses_trop_nombreuses' }
  | { readonly code: 'reponse_inconnue' }
  | { readonly code: 'reponse_deja_lue'; readonly le: CivilDate }
  | { readonly code: 'lecture_sans_objet' }
  | { readonly code: 'personne_suivie' }
  | { readonly code: 'personne_effacee'; readonly le: CivilDate };

export type CodeRefus = Refus['code'];

const PHRASES: { readonly [C in CodeRefus]: (refus: Extract<Refus, { code: C }>) => string } = {
  parcours_deja_ouvert: () => 'Ce parcours est déjà ouvert : ouvrez sa page pour continuer.',
  parcours_clos: () => 'Ce parcours est clos : il ne peut plus être modifié.',
  hors_fenetre: ({ du, au }) =>
    `Ce dispositif s’ouvre du ${ditJour(du)} au ${ditJour(au)} inclus : choisissez un dispositif en vigueur aujourd’hui.`,
  date_future: ({ le }) =>
    `Le ${jourEnLettres(le)} n’est pas encore passé : indiquez la date réelle, aujourd’hui au plus tard.`,
  date_anterieure: ({ minimum }) =>
    `Cette date est trop ancienne : indiquez un jour à partir du ${jourEnLettres(minimum)}.`,
  referent_deja_designe: () => 'Un référent suit déjà ce parcours : aucun autre n’a été désigné.',
  referent_manquant: () => 'Ce parcours n’a pas encore de référent : désignez-en un d’abord.',
  referent_inchange: () => 'Ce référent suit déjà ce parcours : choisissez-en un autre.',
  remplacement_deja_prevu: ({ du, au }) =>
    `Un remplacement est déjà prévu du ${jourEnLettres(du)} au ${jourEnLettres(au)} : choisissez d’autres jours, ou mettez-y fin d’abord.`,
  remplacement_inconnu: () => 'Ce remplacement n’existe pas, ou il a déjà pris fin : rechargez la page.',
  contrat_deja_signe: ({ signeLe }) =>
    `Le contrat a déjà été signé le ${jourEnLettres(signeLe)} : il n’a pas été changé.`,
  contrat_absent: () => 'Le contrat d’engagement n’est pas encore signé : enregistrez sa signature d’abord.',
  rendez_vous_inconnu: () => 'Ce rendez-vous n’existe pas dans ce parcours : rechargez la page.',
  rendez_vous_termine: () =>
    'Ce rendez-vous est déjà annulé ou renseigné : ajoutez-en un nouveau si c’est nécessaire.',
  rendez_vous_passe: () => 'Ce rendez-vous est passé : indiquez plutôt si la personne est venue.',
  rendez_vous_a_venir: () =>
    'Ce rendez-vous n’a pas encore eu lieu : annulez-le ou déplacez-le si la personne ne peut pas venir.',
  creneau_passe: () => 'Cette heure est déjà passée : choisissez un moment à venir.',
  creneau_pris: () => 'Le référent a déjà un rendez-vous à cette heure : choisissez un autre moment.',
  referent_absent: ({ le }) => `Le référent est absent le ${jourEnLettres(le)} : choisissez un autre jour.`,
  structure_fermee: ({ le }) =>
    `La structure est fermée le ${jourEnLettres(le)} (fermeture, week-end ou jour férié) : choisissez un jour ouvré.`,
  jour_complet: ({ le, maximum }) =>
    `Le référent a déjà ${maximum} rendez-vous le ${jourEnLettres(le)}, son maximum : choisissez un autre jour.`,
  apres_le_plafond: ({ plafond }) =>
    `L’accompagnement s’arrête le ${jourEnLettres(plafond)} : choisissez un jour avant, ou prolongez d’abord le parcours.`,
  duree_invalide: ({ minimum, maximum }) =>
    `Un rendez-vous dure entre ${minimum} et ${maximum} minutes : corrigez la durée.`,
  statut_deja_enregistre: ({ le }) =>
    `La présence a été enregistrée le ${jourEnLettres(le)} et ne se corrige ainsi que le jour même : utilisez « Corriger une présence ».`,
  rien_a_corriger: () => 'Ce que vous indiquez est déjà ce qui est enregistré : il n’y a rien à corriger.',
  bilan_inconnu: () => 'Ce bilan n’est pas prévu dans ce parcours : vérifiez son numéro.',
  bilan_deja_realise: ({ tenuLe }) => `Ce bilan a déjà été enregistré, tenu le ${jourEnLettres(tenuLe)}.`,
  bilan_pas_encore_annonce: ({ aPartirDu }) =>
    `Ce bilan peut être enregistré à partir du ${jourEnLettres(aPartirDu)}.`,
  parcours_en_pause: () =>
    'L’accompagnement est en pause ce jour-là : indiquez d’abord la reprise, ou choisissez un jour après la pause.',
  aucune_pause: () => 'Ce parcours n’a pas de pause en cours ni à venir : il n’y a rien à reprendre.',
  pause_sans_duree: () => 'Le dernier jour de la pause précède le premier : corrigez l’une des deux dates.',
  pause_chevauche: ({ du }) =>
    `Une autre pause commence le ${jourEnLettres(du)} : choisissez des jours qui ne la touchent pas.`,
  pause_rendez_vous_honore: ({ le }) =>
    `La personne est venue à son rendez-vous du ${jourEnLettres(le)} : la pause ne peut pas couvrir ce jour.`,
  pause_bilan_tenu: ({ le }) =>
    `Un bilan a été tenu le ${jourEnLettres(le)} : la pause ne peut pas couvrir ce jour.`,
  apres_la_revision: ({ le }) =>
    `Le contrat a été révisé le ${jourEnLettres(le)} : la signature ne peut pas être plus tard.`,
  prolongations_epuisees: ({ maximum }) =>
    maximum === 0
      ? 'Ce dispositif ne prévoit pas de prolongation.'
      : `Ce parcours a déjà été prolongé ${maximum} fois, le maximum prévu : il peut être clos ou réorienté.`,
  prolongation_trop_longue: ({ maximum }) =>
    `Une prolongation ne peut pas dépasser le ${jourEnLettres(maximum)} : choisissez une date plus proche.`,
  prolongation_sans_effet: ({ plafond }) =>
    `Le parcours va déjà jusqu’au ${jourEnLettres(plafond)} : choisissez une date plus lointaine, et à venir.`,
  manquement_inconnu: () => 'Ce manquement n’existe pas dans ce parcours : rechargez la page.',
  manquement_clos: () => 'Ce manquement est clos : il n’y a plus rien à décider.',
  motif_pas_encore_demande: () =>
    'Le motif n’a pas encore été demandé à la personne : attendez que le courriel soit parti.',
  motif_deja_qualifie: () => 'Le motif a déjà été qualifié : une relance est partie.',
  delai_de_reponse_ouvert: ({ jusquAu }) =>
    jusquAu === null
      ? 'La lettre n’est pas encore remise, le délai de réponse n’a pas commencé : indiquez d’abord la date de remise.'
      : `La personne peut répondre jusqu’au ${jourEnLettres(jusquAu)} : attendez cette date avant de constater l’absence de réponse.`,
  signalement_non_propose: () =>
    'Aucun signalement n’est proposé pour ce manquement : rien n’a été transmis.',
  signalement_non_transmis: () =>
    'Ce signalement n’a pas été transmis : il n’y a pas encore de suite à enregistrer.',
  rien_a_transmettre: () => 'Rien n’attend d’être transmis pour ce manquement : rechargez la page.',
  report_dans_le_passe: () => 'La date de report doit être à venir : choisissez un jour après aujourd’hui.',
  lettre_inconnue: () => 'Aucune lettre n’est attendue sous cette référence : rechargez la page.',
  contrat_a_dater: () =>
    'Un CDD ou une mission compte selon sa durée : indiquez le premier et le dernier jour du contrat.',
  contrat_incoherent: () =>
    'Les dates du contrat ne vont pas avec ce motif, ou sa fin précède son début : corrigez-les ou retirez-les.',
  parcours_encore_ouvert: () =>
    'Ce parcours n’est pas clos : la situation après la sortie se recueille plus tard.',
  suivi_pas_encore_demande: ({ aPartirDu }) =>
    `La situation après la sortie se recueille à partir du ${jourEnLettres(aPartirDu)} : revenez à cette date.`,
  suivi_deja_enregistre: ({ le }) =>
    `La situation après la sortie a déjà été enregistrée, au ${jourEnLettres(le)} : elle n’a pas été changée.`,
  suivi_sans_objet: () =>
    'Aucune situation n’est à recueillir pour ce parcours : il n’y a rien à enregistrer.',
  deces_non_signale: () => 'Aucun décès n’est signalé pour ce parcours : rechargez la page.',
  edition_inconnue: () => 'Ce dispositif n’existe pas dans cette édition : choisissez-en un dans la liste.',
  edition_sans_suite: () =>
    'Cette édition ne fait pas suite à celle du parcours : choisissez-en une dans la liste, ou réorientez.',
  reorientation_sans_effet: () =>
    'La personne est déjà accompagnée là, sous ce dispositif : choisissez une autre structure ou un autre dispositif.',
  heures_sans_motif: ({ habituelles }) =>
    `Moins de ${habituelles} heures par semaine demande un motif : choisissez-en un.`,
  heures_trop_nombreuses: ({ maximum }) =>
    `Le contrat ne peut pas demander plus de ${maximum} heures par semaine : corrigez ce nombre.`,
  point_inconnu: () => 'Aucun point légal n’est attendu pour ce contrat : rechargez la page.',
  point_pas_encore_prepare: ({ aPartirDu }) =>
    `Ce point légal peut être enregistré à partir du ${jourEnLettres(aPartirDu)}.`,
  point_loin_du_bilan: ({ jours }) =>
    `Ce bilan est à plus de ${jours} jours du point légal : gardez deux rendez-vous.`,
  point_deja_choisi: () => 'Ce choix est déjà enregistré : rien n’a été changé.',
  rendez_vous_non_honore: () =>
    'La personne n’est pas notée présente à ce rendez-vous : indiquez d’abord la présence.',
  entretien_vide: () => 'Rien n’est indiqué : écrivez ce qui a été convenu, ou une prochaine étape.',
  echeance_passee: () => 'Cette date est passée : choisissez aujourd’hui ou un jour à venir.',
  demarche_inconnue: () => 'Cette démarche n’existe pas dans ce parcours : rechargez la page.',
  declaration_inconnue: () => 'Aucune déclaration n’est attendue ce jour-là : rechargez la page.',
  constat_trop_tot: ({ jusquAu }) =>
    `La personne a jusqu’au ${jourEnLettres(jusquAu)} : attendez le lendemain pour noter que ce n’est pas fait.`,
  constat_deja_enregistre: () => 'Une réponse est déjà enregistrée : elle n’a pas été changée.',
  droits_vides: () => 'Aucun droit n’est indiqué : renseignez-en un au moins.',
  hors_dispositif: () =>
    'Le dispositif de ce parcours ne prévoit pas cet acte : notez-le au prochain rendez-vous.',
  etape_inconnue: () => 'Cette étape n’existe pas dans ce parcours : rechargez la page.',
  etape_sans_duree: () => 'Le dernier jour de l’étape précède le premier : corrigez l’une des deux dates.',
  emploi_en_cours: ({ debutLe }) =>
    `Un emploi commencé le ${jourEnLettres(debutLe)} est déjà suivi : indiquez d’abord qu’il est fini.`,
  emploi_absent: () => 'Aucun emploi n’est suivi dans ce parcours : enregistrez-en le début d’abord.',
  rendez_vous_annule: () =>
    'Ce rendez-vous est annulé, personne ne vous attend : lisez plus bas vos prochains rendez-vous.',
  rendez_vous_deplace: () =>
    'Ce rendez-vous a changé depuis votre message : lisez la nouvelle date, puis répondez de nouveau.',
  reponse_vide: () => 'Votre réponse est vide : écrivez quelques mots, ou ajoutez un document.',
  reponse_recue: ({ le }) =>
    `La personne a répondu le ${jourEnLettres(le)} : lisez sa réponse, puis qualifiez le motif autrement.`,
  reponses_trop_nombreuses: () => 'Vous avez déjà répondu plusieurs fois : appelez-nous, c’est plus simple.',
  reponse_inconnue: () => 'Cette réponse n’existe pas dans ce parcours : rechargez la page.',
  reponse_deja_lue: ({ le }) =>
    `Cette réponse est déjà marquée comme lue, le ${jourEnLettres(le)} : il n’y a rien à refaire.`,
  lecture_sans_objet: () =>
    'Cette réponse n’attend plus d’être lue : elle est dépassée ou déjà prise en compte. Rechargez la page.',
  personne_suivie: () =>
    'Cette personne a un parcours ouvert, et ses données servent à l’accompagner : enregistrez d’abord sa sortie.',
  personne_effacee: ({ le }) =>
    `Cette personne a été effacée le ${jourEnLettres(le)} : plus rien ne s’enregistre sur elle.`,
};

/** The sentence for the person who asked. Its code is for machines. */
export function explainRefus(refus: Refus): string {
  const phrase = PHRASES[refus.code] as (r: Refus) => string;
  return phrase(refus);
}

export const codesRefus = Object.keys(PHRASES) as readonly CodeRefus[];
