import type { Modele } from '../../domain/courriels/courriel';

/** Who receives a mail, when, and by which rules of docs/regles.md. */
export type Situation = {
  readonly pour: 'La personne' | 'Le référent' | 'Le référent et le responsable' | 'Les deux référents';
  readonly quand: string;
  readonly regles: readonly string[];
};

function aLaPersonne(quand: string, ...regles: readonly string[]): Situation {
  return { pour: 'La personne', quand, regles };
}

/** Total: a new modèle cannot stay out of the gallery. */
export const situations: Readonly<Record<Modele, Situation>> = {
  convocation: aLaPersonne('Dès qu’un rendez-vous est fixé.', 'R07', 'R08', 'R18'),
  deplacement: aLaPersonne(
    'Dès qu’un rendez-vous change de jour, d’heure, de lieu ou de référent.',
    'R09',
    'R22',
    'R24',
  ),
  annulation: aLaPersonne(
    'Dès qu’un rendez-vous est annulé, ou retiré après une erreur. Rien après un déménagement ou un décès.',
    'R10',
    'R19',
    'R32',
    'R33',
  ),
  rappel: aLaPersonne('7 jours avant le rendez-vous, puis la veille.', 'R09'),
  bilan_annonce: aLaPersonne('30 jours avant chaque bilan.', 'R15'),
  pause: aLaPersonne('Dès qu’une pause est déclarée.', 'R19', 'R21'),
  reprise: aLaPersonne('Le premier matin ouvré après la pause.', 'R20'),
  point_annonce: aLaPersonne('30 jours avant le point prévu par la loi.', 'R28'),
  contrat_revise: aLaPersonne('Dès qu’une révision du contrat est enregistrée.', 'R26'),
  etape: aLaPersonne('Dès qu’une étape est convenue, déplacée, atteinte ou abandonnée.', 'R39'),
  demande_motif: aLaPersonne(
    'Le matin ouvré qui suit une absence, ou une autre obligation constatée comme manquée.',
    'R14',
    'R30',
  ),
  relance: aLaPersonne(
    'La première, quand le référent a qualifié le motif ; la seconde, après 15 jours sans suite.',
    'R14',
  ),
  changement_referent: aLaPersonne('Dès qu’un autre référent suit le parcours.', 'R22', 'R23'),
  information_transmise: aLaPersonne('Dès que le référent a confirmé un signalement.', 'R31'),
  situation_reglee: aLaPersonne(
    'Dès que la question est réglée, si une relance ou un signalement était parti.',
    'R31',
  ),
  rectification_presence: aLaPersonne(
    'Dès qu’une présence ou un jour est corrigé, si quelque chose de faux avait été écrit.',
    'R32',
  ),
  rectification_contrat: aLaPersonne(
    'Dès que la date de signature est corrigée, si quelque chose de faux avait été écrit.',
    'R32',
  ),
  annulation_tardive: {
    pour: 'Le référent',
    quand: 'Aussitôt, quand la personne annule à moins de 2 jours ouvrés.',
    regles: ['R17'],
  },
  reponse_personne: {
    pour: 'Le référent',
    quand:
      'Aussitôt, quand la personne dit, pour un rendez-vous des 2 jours ouvrés qui viennent, qu’elle ne peut pas venir, ou qu’elle viendra finalement.',
    regles: ['R42'],
  },
  convocation_non_remise: {
    pour: 'Le référent',
    quand: 'Aussitôt, quand le relais refuse l’adresse de la personne.',
    regles: ['R17', 'R18'],
  },
  plafond_atteint: {
    pour: 'Le référent et le responsable',
    quand: 'À minuit, le lendemain du dernier jour de la durée maximale.',
    regles: ['R02', 'R17'],
  },
  fin_accompagnement: aLaPersonne('Dès que le parcours est clos ou réorienté.', 'R33', 'R35'),
  suivi_sortie: aLaPersonne('Six mois après la sortie, puis 15 jours plus tard sans réponse.', 'R34'),
  recapitulatif: {
    pour: 'Le référent et le responsable',
    quand: 'À 8 h un matin ouvré, s’il y a du nouveau.',
    regles: ['R17', 'R12'],
  },
  transfert: {
    pour: 'Les deux référents',
    quand: 'Une fois le dernier parcours du portefeuille passé.',
    regles: ['R23', 'R24'],
  },
};

/** What each form of a modèle shows: the second half of the name of an example. */
const FORMES: Readonly<Record<string, string>> = {
  riche: 'Au plus long',
  minimal: 'Au plus court',
  avance: 'Déclarée d’avance',
  bilan: 'Avec un bilan',
  point: 'Le même matin que le point légal',
  accueil: 'Pour l’accueil',
  remplacement: 'Pendant un remplacement',
  service: 'Par le service',
  personne: 'Par la personne',
  erreur: 'Après une erreur',
  finalement: 'La personne viendra finalement',
  contrat: 'Contrat non établi ou non actualisé',
  demarche: 'Démarche non faite',
  declaration: 'Déclaration manquante',
  premiere: 'La première fois',
  deuxieme: 'La seconde fois',
  relance: 'La seconde fois',
  deplacee: 'Déplacée',
  deplace: 'Déplacé juste avant',
  atteinte: 'Atteinte',
  abandon: 'Signalement abandonné',
  reorientation: 'Après une réorientation',
  recu: 'À qui reçoit les parcours',
  responsable: 'Au responsable',
};

export function formeOf(nom: string): string {
  return FORMES[nom.slice(nom.indexOf('.') + 1)] ?? nom;
}
