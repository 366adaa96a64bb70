import { limiteReponse } from '../obligations/echeances-manquement';
import { cleLettre, findManquementOuvert } from '../obligations/manquement';
import { findLettre } from '../obligations/decisions';
import { addJoursOuvres, joursAvant } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import { addJours, type CivilDate } from '../temps/jour';
import type { CodeAvis, RoleProfessionnel } from './avis';
import { bilansARealiser } from './bilan';
import { aujourdhui, type Regles } from './contexte';
import { limiteSignature } from './contrat';
import { ditJour, ditMoment } from './dire';
import { echeancier } from './echeancier';
import type { CodeGeste } from './gestes';
import type { LettreAFaire, Parcours } from './parcours';
import { plafondOf } from './plafond';

/** What a professional still has to do. Notices (cap near, month missed) inform and ask for nothing. */
export type CodeTache = Exclude<CodeAvis, 'plafond_proche' | 'mois_manque'> | 'referent_a_designer';

/** `a_prevoir`: the day has not come. `a_traiter`: today. `en_retard`: a deadline of the programme has passed. */
export type Urgence = 'en_retard' | 'a_traiter' | 'a_prevoir';

export type Tache = {
  readonly code: CodeTache;
  readonly phrase: string;
  readonly depuis: CivilDate;
  /** Last day to do it without being late, where the programme gives one. */
  readonly avant: CivilDate | null;
  readonly urgence: Urgence;
  readonly pour: readonly RoleProfessionnel[];
  /** The gesture that settles it; null when nothing can be asked now. */
  readonly geste: CodeGeste | null;
  /** What it is about, for the form of its gesture. */
  readonly sujet: string | null;
};

const ORDRE: readonly Urgence[] = ['en_retard', 'a_traiter', 'a_prevoir'];

/** The most urgent first, then the oldest. */
export function tachesOf(p: Parcours, r: Regles, maintenant: Instant): readonly Tache[] {
  if (p.sortie !== null) return [];
  const le = aujourdhui({ maintenant, zone: r.zone });
  return [
    ...tachesReferent(p, r),
    ...tachesStatut(p, r, maintenant),
    ...tachesContrat(p, r, le),
    ...tachesCreneau(p, r),
    ...tachesBilan(p, r, le),
    ...tachesPlafond(p, r, le),
    ...tachesManquement(p, r, le),
    ...tachesLettre(p, r, maintenant),
  ].sort(compareTaches);
}

export function compareTaches(x: Tache, y: Tache): number {
  if (x.urgence !== y.urgence) return ORDRE.indexOf(x.urgence) - ORDRE.indexOf(y.urgence);
  return x.depuis < y.depuis ? -1 : x.depuis > y.depuis ? 1 : 0;
}

const AU_REFERENT = ['referent'] as const;

function* tachesReferent(p: Parcours, r: Regles): Iterable<Tache> {
  if (p.referent !== null) return;
  yield {
    code: 'referent_a_designer',
    phrase: 'Désigner un référent',
    depuis: jourAt(p.ouvertA, r.zone),
    avant: null,
    urgence: 'a_traiter',
    pour: ['responsable'],
    geste: 'assignReferent',
    sujet: null,
  };
}

/** R11 — asked of the référent from the appointment on; late once the first reminder has left. */
function* tachesStatut(p: Parcours, r: Regles, maintenant: Instant): Iterable<Tache> {
  for (const rdv of p.rendezVous) {
    if (rdv.issue !== null || rdv.creneau.debut > maintenant) continue;
    const depuis = jourAt(rdv.creneau.debut, r.zone);
    yield {
      code: 'statut_a_renseigner',
      phrase: `Indiquer si la personne est venue le ${ditMoment(rdv.creneau.debut, r.zone)}`,
      depuis,
      avant: depuis,
      urgence: jourAt(maintenant, r.zone) >= addJoursOuvres(depuis, 1, r.zone) ? 'en_retard' : 'a_traiter',
      pour: AU_REFERENT,
      geste: 'recordStatut',
      sujet: String(rdv.id),
    };
  }
}

/** R13 — to plan until the last reminders, then to do, then late. */
function* tachesContrat(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  if (p.contrat !== null) return;
  const avant = limiteSignature(p, r);
  const [, pressant = 0] = r.dispositif.contrat.rappels;
  const enRetard = le > avant;
  yield {
    code: enRetard ? 'contrat_en_retard' : 'contrat_a_signer',
    phrase: enRetard
      ? `Faire signer le contrat d’engagement : il devait l’être le ${ditJour(avant)} au plus tard`
      : `Faire signer le contrat d’engagement, le ${ditJour(avant)} au plus tard`,
    depuis: p.orientation.notifieeLe,
    avant,
    urgence: enRetard ? 'en_retard' : le >= joursAvant(avant, pressant, r.zone) ? 'a_traiter' : 'a_prevoir',
    pour: AU_REFERENT,
    geste: p.referent === null ? null : 'signContrat',
    sujet: null,
  };
}

/** R08, R10 — no slot was free at the last try, and the period still waits for one. */
function* tachesCreneau(p: Parcours, r: Regles): Iterable<Tache> {
  for (const e of echeancier(p, r)) {
    if (e.geste !== 'planifier') continue;
    const { periode } = e;
    const essai = p.planifications[periode.quoi === 'accueil' ? 'accueil' : `mois:${periode.mois}`];
    if (essai?.echec !== true) continue;
    const quoi = periode.quoi === 'accueil' ? 'd’accueil' : `du mois ${periode.mois}`;
    yield {
      code: 'creneau_introuvable',
      phrase: `Trouver une place pour le rendez-vous ${quoi} : aucun créneau n’est libre`,
      depuis: essai.signaleLe ?? jourAt(essai.dernierEssaiA, r.zone),
      avant: null,
      urgence: 'a_traiter',
      pour: AU_REFERENT,
      geste: 'addRendezVous',
      sujet: null,
    };
  }
}

/** R15 — to prepare from its announcement, to hold from the reminder on, late after its day. */
function* tachesBilan(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const [pressant = 0] = r.dispositif.bilan.rappels;
  for (const { rang, annonceLe, aTenirLe } of bilansARealiser(p, r)) {
    if (le < annonceLe) continue;
    const etat =
      le > aTenirLe ? 'en_retard' : le >= joursAvant(aTenirLe, pressant, r.zone) ? 'a_tenir' : 'a_preparer';
    const phrase = {
      en_retard: `Tenir le bilan n° ${rang} : il était prévu le ${ditJour(aTenirLe)}`,
      a_tenir: `Tenir le bilan n° ${rang}, le ${ditJour(aTenirLe)} au plus tard`,
      a_preparer: `Préparer le bilan n° ${rang} du ${ditJour(aTenirLe)}`,
    }[etat];
    yield {
      code: `bilan_${etat}`,
      phrase,
      depuis: annonceLe,
      avant: aTenirLe,
      urgence: ({ en_retard: 'en_retard', a_tenir: 'a_traiter', a_preparer: 'a_prevoir' } as const)[etat],
      pour: AU_REFERENT,
      geste: 'recordBilan',
      sujet: String(rang),
    };
  }
}

/** R16 — asked at once; late from the first escalation on. */
function* tachesPlafond(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const dernierJour = plafondOf(p, r);
  if (p.plafondAtteintA === null || dernierJour === null) return;
  const alerteLe = addJoursOuvres(dernierJour, r.dispositif.escalade.tousLesJoursOuvres, r.zone);
  const { fois } = r.dispositif.plafond.prolongation;
  const reste = p.prolongations.length < fois;
  yield {
    code: 'plafond_a_decider',
    phrase: `Décider de la suite : la durée maximale s’est achevée le ${ditJour(dernierJour)}`,
    depuis: addJours(dernierJour, 1),
    avant: null,
    urgence: le >= alerteLe ? 'en_retard' : 'a_traiter',
    pour: ['referent', 'responsable'],
    geste: reste ? 'prolongParcours' : 'exitParcours',
    sujet: null,
  };
}

/** R14 — what the ladder asks of a human, rung by rung. */
function* tachesManquement(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const m = findManquementOuvert(p.manquements);
  if (m === null) return;
  const base = { depuis: jourAt(m.ouvertA, r.zone), pour: AU_REFERENT, sujet: String(m.id) };
  if (m.etat.etat === 'motif_demande') {
    const avant = limiteReponse(m, 'demande_motif', r);
    const aQualifier = avant !== null && le > avant;
    yield {
      ...base,
      code: 'motif_a_qualifier',
      phrase:
        avant === null
          ? 'Qualifier le motif de l’absence : le délai de réponse n’a pas commencé, la lettre n’est pas remise'
          : aQualifier
            ? `Qualifier le motif de l’absence : la personne pouvait répondre jusqu’au ${ditJour(avant)}`
            : `Qualifier le motif de l’absence : la personne peut répondre jusqu’au ${ditJour(avant)}`,
      avant,
      urgence: aQualifier ? 'a_traiter' : 'a_prevoir',
      geste: 'qualifyMotif',
    };
  }
  if (m.etat.etat === 'signalement_propose') {
    yield {
      ...base,
      code: 'signalement_a_decider',
      phrase: 'Décider du signalement proposé : confirmer, reporter ou abandonner',
      avant: null,
      urgence: 'a_traiter',
      geste: 'confirmSignalement',
    };
  }
}

/** R18 — letters that still serve: not once their appointment is past or cancelled, nor their subject settled. */
function* tachesLettre(p: Parcours, r: Regles, maintenant: Instant): Iterable<Tache> {
  for (const [cle, lettre] of Object.entries(p.lettres)) {
    if (!lettreUtile(p, cle, lettre, maintenant)) continue;
    yield {
      code: 'lettre_a_faire',
      phrase: `Imprimer et remettre la lettre : ${libelleLettre(lettre.modele)}`,
      depuis: jourAt(lettre.depuis, r.zone),
      avant: null,
      urgence: 'a_traiter',
      pour: AU_REFERENT,
      geste: 'recordRemise',
      sujet: cle,
    };
  }
}

export function lettreUtile(p: Parcours, cle: string, lettre: LettreAFaire, maintenant: Instant): boolean {
  const echelon = findLettre(p.manquements, cle);
  if (echelon !== null) {
    // R14 — its delay is what the ladder waits for, whatever became of the appointment that it carries.
    const m = findManquementOuvert(p.manquements);
    return (
      m !== null &&
      cle === cleLettre(m.id, echelon.nom) &&
      m.etat.etat === echelon.nom.replace('demande_motif', 'motif_demande')
    );
  }
  if (lettre.rendezVousId === null) return lettre.modele !== 'bilan_annonce' || bilanAttendu(p, cle);
  const rdv = p.rendezVous.find((x) => x.id === lettre.rendezVousId);
  if (rdv === undefined || rdv.creneau.debut <= maintenant) return false;
  if (lettre.modele === 'annulation') return true;
  return rdv.issue === null && cle.startsWith(`rdv:${rdv.id}.${rdv.revision}:`);
}

function bilanAttendu(p: Parcours, cle: string): boolean {
  return !p.bilans.some((b) => cle === `bilan:${b.rang}:annonce`);
}

const LETTRES: Readonly<Record<string, string>> = {
  convocation: 'convocation',
  deplacement: 'rendez-vous déplacé',
  annulation: 'rendez-vous annulé',
  rappel: 'rappel de rendez-vous',
  bilan_annonce: 'annonce du bilan',
  demande_motif: 'demande du motif de l’absence',
  relance: 'relance après une absence',
};

export function libelleLettre(modele: string): string {
  return LETTRES[modele] ?? modele;
}
