import { genresDeclaration, type GenreDeclaration } from '../engagement/declarations-dues';
import type { CivilDate } from '../temps/jour';
import type { CodeAvis, RoleProfessionnel } from './avis';
import { ditJour } from './dire';
import type { Echeance } from './echeance';

/**
 * What an échéance will bring, as people say it: under 150 characters and without anything personal, because it
 * is also the summary of a timer in the engine's interface.
 */
export function libelleEcheance(e: Echeance): string {
  switch (e.geste) {
    case 'planifier':
      return e.periode.quoi === 'accueil'
        ? 'Planification du rendez-vous d’accueil et convocation'
        : `Planification du rendez-vous du mois ${e.periode.mois} et convocation`;
    case 'rappeler':
      return `Rappel à la personne, ${joursDAvance(e.jours)} le rendez-vous n° ${e.rendezVousId}`;
    case 'avertir':
      return `${sujetAvis(e.avis, e)} : ${occasion(e)}${auxRoles(e.pour)}`;
    case 'compter':
      return `Mois ${e.mois} compté manqué, sauf rendez-vous honoré`;
    case 'annoncer_bilan':
      return `Annonce du bilan n° ${e.bilan} à la personne et au référent`;
    case 'annoncer_point':
      return 'Annonce du point légal à la personne';
    case 'constater_plafond':
      return 'Durée maximale atteinte : décision à prendre';
    case 'commencer_pause':
      return 'Début de la pause';
    case 'annoncer_reprise':
      return 'Fin de la pause : reprise dite à la personne et au référent';
    case 'demander_motif':
      return 'Obligation manquée : motif demandé à la personne';
    case 'relancer':
      return 'Obligation manquée : seconde relance à la personne';
    case 'demander_suivi':
      return e.fois === 1
        ? 'Question sur la situation six mois après la sortie'
        : 'Question sur la situation après la sortie, posée de nouveau';
    case 'proposer_signalement':
      return e.proposition === 1
        ? 'Obligation manquée : signalement proposé au référent, qui décide'
        : `Obligation manquée : signalement proposé de nouveau au référent (${e.proposition})`;
  }
}

type Avertir = Extract<Echeance, { geste: 'avertir' }>;

/** What a notice is about, by its code and the clé of its échéance. */
export function sujetAvis(avis: CodeAvis, e: Sujet): string {
  return SUJETS[avis](e);
}

type Sujet = { readonly cle: string; readonly rendezVousId: number | null };

const SUJETS: Readonly<Record<CodeAvis, (e: Sujet) => string>> = {
  statut_a_renseigner: (e) => `Présence au rendez-vous n° ${e.rendezVousId ?? ''} à indiquer`,
  contrat_a_signer: () => 'Contrat d’engagement à signer',
  contrat_en_retard: () => 'Contrat d’engagement en retard',
  creneau_introuvable: () => 'Aucun créneau libre',
  bilan_a_preparer: (e) => `Bilan n° ${sujetOf(e)} à préparer`,
  bilan_a_tenir: (e) => `Bilan n° ${sujetOf(e)} à tenir`,
  bilan_en_retard: (e) => `Bilan n° ${sujetOf(e)} en retard`,
  pause_sans_fin: () => 'Pause sans date de fin, nouvelles à prendre',
  parcours_repris: () => 'Accompagnement repris',
  point_a_preparer: () => 'Point légal à préparer',
  point_a_tenir: () => 'Point légal à tenir',
  point_en_retard: () => 'Point légal en retard',
  demarche_a_constater: (e) => `Démarche n° ${Number.parseInt(sujetOf(e))}, faite ou non`,
  declaration_a_constater: (e) => sujetDeclaration(e),
  etape_a_constater: (e) => `Étape n° ${Number.parseInt(sujetOf(e))}, atteinte ou non`,
  publics_a_indiquer: () => 'Public prioritaire à indiquer',
  droits_a_examiner: () => 'Accès aux droits, liste à remplir',
  plafond_proche: () => 'Fin de la durée maximale',
  plafond_a_decider: () => 'Durée maximale atteinte, décision attendue',
  motif_a_qualifier: () => 'Obligation manquée, motif à qualifier',
  delai_pas_commence: () => 'Obligation manquée, lettre à remettre, délai pas commencé',
  signal_a_transmettre: () => 'Obligation manquée, information à transmettre après un signalement',
  suite_a_enregistrer: () => 'Obligation manquée, suite du signalement à enregistrer',
  signalement_a_decider: () => 'Obligation manquée, signalement à décider',
  mois_manque: () => 'Mois sans rendez-vous honoré',
  parcours_recu: () => 'Parcours reçu',
  parcours_confie: () => 'Parcours confié',
  rendez_vous_a_replacer: (e) => `Rendez-vous n° ${e.rendezVousId ?? ''} à replacer`,
  fenetre_proche: () => 'Fin de l’édition du dispositif',
  fenetre_a_decider: () => 'Édition du dispositif finie, décision attendue',
  silence_a_rompre: () => 'Silence trop long, nouvelles à prendre',
  emploi_a_suivre: () => 'Point dans l’emploi',
  emploi_a_conclure: () => 'Emploi à confirmer',
  deces_a_confirmer: () => 'Décès signalé, décision attendue',
  suivi_a_recueillir: () => 'Situation six mois après la sortie à recueillir',
  empechement_annonce: (e) => `Rendez-vous n° ${e.rendezVousId ?? ''}, la personne ne peut pas venir`,
  venue_finalement: (e) => `Rendez-vous n° ${e.rendezVousId ?? ''}, la personne viendra finalement`,
  motif_repondu: () => 'Réponse à la demande de motif',
  lettre_a_faire: () => 'Lettre à imprimer et à remettre',
  referent_a_designer: () => 'Référent à désigner',
};

/** `dtr:2025-04-30:constat:1` — the declaration, then the day on which it was due. */
function sujetDeclaration({ cle }: Sujet): string {
  const [genre, duLe] = cle.split(':') as [GenreDeclaration, CivilDate];
  return `${genresDeclaration[genre]} du ${ditJour(duLe)}`;
}

/** The clé names its subject second (`bilan:2:…`) and its repetition last (house 6). */
function sujetOf({ cle }: Sujet): string {
  return cle.split(':')[1] ?? '';
}

/** R38, R40 — where the référent alone was asked before: the first escalation is the first alert. */
const PREMIERE_ALERTE: ReadonlySet<CodeAvis> = new Set<CodeAvis>(['silence_a_rompre', 'emploi_a_conclure']);

function occasion(e: Avertir): string {
  const [nom, rang] = e.cle.split(':').slice(-2);
  if (nom === 'escalade')
    return `alerte n° ${Number.parseInt(rang ?? '', 10) + (PREMIERE_ALERTE.has(e.avis) ? 0 : 1)} `;
  if (nom === 'rappel' || nom === 'avis')
    return rang === '0' ? 'rappel du jour ' : `rappel des ${Number.parseInt(rang ?? '', 10)} jours `;
  return nom === 'retard' || nom === 'decision' || nom === 'alerte' ? 'alerte ' : 'demande ';
}

function joursDAvance(jours: number): string {
  if (jours === 0) return 'le jour où a lieu';
  return jours === 1 ? 'la veille, pour' : `${jours} jours avant`;
}

export function auxRoles(pour: readonly RoleProfessionnel[]): string {
  return pour.map((role) => (role === 'referent' ? 'au référent' : 'au responsable')).join(' et ');
}
