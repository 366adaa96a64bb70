import { estEffacee } from '../conservation/effacement';
import { addJoursOuvres, reporteAuJourOuvre } from '../temps/calendrier';
import { addDuree, addJours, type CivilDate } from '../temps/jour';
import { avertissement, escalades } from './avertissements';
import { aujourdhui, matinOf, type Contexte, type Regles } from './contexte';
import type { DemandeDe } from './demandes';
import { estDecesSignale } from './deces';
import type { Echeance } from './echeance';
import type { Parcours } from './parcours';
import { motifsSortie } from './sortie';
import { accepte, refuse, type Verdict } from './verdict';

/**
 * R34 — what became of the person, six months after her exit. Not knowing and not wishing to answer are two things;
 * `sans_objet`: her death was learnt since.
 */
export const situationsSuivi = {
  en_emploi: 'En emploi, salarié ou à son compte',
  situation_amelioree: 'Situation améliorée : formation, contrat plus long, plus d’heures',
  sans_changement: 'Ni en emploi, ni situation améliorée',
  non_renseigne: 'Non renseigné : la personne n’a pas pu être jointe',
  refus: 'La personne ne souhaite pas répondre',
  sans_objet: 'Sans objet : décès appris depuis la sortie',
} as const satisfies Record<string, string>;
export type SituationSuivi = keyof typeof situationsSuivi;

export const codesSituation = Object.keys(situationsSuivi) as [SituationSuivi, ...SituationSuivi[]];

/** R34 — the follow-up still expected: after a contrat, unless the reason of the exit leaves nothing to learn. */
export function estSuiviAttendu(p: Parcours): boolean {
  if (p.sortie === null || p.contrat === null || estEffacee(p)) return false;
  return p.suiviSortie.reponse === null && motifsSortie[p.sortie.motif].suivi !== 'aucun';
}

/** R34 — six months after the day of the exit, moved by R04. */
export function jourDuSuivi(p: Pick<Parcours, 'sortie'>, r: Regles): CivilDate | null {
  if (p.sortie === null) return null;
  return reporteAuJourOuvre(addDuree(p.sortie.le, { mois: r.dispositif.suiviSortie.mois }), r.zone);
}

/** R34 — asked, asked again, then the référent, then the manager (R12): counted from the day on which it was asked. */
export function* echeancesSuiviSortie(p: Parcours, r: Regles): Iterable<Echeance> {
  const prevuLe = jourDuSuivi(p, r);
  if (!estSuiviAttendu(p) || prevuLe === null) return;
  const { relance, retardReferent, retardResponsableJoursOuvres } = r.dispositif.suiviSortie;
  const demandeLe = p.suiviSortie.demandeLe;
  if (demandeLe === null) {
    yield demande(p, r, prevuLe, 1);
    return;
  }
  if (estQuestionEcrite(p)) yield demande(p, r, reporteAuJourOuvre(addJours(demandeLe, relance), r.zone), 2);
  const retard = reporteAuJourOuvre(addJours(demandeLe, retardReferent), r.zone);
  const enRetard = { nature: 'suivi_sortie', avis: 'suivi_a_recueillir' } as const;
  yield avertissement(p.id, r, {
    cle: `suivi:retard:${retardReferent}`,
    duLe: retard,
    pour: ['referent'],
    serie: 'suivi:referent',
    ...enRetard,
  });
  const alerte = addJoursOuvres(retard, retardResponsableJoursOuvres, r.zone);
  const auResponsable = { ...enRetard, serie: 'suivi:responsable' } as const;
  yield avertissement(p.id, r, {
    cle: `suivi:alerte:${retardResponsableJoursOuvres}`,
    duLe: alerte,
    pour: ['responsable'],
    ...auResponsable,
  });
  yield* escalades(p.id, r, alerte, { cle: 'suivi', ...auResponsable });
}

function demande(p: Parcours, r: Regles, duLe: CivilDate, fois: 1 | 2): Echeance {
  return {
    nature: 'suivi_sortie',
    cle: `suivi:demande:${fois}`,
    duLe,
    a: matinOf(p.id, duLe, r),
    serie: null,
    geste: 'demander_suivi',
    fois,
  };
}

/** R33, R34 — false once nothing may be written to the person any more about her exit. */
export function estQuestionEcrite(p: Parcours): boolean {
  return p.sortie !== null && motifsSortie[p.sortie.motif].suivi === 'courriel' && !estDecedee(p);
}

/** R33 — known dead, by her exit, since, or elsewhere: nothing is written to her, whatever was waiting. */
export function estDecedee(p: Parcours): boolean {
  return estDecesEnregistre(p) || estDecesSignale(p);
}

/** R33 — recorded here, by a human. */
export function estDecesEnregistre(p: Parcours): boolean {
  return p.sortie?.motif === 'deces' || p.suiviSortie.reponse?.situation === 'sans_objet';
}

/**
 * R34 — what may be recorded on that day: the answer once it is due, and again after nothing could be learnt; a
 * death from the exit on, whatever else was expected.
 */
export function listSituations(p: Parcours, r: Regles, le: CivilDate): readonly SituationSuivi[] {
  const prevuLe = jourDuSuivi(p, r);
  const { reponse } = p.suiviSortie;
  if (prevuLe === null || estDecesEnregistre(p)) return [];
  if (reponse !== null && reponse.situation !== 'non_renseigne') return [];
  return le >= prevuLe && (reponse !== null || estSuiviAttendu(p)) ? codesSituation : ['sans_objet'];
}

/** R34 — an answer may be dated from the day on which it was due, a death from the exit on. */
export function recordSuivi(d: DemandeDe<'recordSuivi'>, p: Parcours, ctx: Contexte): Verdict {
  const prevuLe = jourDuSuivi(p, ctx);
  if (p.sortie === null || prevuLe === null) return refuse({ code: 'parcours_encore_ouvert' });
  const le = aujourdhui(ctx);
  const { reponse } = p.suiviSortie;
  if (!listSituations(p, ctx, le).includes(d.situation)) {
    if (reponse !== null) return refuse({ code: 'suivi_deja_enregistre', le: reponse.le });
    if (!estSuiviAttendu(p)) return refuse({ code: 'suivi_sans_objet' });
    return refuse({ code: 'suivi_pas_encore_demande', aPartirDu: prevuLe });
  }
  const minimum = d.situation === 'sans_objet' ? p.sortie.le : prevuLe;
  if (d.le > le) return refuse({ code: 'date_future', le: d.le });
  if (d.le < minimum) return refuse({ code: 'date_anterieure', minimum });
  return accepte({ type: 'suivi_enregistre', situation: d.situation, le: d.le, texteId: d.texteId });
}
