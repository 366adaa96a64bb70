import { estEffacee } from '../conservation/effacement';
import { raisonEngagement } from '../engagement/courriels-engagement';
import type { LettreManquement, Manquement } from '../obligations/manquement';
import { bilansPrevus } from '../parcours/bilan';
import { aujourdhui, type Contexte } from '../parcours/contexte';
import { findPause, type Pause } from '../pauses/pause';
import type { RaisonAbandon } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { motifsSortie } from '../parcours/sortie';
import { estDecedee } from '../parcours/suivi-sortie';
import { estCourante } from '../reponses/reponse';
import { cleRendezVous, estAnnule } from '../rendez-vous/rendez-vous';
import type { CourrielVoulu } from './courriel';

type Moment = Pick<Contexte, 'maintenant' | 'dispositif' | 'zone'>;

/** R09 — before sending, the reason is checked again: null when the mail still has something true to say. */
export function raisonPeremption(c: CourrielVoulu, p: Parcours, ctx: Moment): RaisonAbandon | null {
  if (estEffacee(p)) return 'personne_effacee';
  if (c.destinataire === 'personne' && estDecedee(p))
    return p.sortie === null ? 'deces_signale' : 'parcours_clos';
  if (p.sortie !== null && !resteVrai(c, p.sortie)) return 'parcours_clos';
  switch (c.modele) {
    case 'convocation':
    case 'deplacement':
    case 'rappel':
    case 'convocation_non_remise':
      return raisonDuRendezVous(c, p, ctx);
    case 'reponse_personne':
      return (
        raisonDuRendezVous(c, p, ctx) ??
        (estCourante(p, Number(c.cle.split(':')[1])) ? null : 'depassee_par_la_suivante')
      );
    case 'annulation':
    case 'annulation_tardive':
      return aCommence(c, p, ctx) ? 'rendez_vous_passe' : null;
    case 'demande_motif':
    case 'relance':
      return raisonDeLaLettre(c, p);
    case 'changement_referent':
      // Its clé names which change: another one since has its own mail.
      return p.referent?.rang === Number(c.cle.split(':')[1]) ? null : 'depassee_par_la_suivante';
    case 'information_transmise':
      return etatDe(p, c) === 'transmis' ? null : 'depassee_par_la_suivante';
    case 'situation_reglee':
      return etatDe(p, c) === 'clos' ? null : 'depassee_par_la_suivante';
    case 'rectification_presence':
    case 'rectification_contrat':
      return null;
    case 'bilan_annonce':
      return raisonDuBilan(c, p, ctx);
    case 'pause':
      return raisonDeLaPause(c, p, (x) => x.etat === 'finie' && x.au !== null && x.au < x.du);
    case 'reprise':
      return raisonDeLaPause(c, p, (x) => x.etat !== 'finie');
    case 'point_annonce':
    case 'contrat_revise':
    case 'etape':
      return raisonEngagement(c, p, ctx);
    case 'plafond_atteint':
      // A human prolonged since: the cap that this mail tells of is not the cap any more.
      return p.plafondAtteintA === null ? 'plafond_prolonge' : null;
    case 'fin_accompagnement':
      return null;
    case 'suivi_sortie':
      return raisonDuSuivi(c, p);
  }
}

/** R33 — after the exit only what ends and follows it leaves; after a death or a move away, nothing is written to the person any more. */
function resteVrai(c: CourrielVoulu, sortie: NonNullable<Parcours['sortie']>): boolean {
  if (c.modele === 'annulation_tardive') return true;
  return APRES_SORTIE.has(c.modele) && !motifsSortie[sortie.motif].silencieux;
}

const APRES_SORTIE = new Set<CourrielVoulu['modele']>(['annulation', 'fin_accompagnement', 'suivi_sortie']);

/** R33 — what is refused by the relay after the exit becomes a letter only if it would still be written then. */
export function estVraiApresSortie(modele: string, p: Parcours): boolean {
  if (p.sortie === null || estDecedee(p) || estEffacee(p)) return false;
  return (APRES_SORTIE as ReadonlySet<string>).has(modele) && !motifsSortie[p.sortie.motif].silencieux;
}

/** R34 — answered since, or overtaken by the reminder. */
function raisonDuSuivi(c: CourrielVoulu, p: Parcours): RaisonAbandon | null {
  if (p.suiviSortie.reponse !== null) return 'deja_passee';
  return c.cle === 'suivi:1' && p.echues['suivi:demande:2'] !== undefined ? 'depassee_par_la_suivante' : null;
}

function raisonDuRendezVous(c: CourrielVoulu, p: Parcours, ctx: Moment): RaisonAbandon | null {
  const rdv = p.rendezVous.find((r) => r.id === c.rendezVousId);
  if (rdv === undefined) return 'rendez_vous_annule';
  const statut = rdv.issue?.statut;
  if (estAnnule(rdv)) return 'rendez_vous_annule';
  if (c.revision !== null && rdv.revision !== c.revision) return 'rendez_vous_deplace';
  return statut !== undefined || aCommence(c, p, ctx) ? 'rendez_vous_passe' : null;
}

/** R19, R20 — a pause given up is not announced; a return is told once the pause is over. */
function raisonDeLaPause(c: CourrielVoulu, p: Parcours, vaine: (x: Pause) => boolean): RaisonAbandon | null {
  const pause = findPause(p, c.cle);
  return pause === null || vaine(pause) ? 'deja_passee' : null;
}

function aCommence(c: CourrielVoulu, p: Parcours, ctx: Moment): boolean {
  const rdv = p.rendezVous.find((r) => r.id === c.rendezVousId);
  return rdv !== undefined && rdv.creneau.debut <= ctx.maintenant;
}

/** How far up the ladder each letter stands, and each state of it. */
const MARCHES = { demande_motif: 1, relance_1: 2, relance_2: 3 } as const satisfies Record<
  LettreManquement,
  number
>;
const HAUTEURS = {
  ouvert: 0,
  motif_demande: 1,
  relance_1: 2,
  relance_2: 3,
  signalement_propose: 4,
  signalement_reporte: 4,
  transmis: 4,
} as const satisfies Record<Exclude<Manquement['etat']['etat'], 'clos'>, number>;

/** R14 — a letter of a ladder that is closed, or that has climbed past it, is not sent any more. */
function raisonDeLaLettre(c: CourrielVoulu, p: Parcours): RaisonAbandon | null {
  const m = p.manquements.find((x) => x.id === c.manquement);
  if (m === undefined || m.etat.etat === 'clos') return 'manquement_clos';
  const depassee = c.lettre !== null && HAUTEURS[m.etat.etat] > MARCHES[c.lettre];
  return depassee ? 'depassee_par_la_suivante' : null;
}

function etatDe(p: Parcours, c: CourrielVoulu): Manquement['etat']['etat'] | null {
  return p.manquements.find((m) => m.id === c.manquement)?.etat.etat ?? null;
}

/** R15 — once the bilan is held, or its day is over, announcing it says nothing true. */
function raisonDuBilan(c: CourrielVoulu, p: Parcours, ctx: Moment): RaisonAbandon | null {
  if (p.bilans.some((b) => b.rang === c.bilan)) return 'bilan_realise';
  const prevu = bilansPrevus(p, ctx).find((b) => b.rang === c.bilan);
  return prevu === undefined || prevu.aTenirLe < aujourdhui(ctx) ? 'deja_passee' : null;
}

/**
 * R14, R18 — the request for a motive carried the appointment in place of a convocation: when it is dropped and
 * the appointment still stands, the convocation leaves instead. Nobody is expected without having been told.
 */
export function findRemplacant(c: CourrielVoulu, p: Parcours, ctx: Moment): CourrielVoulu | null {
  const rdv = p.rendezVous.find((r) => r.id === c.rendezVousId);
  if (c.modele !== 'demande_motif' || rdv === undefined || p.sortie !== null) return null;
  if (rdv.issue !== null || rdv.creneau.debut <= ctx.maintenant) return null;
  return {
    cle: `${cleRendezVous(rdv)}:convocation`,
    modele: 'convocation',
    destinataire: 'personne',
    rendezVousId: rdv.id,
    revision: rdv.revision,
    manquement: null,
    bilan: null,
    lettre: null,
  };
}
