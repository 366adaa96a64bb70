import { jourEnLettres } from '../courriels/dates-dites';
import { addJoursOuvres, joursAvant } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import { addJours, type CivilDate } from '../temps/jour';
import { bilansARealiser } from './bilan';
import type { Regles } from './contexte';
import { findEmploiEnCours } from './emploi';
import { limiteSignature } from './contrat';
import type { Parcours } from './parcours';
import { plafondOf } from './plafond';
import type { Tache } from './tache';

export function* tachesReferent(p: Parcours, r: Regles): Iterable<Tache> {
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

/** R13 — to plan until the last reminders, then to do, then late. */
export function* tachesContrat(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  if (p.contrat !== null) return;
  const avant = limiteSignature(p, r);
  const [, pressant = 0] = r.dispositif.contrat.rappels;
  const enRetard = le > avant;
  yield {
    code: enRetard ? 'contrat_en_retard' : 'contrat_a_signer',
    phrase: enRetard
      ? `Faire signer le contrat d’engagement : il devait l’être le ${jourEnLettres(avant)} au plus tard`
      : `Faire signer le contrat d’engagement, le ${jourEnLettres(avant)} au plus tard`,
    depuis: p.orientation.notifieeLe,
    avant,
    urgence: enRetard ? 'en_retard' : le >= joursAvant(avant, pressant, r.zone) ? 'a_traiter' : 'a_prevoir',
    pour: ['referent'],
    geste: p.referent === null ? null : 'signContrat',
    sujet: null,
  };
}

/** R15 — to prepare from its announcement, to hold from the reminder on, late after its day. */
export function* tachesBilan(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const [pressant = 0] = r.dispositif.bilan?.rappels ?? [];
  for (const { rang, annonceLe, aTenirLe } of bilansARealiser(p, r)) {
    if (le < annonceLe) continue;
    const etat =
      le > aTenirLe ? 'en_retard' : le >= joursAvant(aTenirLe, pressant, r.zone) ? 'a_tenir' : 'a_preparer';
    const phrase = {
      en_retard: `Tenir le bilan n° ${rang} : il était prévu le ${jourEnLettres(aTenirLe)}`,
      a_tenir: `Tenir le bilan n° ${rang}, le ${jourEnLettres(aTenirLe)} au plus tard`,
      a_preparer: `Préparer le bilan n° ${rang} du ${jourEnLettres(aTenirLe)}`,
    }[etat];
    yield {
      code: `bilan_${etat}`,
      phrase,
      depuis: annonceLe,
      avant: aTenirLe,
      urgence: ({ en_retard: 'en_retard', a_tenir: 'a_traiter', a_preparer: 'a_prevoir' } as const)[etat],
      pour: ['referent'],
      geste: 'recordBilan',
      sujet: String(rang),
    };
  }
}

/** R16 — asked at once; late from the first escalation on. */
export function* tachesPlafond(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const dernierJour = plafondOf(p, r);
  if (p.plafondAtteintA === null || findEmploiEnCours(p) !== null || dernierJour === null) return;
  const alerteLe = addJoursOuvres(dernierJour, r.dispositif.escalade.tousLesJoursOuvres, r.zone);
  const { fois } = r.dispositif.plafond.prolongation;
  const reste = p.prolongations.length < fois;
  yield {
    code: 'plafond_a_decider',
    phrase: `Décider de la suite : la durée maximale s’est achevée le ${jourEnLettres(dernierJour)}`,
    depuis: addJours(dernierJour, 1),
    avant: null,
    urgence: le >= alerteLe ? 'en_retard' : 'a_traiter',
    pour: ['referent', 'responsable'],
    geste: reste ? 'prolongParcours' : 'exitParcours',
    sujet: null,
  };
}
