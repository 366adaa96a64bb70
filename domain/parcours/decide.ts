import { verdictOfEngagement } from '../engagement/verdicts';
import {
  confirmSignalement,
  dropSignalement,
  findLettre,
  postponeSignalement,
  qualifyMotif,
  recordRemise,
} from '../obligations/decisions';
import {
  recordMotif,
  recordRemobilisation,
  recordSuite,
  recordTransmission,
} from '../obligations/remobilisation';
import { pauseParcours, resumeParcours } from '../pauses/gestes-pause';
import { estEffacee, recordEffacement } from '../conservation/effacement';
import { estVraiApresSortie } from '../courriels/perime';
import { correctBilan, correctContrat } from '../corrections/dates';
import { correctRendezVous, correctStatut, recordRendezVous } from '../corrections/rendez-vous';
import type { Refus } from '../refus';
import { addRendezVous, cancelRendezVous, moveRendezVous } from '../rendez-vous/gestes';
import { announceEmpechement, answerMotif, confirmVenue } from '../reponses/gestes-reponse';
import { recordLecture } from '../reponses/lecture';
import { correctMois } from '../rendez-vous/mois';
import { cleConvocation, findTuDit } from '../rendez-vous/silence-ouverture';
import { recordStatut } from '../rendez-vous/statut';
import { findAbandons } from './abandons';
import { recordBilan } from './bilan';
import { appendConclusion, conclude, type Conclusion } from './conclusion';
import { aujourdhui, contexteOf, type Contexte } from './contexte';
import { dropDeces, recordDeces } from './deces';
import type { Constat, ConstatDe, Demande } from './demandes';
import { recordFinEmploi, recordEmploi } from './emploi';
import type { Acteur } from './faits';
import { jourAt } from '../temps/heure-locale';
import { moveEdition } from './fenetre';
import { lettresDe } from './lettres';
import { correctOrientation, recordOrientation } from './orientation';
import { assignReferent, openParcours, signContrat } from './ouverture';
import type { Parcours } from './parcours';
import { findReculPlafond, prolongParcours } from './plafond';
import { changeReferent } from './referent';
import { reorientParcours } from './reorientation';
import { assignRemplacant, cancelRemplacement } from './remplacement';
import { recordContact } from './silence';
import { exitParcours } from './sortie';
import { estSuiviAttendu, recordSuivi } from './suivi-sortie';
import type { Verdict } from './verdict';

export type Decision =
  | { readonly accepte: true; readonly conclusion: Conclusion }
  | { readonly accepte: false; readonly refus: Refus };

/** One line per demande: the rule stands in the folder of its subject. */
function verdictOf(d: Demande, p: Parcours, ctx: Contexte): Verdict {
  switch (d.type) {
    case 'openParcours':
      return { accepte: false, refus: { code: 'parcours_deja_ouvert' } };
    case 'recordOrientation':
      return recordOrientation(d, p, ctx);
    case 'correctOrientation':
      return correctOrientation(d, p, ctx);
    case 'assignReferent':
      return assignReferent(d, p, ctx);
    case 'changeReferent':
      return changeReferent(d, p, ctx);
    case 'assignRemplacant':
      return assignRemplacant(d, p, ctx);
    case 'cancelRemplacement':
      return cancelRemplacement(d, p);
    case 'signContrat':
      return signContrat(d, p, ctx);
    case 'addRendezVous':
      return addRendezVous(d, p, ctx);
    case 'moveRendezVous':
      return moveRendezVous(d, p, ctx);
    case 'cancelRendezVous':
      return cancelRendezVous(d, p, ctx);
    case 'recordStatut':
      return recordStatut(d, p, ctx);
    case 'correctStatut':
      return correctStatut(d, p, ctx);
    case 'correctRendezVous':
      return correctRendezVous(d, p, ctx);
    case 'recordRendezVous':
      return recordRendezVous(d, p, ctx);
    case 'correctContrat':
      return correctContrat(d, p, ctx);
    case 'correctBilan':
      return correctBilan(d, p, ctx);
    case 'recordBilan':
      return recordBilan(d, p, ctx);
    case 'pauseParcours':
      return pauseParcours(d, p, ctx);
    case 'resumeParcours':
      return resumeParcours(d, p, ctx);
    case 'prolongParcours':
      return prolongParcours(d, p, ctx);
    case 'recordContact':
      return recordContact(d, p, ctx);
    case 'recordEmploi':
      return recordEmploi(d, p, ctx);
    case 'recordFinEmploi':
      return recordFinEmploi(d, p, ctx);
    case 'qualifyMotif':
      return qualifyMotif(d, p, ctx);
    case 'confirmSignalement':
      return confirmSignalement(d, p);
    case 'postponeSignalement':
      return postponeSignalement(d, p, ctx);
    case 'dropSignalement':
      return dropSignalement(d, p);
    case 'recordMotif':
      return recordMotif(d, p, ctx);
    case 'recordRemobilisation':
      return recordRemobilisation(d, p, ctx);
    case 'recordSuite':
      return recordSuite(d, p, ctx);
    case 'recordTransmission':
      return recordTransmission(d, p, ctx);
    case 'recordLecture':
      return recordLecture(d, p, ctx);
    case 'confirmVenue':
      return confirmVenue(d, p, ctx);
    case 'announceEmpechement':
      return announceEmpechement(d, p, ctx);
    case 'answerMotif':
      return answerMotif(d, p, ctx);
    case 'recordRemise':
      return recordRemise(d, p, ctx);
    case 'exitParcours':
      return exitParcours(d, p, ctx);
    case 'recordDeces':
      return recordDeces(d, p);
    case 'dropDeces':
      return dropDeces(d, p);
    case 'recordSuivi':
      return recordSuivi(d, p, ctx);
    case 'recordEffacement':
      return recordEffacement(d, p);
    case 'reorientParcours':
      return reorientParcours(d, p, ctx);
    case 'moveEdition':
      return moveEdition(d, p, ctx);
    default:
      return verdictOfEngagement(d, p, ctx);
  }
}

/** R22–R24, R34 — who asks what became of the person may change, until it is known. */
const CONFIE: ReadonlySet<Demande['type']> = new Set<Demande['type']>([
  'changeReferent',
  'assignRemplacant',
  'cancelRemplacement',
]);

/** R33, R34, R45 — once closed, only what follows the exit: the answer about the situation, a letter that still serves, the erasure. */
function verdictApresSortie(d: Demande, p: Parcours, ctx: Contexte): Verdict {
  if (p.effaceeLe !== undefined)
    return { accepte: false, refus: { code: 'personne_effacee', le: p.effaceeLe } };
  const suite =
    d.type === 'recordSuivi' ||
    d.type === 'recordEffacement' ||
    (CONFIE.has(d.type) && estSuiviAttendu(p)) ||
    (d.type === 'recordRemise' &&
      lettresDe(p, ctx, ctx.maintenant).some((l) => l.courrielCle === d.courrielCle && l.sert));
  return suite ? verdictOf(d, p, ctx) : { accepte: false, refus: { code: 'parcours_clos' } };
}

/** The référent in whose agenda a demande looks for a free slot: it is read under its lock. Null for the others. */
export function agendaVouluOf(d: Demande, p: Parcours): string | null {
  if (d.type === 'changeReferent' || d.type === 'assignRemplacant') return d.referentId;
  return demandeNeedsAgenda(d) ? (p.referent?.id ?? null) : null;
}

/** Those that look into the present référent's. */
export function demandeNeedsAgenda(d: Demande): boolean {
  return d.type === 'addRendezVous' || d.type === 'moveRendezVous';
}

/**
 * The law answers a demande: the faits to write, or a refus and nothing changed. `p` is the parcours after what
 * was due has been honoured; null when it is being opened.
 */
export function decide(id: string, d: Demande, p: Parcours | null, ctx: Contexte, par: Acteur): Decision {
  const verdict =
    p === null
      ? d.type === 'openParcours'
        ? openParcours(d, ctx)
        : ({ accepte: false, refus: { code: 'parcours_clos' } } as const)
      : p.sortie !== null
        ? verdictApresSortie(d, p, ctx)
        : verdictOf(d, p, ctx);
  if (!verdict.accepte) return verdict;
  const auteur = { par, a: ctx.maintenant, echeance: null };
  const conclusion = conclude(id, p, verdict.faits, auteur, ctx);
  return { accepte: true, conclusion: appendConclusion(conclusion, suites(id, p, conclusion.apres, ctx)) };
}

/** What follows from the law without having been asked: months corrected, échéances dropped and journaled. */
function suites(id: string, avant: Parcours | null, apres: Parcours, ctx: Contexte): Conclusion {
  const auteur = { par: 'jalons', a: ctx.maintenant, echeance: null } as const;
  const ouvert = apres.sortie === null;
  const regles = contexteOf(ctx, apres);
  const faits = ouvert ? [...findReculPlafond(apres, regles), ...correctMois(apres, regles)] : [];
  return conclude(id, apres, [...faits, ...findAbandons(avant, apres, ctx)], auteur, ctx);
}

/** R14, R17, R47, R48 — what the relay answered: delays start on acceptance, a reminder tells; a refusal, even late, becomes a letter and a task. */
export function decideConstat(c: Constat, p: Parcours, ctx: Contexte): Conclusion {
  const auteur = { par: 'jalons', a: ctx.maintenant, echeance: null } as const;
  if (estEffacee(p)) return conclude(p.id, p, [], auteur, ctx);
  if (c.type === 'courriel_refuse') {
    const { courrielCle, modele, raison, rendezVousId } = c;
    const revenu = revenuOf(c, p);
    const fait = { type: 'lettre_a_faire', courrielCle, modele, raison, rendezVousId, ...revenu } as const;
    return conclude(p.id, p, p.sortie === null || estVraiApresSortie(modele, p) ? [fait] : [], auteur, ctx);
  }
  const tu = findTuDit(p, c.courrielCle);
  if (tu !== null) {
    const remise = {
      courrielCle: cleConvocation(tu),
      le: aujourdhui(ctx),
      preuve: 'relais',
      lettre: null,
    } as const;
    return conclude(p.id, p, [{ type: 'remise_constatee', ...remise }], auteur, ctx);
  }
  const lettre = findLettre(p.manquements, c.courrielCle);
  const connue =
    lettre !== null && p.manquements.some((m) => m.id === lettre.manquement && m.remises[lettre.nom]);
  if (lettre === null || connue) return conclude(p.id, p, [], auteur, ctx);
  return conclude(
    p.id,
    p,
    [{ type: 'remise_constatee', courrielCle: c.courrielCle, le: aujourdhui(ctx), preuve: 'relais', lettre }],
    auteur,
    ctx,
  );
}

function revenuOf({ courrielCle, accepteA }: ConstatDe<'courriel_refuse'>, p: Parcours) {
  if (accepteA === undefined) return {};
  const lettre = findLettre(p.manquements, courrielCle);
  return { revenu: { accepteLe: jourAt(accepteA, p.zone), lettre } };
}
