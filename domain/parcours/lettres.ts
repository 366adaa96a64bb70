import { estEffacee } from '../conservation/effacement';
import type { CourrielVoulu, Modele } from '../courriels/courriel';
import { raisonPeremption } from '../courriels/perime';
import { findLettre } from '../obligations/decisions';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { Regles } from './contexte';
import type { LettreAFaire, Parcours } from './parcours';

/** A letter that no mail could replace, as it stands today. */
export type VueLettre = {
  readonly courrielCle: string;
  readonly libelle: string;
  readonly depuis: CivilDate;
  /** R48 — of an opening for which nobody is written to. */
  readonly silencieuse: boolean;
  /** False once what it says is past, moved, settled or overtaken. */
  readonly sert: boolean;
};

export function lettresDe(p: Parcours, r: Regles, maintenant: Instant): readonly VueLettre[] {
  if (estEffacee(p)) return [];
  return Object.entries(p.lettres).map(([courrielCle, lettre]) => ({
    courrielCle,
    libelle: libelleModele(lettre.modele),
    depuis: jourAt(lettre.depuis, r.zone),
    silencieuse: lettre.raison === 'ouverture_silencieuse',
    sert: lettreSert(p, courrielCle, lettre, r, maintenant),
  }));
}

/** R09, R18 — a letter still to be handed over serves as long as its mail would still be sent. */
function lettreSert(
  p: Parcours,
  courrielCle: string,
  lettre: LettreAFaire,
  r: Regles,
  maintenant: Instant,
): boolean {
  return raisonPeremption(courrielOf(p, courrielCle, lettre), p, { ...r, maintenant }) === null;
}

/** What the letter of this clé had to say, for a person whom no mail can reach: no row of the base keeps it. */
export function findLettreVoulue(p: Parcours | null, courrielCle: string): CourrielVoulu | null {
  const lettre = p?.lettres[courrielCle];
  return p === null || lettre === undefined || estEffacee(p) ? null : courrielOf(p, courrielCle, lettre);
}

/** A clé names its subject second, an appointment with its revision: `rdv:7.2:convocation`, `bilan:1:annonce` (house 6). */
function courrielOf(p: Parcours, cle: string, { modele, rendezVousId }: LettreAFaire): CourrielVoulu {
  const [nature, sujet = ''] = cle.split(':');
  const echelon = findLettre(p.manquements, cle);
  return {
    cle,
    modele: modele as CourrielVoulu['modele'],
    destinataire: 'personne',
    rendezVousId,
    revision: nature === 'rdv' ? Number(sujet.split('.')[1]) : null,
    manquement: echelon?.manquement ?? (nature === 'manquement' ? Number(sujet) : null),
    bilan: nature === 'bilan' ? Number(sujet) : null,
    lettre: echelon?.nom ?? null,
  };
}

/** What each mail is about, in a list of mails or of letters. */
const libellesModele = {
  convocation: 'Convocation à un rendez-vous',
  deplacement: 'Rendez-vous déplacé',
  annulation: 'Rendez-vous annulé',
  rappel: 'Rappel d’un rendez-vous',
  bilan_annonce: 'Annonce d’un bilan',
  pause: 'Accompagnement en pause',
  reprise: 'Reprise de l’accompagnement',
  demande_motif: 'Demande d’un motif',
  relance: 'Relance après une demande de motif',
  information_transmise: 'Information transmise à l’organisme',
  situation_reglee: 'Question réglée',
  rectification_presence: 'Rectification d’une présence',
  rectification_contrat: 'Rectification d’une date de signature',
  point_annonce: 'Annonce d’un point sur l’accompagnement',
  contrat_revise: 'Contrat révisé',
  etape: 'Étape du parcours',
  changement_referent: 'Changement de référent',
  annulation_tardive: 'Annulation tardive par la personne',
  convocation_non_remise: 'Convocation non remise',
  reponse_personne: 'Réponse de la personne sur un rendez-vous proche',
  plafond_atteint: 'Durée maximale atteinte',
  fin_accompagnement: 'Fin de l’accompagnement',
  suivi_sortie: 'Question sur la situation après la sortie',
  transfert: 'Parcours passés d’un référent à un autre',
  recapitulatif: 'Récapitulatif du matin',
} as const satisfies Record<Modele, string>;

/** The journal and the base keep the modèle of a mail as text. */
export function libelleModele(modele: string): string {
  return (libellesModele as Readonly<Record<string, string>>)[modele] ?? modele;
}
