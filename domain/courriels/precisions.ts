import { precisionEngagement } from '../engagement/lignes-engagement';
import type { RoleProfessionnel } from '../parcours/avis';
import { bilansPrevus } from '../parcours/bilan';
import { aujourdhui, type Contexte, type Regles } from '../parcours/contexte';
import { findEmploiEnCours } from '../parcours/emploi';
import { findDernierContact } from '../parcours/silence';
import { limiteSignature } from '../parcours/contrat';
import type { Parcours } from '../parcours/parcours';
import { plafondOf } from '../parcours/plafond';
import { echeancier } from '../parcours/echeancier';
import { jourDuSuivi } from '../parcours/suivi-sortie';
import type { Tache } from '../parcours/tache';
import { tachesOf } from '../parcours/taches';
import { ancreOf, moisSousPlafond } from '../rendez-vous/rendez-vous';
import { addJoursOuvres } from '../temps/calendrier';
import { addJours, type CivilDate } from '../temps/jour';
import type { Ligne } from './lignes';
import type { Mois, Point, Precision } from './recapitulatif-dit';

function precisionSuivi(p: Parcours, r: Regles): Precision | null {
  const le = jourDuSuivi(p, r);
  return le === null ? null : { quoi: 'jour', le };
}

function jourOuRien(le: CivilDate | null): Precision | null {
  return le === null ? null : { quoi: 'jour', le };
}

/** R17 — what a line is about, read from its clé and from the parcours as it stands. */
export function precisionDe(
  ligne: Pick<Ligne, 'cle' | 'avis' | 'rendezVousId'>,
  p: Parcours,
  r: Regles,
): Precision | null {
  switch (ligne.avis) {
    case 'statut_a_renseigner':
    case 'rendez_vous_a_replacer':
    case 'empechement_annonce':
    case 'venue_finalement':
      return precisionRendezVous(p, ligne.rendezVousId);
    case 'contrat_a_signer':
    case 'contrat_en_retard':
      return { quoi: 'jour', le: limiteSignature(p, r) };
    case 'bilan_a_preparer':
    case 'bilan_a_tenir':
    case 'bilan_en_retard':
      return precisionBilan(p, r, rangOf(ligne.cle));
    case 'plafond_proche':
    case 'plafond_a_decider':
      return precisionPlafond(p, r);
    case 'fenetre_proche':
    case 'fenetre_a_decider':
      return { quoi: 'jour', le: r.dispositif.fenetre.au };
    case 'silence_a_rompre':
      return jourOuRien(findDernierContact(p, r));
    case 'emploi_a_suivre':
    case 'emploi_a_conclure':
      return jourOuRien(findEmploiEnCours(p)?.debutLe ?? null);
    case 'suivi_a_recueillir':
      return precisionSuivi(p, r);
    case 'creneau_introuvable':
      return precisionCapacite(ligne.cle, p, r);
    case 'mois_manque':
      return precisionMois(ligne.cle, p, r);
    case 'lettre_a_faire':
      return precisionLettre(p, ligne.cle.replace(/:lettre:(referent|responsable)$/, ''));
    case 'pause_sans_fin':
      return precisionPause(p, rangOf(ligne.cle));
    case 'point_a_preparer':
    case 'point_a_tenir':
    case 'point_en_retard':
    case 'demarche_a_constater':
    case 'declaration_a_constater':
    case 'etape_a_constater':
      return precisionEngagement(ligne, p, r);
    case 'publics_a_indiquer':
    case 'droits_a_examiner':
    case 'motif_a_qualifier':
    case 'delai_pas_commence':
    case 'signalement_a_decider':
    case 'parcours_repris':
    case 'parcours_recu':
    case 'parcours_confie':
    case 'referent_a_designer':
    case 'deces_a_confirmer':
    case 'suite_a_enregistrer':
    case 'signal_a_transmettre':
    case 'motif_repondu':
      return null;
  }
}

/** `bilan:2:annonce`, `mois:5:planification:1` — the ordinal that a clé names. */
function rangOf(cle: string): number {
  return Number(cle.split(':')[1]);
}

function precisionRendezVous(p: Parcours, id: number | null): Precision | null {
  const rdv = p.rendezVous.find((x) => x.id === id);
  return rdv === undefined ? null : { quoi: 'rendez_vous', debut: rdv.creneau.debut };
}

function precisionBilan(p: Parcours, r: Regles, rang: number): Precision | null {
  const prevu = bilansPrevus(p, r).find((b) => b.rang === rang);
  return prevu === undefined ? null : { quoi: 'jour', le: prevu.aTenirLe };
}

function precisionPlafond(p: Parcours, r: Regles): Precision | null {
  const le = plafondOf(p, r);
  return le === null ? null : { quoi: 'jour', le };
}

function moisDeLaCle(cle: string, p: Parcours, r: Regles): ReturnType<typeof moisSousPlafond> {
  const [ancre, plafond] = [ancreOf(p), plafondOf(p, r)];
  if (!cle.startsWith('mois:') || ancre === null || plafond === null) return null;
  return moisSousPlafond(ancre, rangOf(cle), plafond);
}

function precisionMois(cle: string, p: Parcours, r: Regles): Precision | null {
  const mois = moisDeLaCle(cle, p, r);
  return mois === null ? null : { quoi: 'jours', ...mois };
}

/** R08 — people whose months begin on different days are counted together, in the civil month that holds most of theirs. */
function precisionCapacite(cle: string, p: Parcours, r: Regles): Precision | null {
  const mois = moisDeLaCle(cle, p, r);
  return mois === null ? null : { quoi: 'mois', mois: addJours(mois.du, 14).slice(0, 7) as Mois };
}

function precisionPause(p: Parcours, pauseId: number): Precision | null {
  const pause = p.pauses.find(({ id }) => id === pauseId);
  return pause === undefined ? null : { quoi: 'jour', le: pause.du };
}

function precisionLettre(p: Parcours, courrielCle: string): Precision | null {
  const lettre = p.lettres[courrielCle];
  return lettre === undefined ? null : { quoi: 'lettre', modele: lettre.modele };
}

/** R12, R17 — what remains open for this reader: for the manager, what has come up to him and is not settled. */
export function pointsOuverts(
  p: Parcours,
  ctx: Pick<Contexte, 'maintenant' | 'dispositif' | 'zone'>,
  pour: RoleProfessionnel,
): readonly Point[] {
  return tachesOf(p, echeancier(p, ctx), ctx, ctx.maintenant)
    .filter((t) => (pour === 'referent' ? estAuReferent(t) : estMontee(t, ctx)))
    .map((t) => pointOf(t, p, ctx));
}

function estAuReferent(t: Tache): boolean {
  return t.urgence !== 'a_prevoir' && t.pour.includes('referent');
}

/** R11, R13, R15 — so many working days after its deadline, a task comes up to the manager and stays (R12). */
function estMontee(t: Tache, ctx: Pick<Contexte, 'maintenant' | 'dispositif' | 'zone'>): boolean {
  if (t.pour.includes('responsable')) return true;
  const { rendezVous, contrat, bilan, pointLegal, constat, etapes, escalade } = ctx.dispositif;
  const delais: Readonly<Partial<Record<Tache['code'], number>>> = {
    statut_a_renseigner: rendezVous.statutResponsableJoursOuvres,
    contrat_en_retard: contrat.retardResponsableJoursOuvres,
    ...(bilan !== null && { bilan_en_retard: bilan.retardResponsableJoursOuvres }),
    point_en_retard: pointLegal.retardResponsableJoursOuvres,
    demarche_a_constater: constat.responsableJoursOuvres,
    declaration_a_constater: constat.responsableJoursOuvres,
    ...(etapes !== null && { etape_a_constater: etapes.responsableJoursOuvres }),
    silence_a_rompre: escalade.tousLesJoursOuvres,
    emploi_a_conclure: escalade.tousLesJoursOuvres,
  };
  const delai = delais[t.code];
  const depuis = t.code === 'silence_a_rompre' || t.code === 'emploi_a_conclure' ? t.depuis : t.avant;
  if (delai === undefined || depuis === null) return false;
  return aujourdhui(ctx) >= addJoursOuvres(depuis, delai, ctx.zone);
}

function pointOf(t: Tache, p: Parcours, r: Regles): Point {
  return { avis: t.code, precision: precisionTache(t, p, r) };
}

/** R14, R31 — the line of a ladder says no day: several may be open, and the page says which. */
const SANS_JOUR: ReadonlySet<Tache['code']> = new Set<Tache['code']>([
  'motif_a_qualifier',
  'delai_pas_commence',
  'signalement_a_decider',
  'suite_a_enregistrer',
  'signal_a_transmettre',
  'motif_repondu',
]);

const DU_RENDEZ_VOUS: ReadonlySet<Tache['code']> = new Set<Tache['code']>([
  'statut_a_renseigner',
  'rendez_vous_a_replacer',
  'empechement_annonce',
]);

/** The same words as the line that announced it, so that nothing is said twice in one digest. */
function precisionTache(t: Tache, p: Parcours, r: Regles): Precision | null {
  if (DU_RENDEZ_VOUS.has(t.code)) return precisionRendezVous(p, Number(t.sujet));
  if (t.code === 'plafond_a_decider') return precisionPlafond(p, r);
  if (t.code === 'fenetre_a_decider') return { quoi: 'jour', le: r.dispositif.fenetre.au };
  if (t.code === 'silence_a_rompre') return jourOuRien(findDernierContact(p, r));
  if (t.code === 'emploi_a_suivre' || t.code === 'emploi_a_conclure')
    return jourOuRien(findEmploiEnCours(p)?.debutLe ?? null);
  if (t.code === 'suivi_a_recueillir') return precisionSuivi(p, r);
  if (t.code === 'lettre_a_faire') return precisionLettre(p, t.sujet ?? '');
  if (t.code === 'pause_sans_fin') return precisionPause(p, Number(t.sujet));
  return t.avant === null || SANS_JOUR.has(t.code) ? null : { quoi: 'jour', le: t.avant };
}
