import { raisonsEffacement } from '../conservation/effacement';
import { clotures, objetDit, qualifications, signauxDits, suites } from '../obligations/manquement-dit';
import { motifsManquement } from '../obligations/motifs';
import { heuresDites, PHRASES_ENGAGEMENT, libellePublics } from '../engagement/journal-engagement';
import type { IssueRendezVous, Periode } from '../rendez-vous/rendez-vous';
import { heureAt, jourAt, type Heure } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { Regles } from './contexte';
import { genresEmploi } from './emploi';
import { empechements, moments } from '../reponses/codes';
import { moyensContact } from './silence';
import { compte, ditJour, ditMoment, minuscule } from './dire';
import type { Fait, FaitDe, FaitInscrit, RaisonAbandon } from './faits';
import { auxRoles, sujetAvis } from './libelles';
import type { CauseMoisManque, OrientationBilan } from './parcours';
import { motifsChangement } from './referent';
import { findDispositif } from '../dispositifs/en-vigueur';
import { classesSortie, motifsSortie } from './sortie';
import { situationsSuivi } from './suivi-sortie';
import { libelleModele } from './lettres';

/** One fait of the journal, as a sentence about "la personne" and "le référent": never a name. */
export type LigneJournal = {
  readonly rang: number;
  readonly le: CivilDate;
  readonly heure: Heure;
  readonly a: Instant;
  readonly par: 'jalons' | 'professionnel' | 'personne';
  readonly type: Fait['type'];
  readonly phrase: string;
};

export function ligneJournal({ rang, a, par, echeance, fait }: FaitInscrit, r: Regles): LigneJournal {
  return {
    rang,
    a,
    le: jourAt(a, r.zone),
    heure: heureAt(a, r.zone),
    par: par === 'jalons' ? 'jalons' : par.startsWith('personne:') ? 'personne' : 'professionnel',
    type: fait.type,
    phrase: phraseOf(fait, r, echeance?.cle ?? ''),
  };
}

type Phrases = { readonly [T in Fait['type']]: (fait: FaitDe<T>, r: Regles, cle: string) => string };

const PHRASES: Phrases = {
  parcours_ouvert: (f) =>
    `Parcours ouvert${f.precedentId === undefined ? '' : ', après une réorientation'}${f.silencieuse === true ? ', sans écrire à la personne' : ''} ; orientation notifiée le ${ditJour(f.orientationNotifieeLe)}` +
    `${f.publics === undefined ? '' : ` ; public prioritaire : ${libellePublics(f.publics)}`}.`,
  ...PHRASES_ENGAGEMENT,
  orientation_notifiee: (f) =>
    `Nouvelle orientation notifiée le ${ditJour(f.notifieeLe)} : le délai pour signer le contrat repart de ce jour.`,
  orientation_corrigee: (f) => `Jour de l’orientation corrigé : notifiée le ${ditJour(f.notifieeLe)}.`,
  referent_designe: () => 'Référent désigné.',
  referent_change: (f) =>
    `Référent changé le ${ditJour(f.le)} : ${minuscule(motifsChangement[f.motif])}` +
    `${f.transfertId === null ? '' : ', avec d’autres parcours'}.`,
  remplacement_prevu: (f) => `Remplacement du référent, du ${ditJour(f.du)} au ${ditJour(f.au)} inclus.`,
  remplacement_annule: () => 'Remplacement terminé avant son dernier jour.',
  contrat_signe: (f) =>
    `Contrat d’engagement signé le ${ditJour(f.signeLe)}${
      f.heures === undefined ? '' : ` : ${heuresDites(f.heures)}`
    }.`,
  echeances_abandonnees: (f) =>
    `${compte(f.cles.length, 'échéance écartée', 'échéances écartées')} : ${ABANDONS[f.raison]}.`,
  rendez_vous_planifie: (f, r) =>
    `Rendez-vous n° ${f.rendezVousId} ${dePeriode(f.periode)}fixé au ${ditMoment(f.creneau.debut, r.zone)}` +
    `${f.bilan === null ? '' : `, avec le bilan n° ${f.bilan}`}.`,
  creneau_introuvable: (f) =>
    `Aucun créneau libre pour le rendez-vous ${dePeriode(f.periode).trim()}` +
    `${f.signale ? ' : le référent en est averti' : ''}.`,
  rendez_vous_deplace: (f, r) =>
    `Rendez-vous n° ${f.rendezVousId} déplacé au ${ditMoment(f.creneau.debut, r.zone)}.`,
  rendez_vous_a_replacer: (f) =>
    `Rendez-vous n° ${f.rendezVousId} à replacer : aucun créneau libre ne lui convient.`,
  rendez_vous_annule: (f) =>
    `Rendez-vous n° ${f.rendezVousId} annulé par ${f.par === 'service' ? 'le service' : 'la personne'}` +
    `${f.tardive ? ', tardivement' : ''}${f.silencieux ? ', sans courriel' : ''}.`,
  rappel_envoye: (f) =>
    `Rappel du rendez-vous n° ${f.rendezVousId} à la personne, ${f.jours === 1 ? 'la veille' : `${f.jours} jours avant`}.`,
  statut_enregistre: (f) =>
    `${f.corrige ? 'Correction, r' : 'R'}endez-vous n° ${f.rendezVousId} : ${libellesIssue[f.statut]}.`,
  statut_corrige: (f) => `Erreur corrigée, rendez-vous n° ${f.rendezVousId} : ${libellesIssue[f.statut]}.`,
  rendez_vous_retire: (f) =>
    `Rendez-vous n° ${f.rendezVousId} retiré : il reposait sur une erreur, maintenant corrigée.`,
  rendez_vous_corrige: (f, r) =>
    `Erreur corrigée, rendez-vous n° ${f.rendezVousId} : il a eu lieu le ${ditMoment(f.creneau.debut, r.zone)}.`,
  rendez_vous_constate: (f, r) =>
    `Rendez-vous n° ${f.rendezVousId} saisi après coup, du ${ditMoment(f.creneau.debut, r.zone)} : ${libellesIssue[f.statut]}.`,
  contrat_corrige: (f) => `Erreur corrigée : contrat d’engagement signé le ${ditJour(f.signeLe)}.`,
  bilan_corrige: (f) => `Erreur corrigée : bilan n° ${f.bilan} tenu le ${ditJour(f.tenuLe)}.`,
  mois_compte: (f) =>
    `Mois ${f.mois} : ${f.issue === 'manque' ? `manqué (${causes[f.cause]})` : ISSUES[f.issue]}.`,
  professionnel_averti: (f, _, cle) =>
    `${sujetAvis(f.avis, { cle, rendezVousId: f.rendezVousId })} : rappel ${auxRoles(f.pour)}.`,
  bilan_annonce: (f) => `Bilan n° ${f.bilan} annoncé pour le ${ditJour(f.aTenirLe)}.`,
  bilan_realise: (f) =>
    `Bilan n° ${f.bilan} tenu le ${ditJour(f.tenuLe)} : ${minuscule(orientations[f.orientation])}.`,
  plafond_atteint: (f) => `Durée maximale atteinte : dernier jour le ${ditJour(f.dernierJour)}.`,
  plafond_recule: (f) => `Durée maximale reculée au ${ditJour(f.dernierJour)} : l’accompagnement continue.`,
  mois_rouvert: (f) => `Mois ${f.mois} : il n’est plus achevé, il sera compté à son nouveau terme.`,
  pause_declaree: (f) =>
    `Pause du ${ditJour(f.du)} ${f.au === null ? 'sans date de fin' : `au ${ditJour(f.au)}`}.`,
  pause_commencee: () => 'Début de la pause.',
  parcours_repris: (f) => `Pause finie : l’accompagnement reprend le ${ditJour(f.le)}.`,
  reprise_annoncee: () => 'Reprise dite à la personne et au référent.',
  parcours_prolonge: (f) => `Parcours prolongé jusqu’au ${ditJour(f.jusquAu)}.`,
  contact_enregistre: (f) =>
    `Contact avec la personne, le ${ditJour(f.le)} : ${minuscule(moyensContact[f.moyen])}.`,
  emploi_commence: (f) =>
    `Emploi commencé le ${ditJour(f.debutLe)} : ${genresEmploi[f.genre]}` +
    `${f.finPrevueLe === null ? '' : `, prévu jusqu’au ${ditJour(f.finPrevueLe)}`}.`,
  emploi_fini: (f) => `Emploi fini le ${ditJour(f.le)} : l’accompagnement reprend.`,
  manquement_ouvert: ({ source }) => `${objetDit(source)} : un manquement est ouvert.`,
  manquement_rejoint: ({ source }) =>
    `${objetDit(source)} : dans le manquement déjà ouvert, sans relancer ses délais.`,
  motif_demande: () => 'Motif demandé à la personne.',
  motif_qualifie: (f) =>
    `Motif qualifié par un professionnel : ${minuscule(qualifications[f.qualification])}.`,
  relance_envoyee: (f) => `${f.rang === 1 ? 'Première' : 'Seconde'} relance à la personne.`,
  signalement_propose: () => 'Signalement proposé au référent, qui décide.',
  signalement_confirme: () => 'Signalement confirmé et transmis.',
  signalement_reporte: (f) => `Signalement reporté au ${ditJour(f.au)}.`,
  manquement_clos: (f) => `Manquement clos : ${clotures[f.raison]}.`,
  manquement_rouvert: (f) =>
    `Manquement rouvert, après correction${f.delaiDepuis === null ? '' : ' : son délai recommence'}.`,
  motif_recu: (f) => `Motif reçu le ${ditJour(f.recuLe)} : ${minuscule(motifsManquement[f.motif])}.`,
  manquement_leve: (f) =>
    `Motif légitime connu après coup : le manquement n° ${f.manquement} est rouvert et levé.`,
  remobilisation_constatee: (f) => `Remobilisation de la personne, le ${ditJour(f.le)}.`,
  suite_enregistree: (f) => `Suite du signalement, le ${ditJour(f.le)} : ${minuscule(suites[f.suite])}.`,
  signal_a_transmettre: (f) => `À transmettre par le référent : ${signauxDits[f.quoi]}.`,
  signal_transmis: (f) => `Transmis le ${ditJour(f.le)} par le référent.`,
  venue_confirmee: (f) => `Rendez-vous n° ${f.rendezVousId} : la personne a dit qu’elle viendra.`,
  empechement_annonce: (f) =>
    `Rendez-vous n° ${f.rendezVousId} : la personne a dit qu’elle ne peut pas venir (« ${empechements[f.motif]} »)` +
    `${f.moments.length === 0 ? '' : ` ; ce qui lui convient : ${f.moments.map((m) => minuscule(moments[m])).join(', ')}`}.`,
  motif_repondu: (f) =>
    `La personne a répondu à la demande de motif${f.tardive ? ', après le délai' : ''}` +
    `${f.documentId === null ? '' : ', avec un document'}.`,
  reponse_lue: (f) => `Réponse n° ${f.reponse} de la personne : lue par un professionnel.`,
  lettre_a_faire: (f) =>
    `Lettre à imprimer (${minuscule(libelleModele(f.modele))}) : ` +
    `${f.revenu === undefined ? '' : 'le courriel est revenu, '}${SANS_COURRIEL[f.raison]}.`,
  remise_constatee: (f) =>
    f.preuve === 'relais'
      ? `Courriel remis au relais le ${ditJour(f.le)}.`
      : `Lettre remise à la personne le ${ditJour(f.le)}.`,
  courriel_abandonne: (f) => `Courriel non envoyé : ${ABANDONS[f.raison]}.`,
  edition_changee: (f) =>
    `Édition du dispositif changée : ${findDispositif(f.dispositif)?.libelle ?? f.dispositif.code} (${f.dispositif.edition}), à compter du ${ditJour(f.le)}.`,
  parcours_reoriente: (f) =>
    `Réorientation : un autre parcours s’ouvre, ${findDispositif(f.dispositif)?.libelle ?? f.dispositif.code}.`,
  parcours_clos: (f) =>
    `Parcours clos le ${ditJour(f.le)} : ${minuscule(motifsSortie[f.motif].libelle)}` +
    (f.emploi === null
      ? ''
      : ` à partir du ${ditJour(f.emploi.debutLe)}${f.emploi.finLe === null ? '' : ` et jusqu’au ${ditJour(f.emploi.finLe)}`}`) +
    ` (${minuscule(classesSortie[f.classe])}).`,
  deces_signale: () =>
    'Décès enregistré dans un autre parcours de la personne : plus rien ne lui est écrit ici.',
  deces_dementi: () => 'Décès démenti par un professionnel : l’accompagnement continue.',
  personne_effacee: (f) => `Identité, textes et courriels effacés ${raisonsEffacement[f.raison]}.`,
  suivi_demande: (f) =>
    f.parCourriel
      ? `Situation après la sortie demandée à la personne${f.fois === 2 ? ', de nouveau' : ''}.`
      : 'Situation après la sortie à recueillir, sans écrire à la personne.',
  suivi_enregistre: (f) =>
    `Situation au ${ditJour(f.le)}, après la sortie : ${minuscule(situationsSuivi[f.situation])}.`,
};

function phraseOf(fait: Fait, r: Regles, cle: string): string {
  const phrase = PHRASES[fait.type] as (f: Fait, r: Regles, cle: string) => string;
  return phrase(fait, r, cle);
}

function dePeriode(periode: Periode | null): string {
  if (periode === null) return '';
  return periode.quoi === 'accueil' ? 'd’accueil ' : `du mois ${periode.mois} `;
}

const ABANDONS: Readonly<Record<RaisonAbandon, string>> = {
  deja_passee: 'le jour était déjà passé',
  rendez_vous_deplace: 'le rendez-vous a été déplacé',
  orientation_nouvelle: 'le délai se compte depuis un autre jour d’orientation',
  rendez_vous_annule: 'le rendez-vous a été annulé ou renseigné',
  rendez_vous_passe: 'le rendez-vous était passé',
  parcours_en_pause: 'l’accompagnement est en pause',
  depassee_par_la_suivante: 'la suivante la remplace',
  manquement_clos: 'le manquement est clos',
  bilan_realise: 'le bilan est déjà tenu',
  plafond_prolonge: 'le parcours a été prolongé',
  parcours_clos: 'le parcours est clos',
  deces_signale: 'un décès est signalé',
  personne_effacee: 'la personne a été effacée',
  preference: 'la personne ne veut pas de rappels',
};

const SANS_COURRIEL = {
  sans_adresse: 'la personne n’a pas d’adresse électronique',
  papier: 'la personne ne veut que du papier',
  ouverture_silencieuse: 'le parcours a été ouvert sans écrire à la personne',
  adresse_refusee: 'l’adresse électronique a été refusée',
  contenu_refuse: 'le contenu du courriel a été refusé par le relais',
} as const satisfies Record<FaitDe<'lettre_a_faire'>['raison'], string>;

const ISSUES = {
  honore: 'un rendez-vous a été honoré',
  a_preciser: 'à préciser, une présence manque',
} as const;

const libellesIssue = {
  honore: 'la personne est venue',
  excuse: 'la personne s’est excusée',
  absent: 'la personne n’est pas venue',
  annule_service: 'annulé par le service',
  annule_personne: 'annulé par la personne',
  retire: 'retiré, il reposait sur une erreur',
} as const satisfies Record<IssueRendezVous, string>;

export const causes = {
  personne: 'du fait de la personne',
  service: 'du fait du service',
  sans_creneau: 'faute de créneau',
  inconnue: 'cause inconnue',
} as const satisfies Record<CauseMoisManque, string>;

export const orientations = {
  continuer: 'Continuer l’accompagnement',
  reviser: 'Réviser le contrat',
  changer_de_referent: 'Changer de référent',
  reorienter: 'Proposer une réorientation',
  sortir: 'Préparer la sortie',
} as const satisfies Record<OrientationBilan, string>;
