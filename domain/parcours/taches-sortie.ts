import { addJoursOuvres, joursAvant } from '../temps/calendrier';
import { addJours, type CivilDate } from '../temps/jour';
import { listSuccesseurs } from '../dispositifs/en-vigueur';
import type { Regles } from './contexte';
import { ditJour } from './dire';
import type { Parcours } from './parcours';
import { estQuestionEcrite, estSuiviAttendu } from './suivi-sortie';
import type { Tache } from './tache';

/** R36 — to plan from the first notice on, to decide once the edition is over, late from the first escalation on. */
export function* tachesFenetre(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const { au, avis } = r.dispositif.fenetre;
  const premier = joursAvant(au, avis[0] ?? 0, r.zone);
  if (le < premier) return;
  const fini = le > au;
  const enRetard = le >= addJoursOuvres(au, r.dispositif.escalade.tousLesJoursOuvres, r.zone);
  yield {
    code: 'fenetre_a_decider',
    phrase: fini
      ? `Changer d’édition ou clore : celle de ce parcours s’est achevée le ${ditJour(au)}`
      : `Prévoir la suite : l’édition de ce parcours s’achève le ${ditJour(au)}`,
    depuis: fini ? addJours(au, 1) : premier,
    avant: au,
    urgence: !fini ? 'a_prevoir' : enRetard ? 'en_retard' : 'a_traiter',
    pour: ['referent', 'responsable'],
    geste: listSuccesseurs(p.dispositif).length > 0 ? 'moveEdition' : 'exitParcours',
    sujet: null,
  };
}

/** R34 — from the day on which it is asked until a person records the answer. */
export function* tachesSuiviSortie(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const { demandeLe } = p.suiviSortie;
  if (demandeLe === null || !estSuiviAttendu(p)) return;
  const avant = addJours(demandeLe, r.dispositif.suiviSortie.retardReferent);
  yield {
    code: 'suivi_a_recueillir',
    phrase: estQuestionEcrite(p)
      ? 'Enregistrer la situation de la personne six mois après sa sortie : la question lui a été écrite'
      : 'Recueillir la situation de la personne six mois après sa sortie, sans lui écrire',
    depuis: demandeLe,
    avant,
    urgence: le > avant ? 'en_retard' : 'a_traiter',
    pour: ['referent', 'responsable'],
    geste: 'recordSuivi',
    sujet: null,
  };
}
