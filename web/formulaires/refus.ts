import { codesRefus, type CodeRefus } from '../../domain/refus';
import { champsOf, type Formulaire } from './formulaire';

/** The fields that a refus is about, wherever a form has them: the others concern the whole form. */
const CHAMPS: Readonly<Partial<Record<CodeRefus, readonly string[]>>> = {
  referent_inchange: ['referentId'],
  hors_fenetre: ['dispositif'],
  parcours_deja_ouvert: ['beneficiaireId'],
  date_future: ['signeLe', 'tenuLe', 'le', 'orientationNotifieeLe', 'notifieeLe'],
  date_anterieure: [
    'signeLe',
    'tenuLe',
    'le',
    'du',
    'orientationNotifieeLe',
    'notifieeLe',
    'dtr',
    'actualisation',
  ],
  heures_sans_motif: ['motifHeures'],
  heures_trop_nombreuses: ['heures'],
  etape_sans_duree: ['du', 'au'],
  echeance_passee: ['avantLe', 'au', 'etapes.0.avantLe', 'etapes.1.avantLe'],
  entretien_vide: ['convenu'],
  constat_trop_tot: ['issue'],
  creneau_passe: ['debut.le', 'debut.heure'],
  creneau_pris: ['debut.heure'],
  referent_absent: ['debut.le'],
  structure_fermee: ['debut.le'],
  jour_complet: ['debut.le'],
  apres_le_plafond: ['debut.le', 'du', 'au', 'avantLe', 'etapes.0.avantLe', 'etapes.1.avantLe'],
  duree_invalide: ['dureeMinutes'],
  parcours_en_pause: ['debut.le'],
  pause_sans_duree: ['au'],
  pause_chevauche: ['du', 'le'],
  pause_bilan_tenu: ['du', 'le'],
  apres_la_revision: ['signeLe'],
  pause_rendez_vous_honore: ['du', 'le'],
  prolongation_trop_longue: ['jusquAu'],
  prolongation_sans_effet: ['jusquAu'],
  report_dans_le_passe: ['au'],
  delai_de_reponse_ouvert: ['qualification'],
  contrat_a_dater: ['emploi.debutLe', 'emploi.finLe'],
  contrat_incoherent: ['emploi.debutLe', 'emploi.finLe'],
  edition_inconnue: ['dispositif'],
  edition_sans_suite: ['dispositif'],
  reorientation_sans_effet: ['structureId'],
  bilan_pas_encore_annonce: ['cible.numero', 'tenuLe'],
};

/** `code` comes off the wire: what is not a refus concerns the whole form. */
export function champsDuRefus(code: string, f: Pick<Formulaire, 'champs'>): readonly string[] {
  const refus = codesRefus.find((c) => c === code);
  if (refus === undefined) return [];
  const presents = champsOf(f).map((c) => c.nom);
  return (CHAMPS[refus] ?? []).filter((nom) => presents.includes(nom));
}
