import { jourEnLettres } from '../courriels/dates-dites';
import { limiteReponse } from '../obligations/echeances-manquement';
import { findManquementsOuverts, type ManquementOuvert } from '../obligations/manquement';
import { addJoursOuvres } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { Regles } from './contexte';
import { ditMoment } from './dire';
import type { Echeance } from './echeance';
import type { Parcours } from './parcours';
import { estQuestionEcrite, estSuiviAttendu } from './suivi-sortie';
import type { Tache } from './tache';

/** Whom the parcours waits for: the person, a professional, who received a signalement, or time itself. */
export type AttenduDe = 'personne' | 'referent' | 'responsable' | 'organisme' | 'jalons';

export type Attente = {
  readonly de: AttenduDe;
  /** Says its day itself; `depuis` and `jusquA` are for who counts. */
  readonly phrase: string;
  readonly depuis: CivilDate | null;
  readonly jusquA: CivilDate | null;
};

/** "Ce que le parcours attend": from the person first, then from professionals, then what time will bring. */
export function attentesOf(
  p: Parcours,
  { taches, echeances }: { readonly taches: readonly Tache[]; readonly echeances: readonly Echeance[] },
  r: Regles,
  maintenant: Instant,
): readonly Attente[] {
  if (p.sortie !== null) return [...attentesApresSortie(p), ...attentesProfessionnels(taches)];
  return [
    ...attentesPersonne(p, r, maintenant),
    ...attentesProfessionnels(taches),
    ...attentesTemps(echeances),
  ];
}

function* attentesPersonne(p: Parcours, r: Regles, maintenant: Instant): Iterable<Attente> {
  const aVenir = p.rendezVous.filter((rdv) => rdv.issue === null && rdv.creneau.debut > maintenant);
  for (const rdv of aVenir.sort((x, y) => (x.creneau.debut < y.creneau.debut ? -1 : 1))) {
    yield {
      de: 'personne',
      phrase: `Qu’elle vienne au rendez-vous du ${ditMoment(rdv.creneau.debut, r.zone)}`,
      depuis: jourAt(rdv.convoqueA, r.zone),
      jusquA: jourAt(rdv.creneau.debut, r.zone),
    };
  }
  for (const m of findManquementsOuverts(p.manquements)) yield* attentesManquement(m, p, r);
}

/** R14 — between two rungs the ladder waits: for an answer, for the end of a delay, for the day of a report. */
function* attentesManquement(m: ManquementOuvert, p: Parcours, r: Regles): Iterable<Attente> {
  const depuis = jourAt(m.ouvertA, r.zone);
  switch (m.etat.etat) {
    case 'ouvert':
      yield {
        de: 'jalons',
        phrase: 'Le départ de la demande de motif, le prochain matin ouvré',
        depuis,
        jusquA: addJoursOuvres(depuis, 1, r.zone),
      };
      return;
    case 'motif_demande':
    case 'relance_1':
    case 'relance_2': {
      const lettre = m.etat.etat === 'motif_demande' ? 'demande_motif' : m.etat.etat;
      const jusquA = limiteReponse(m, lettre, p, r);
      const limite =
        jusquA === null
          ? ' : le délai court dès que la lettre est remise'
          : `, jusqu’au ${jourEnLettres(jusquA)}`;
      const quoi =
        lettre === 'demande_motif' ? 'Sa réponse sur le motif' : 'Qu’elle reprenne contact après la relance';
      yield {
        de: 'personne',
        phrase: `${quoi}${limite}`,
        depuis: m.remises[lettre] ?? depuis,
        jusquA,
      };
      return;
    }
    case 'signalement_reporte':
      yield {
        de: 'jalons',
        phrase: `Le ${jourEnLettres(m.etat.au)}, pour proposer de nouveau le signalement`,
        depuis,
        jusquA: m.etat.au,
      };
      return;
    case 'transmis':
      yield { de: 'organisme', phrase: 'La suite donnée au signalement transmis', depuis, jusquA: null };
      return;
    case 'signalement_propose':
      return;
  }
}

/** R34 — after the exit, only the answer about the situation. */
function* attentesApresSortie(p: Parcours): Iterable<Attente> {
  const { demandeLe } = p.suiviSortie;
  if (demandeLe === null || !estSuiviAttendu(p) || !estQuestionEcrite(p)) return;
  yield {
    de: 'personne',
    phrase: 'La réponse de la personne sur sa situation, six mois après sa sortie',
    depuis: demandeLe,
    jusquA: null,
  };
}

function attentesProfessionnels(taches: readonly Tache[]): readonly Attente[] {
  return taches.flatMap(({ pour, phrase, depuis, avant }) =>
    pour.map((de) => ({ de, phrase, depuis, jusquA: avant })),
  );
}

/** The next appointment that the machine will schedule by itself. */
function* attentesTemps(echeances: readonly Echeance[]): Iterable<Attente> {
  const e = echeances.find((x) => x.geste === 'planifier');
  if (e?.geste !== 'planifier') return;
  const quoi = e.periode.quoi === 'accueil' ? 'd’accueil' : `du mois ${e.periode.mois}`;
  yield {
    de: 'jalons',
    phrase: `La planification du rendez-vous ${quoi}, le ${jourEnLettres(e.duLe)}`,
    depuis: null,
    jusquA: e.duLe,
  };
}
