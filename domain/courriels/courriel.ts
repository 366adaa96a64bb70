import type { LettreManquement } from '../obligations/manquement';

/** Every kind of mail, by the file that writes it. */
export const modeles = [
  'convocation',
  'deplacement',
  'annulation',
  'rappel',
  'bilan_annonce',
  'pause',
  'reprise',
  'point_annonce',
  'contrat_revise',
  'etape',
  'demande_motif',
  'relance',
  'changement_referent',
  'information_transmise',
  'situation_reglee',
  'rectification_presence',
  'rectification_contrat',
  'annulation_tardive',
  'convocation_non_remise',
  'reponse_personne',
  'plafond_atteint',
  'fin_accompagnement',
  'suivi_sortie',
  'recapitulatif',
  'transfert',
] as const;
export type Modele = (typeof modeles)[number];

export type Destinataire = 'personne' | 'referent' | 'responsable';

/** A mail that a fait calls for: what, to whom, under which business key. Its text is written when it leaves. */
export type CourrielVoulu = {
  readonly cle: string;
  readonly modele: Exclude<Modele, 'recapitulatif' | 'transfert'>;
  readonly destinataire: Destinataire;
  readonly rendezVousId: number | null;
  /** SEQUENCE of the .ics and revision of the appointment, when the mail carries one. */
  readonly revision: number | null;
  readonly manquement: number | null;
  readonly bilan: number | null;
  /** R14 — the delays of this letter run from the day on which it is delivered. */
  readonly lettre: LettreManquement | null;
};

/** A mail that speaks of none of these. */
export const SANS = {
  rendezVousId: null,
  revision: null,
  manquement: null,
  bilan: null,
  lettre: null,
} as const;
