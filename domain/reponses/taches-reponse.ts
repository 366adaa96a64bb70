import type { Regles } from '../parcours/contexte';
import { ditMoment } from '../parcours/dire';
import type { Parcours } from '../parcours/parcours';
import type { Tache } from '../parcours/tache';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import { estProche } from './gestes-reponse';
import { findEmpechement, listReponsesMotif } from './reponse';

/** R42, R49 — what the person said waits for a human: to move an appointment, to take up an answer, or to say it is read. */
export function* tachesReponse(p: Parcours, r: Regles, maintenant: Instant): Iterable<Tache> {
  for (const rdv of p.rendezVous) {
    const dite = findEmpechement(p, rdv);
    if (dite === null || dite.lueA !== undefined || rdv.creneau.debut <= maintenant) continue;
    yield {
      code: 'empechement_annonce',
      phrase: `Déplacer ou annuler le rendez-vous du ${ditMoment(rdv.creneau.debut, r.zone)}, ou appeler : la personne a dit qu’elle ne peut pas venir`,
      depuis: jourAt(dite.a, r.zone),
      avant: jourAt(rdv.creneau.debut, r.zone),
      urgence: estProche(rdv, maintenant, r) ? 'en_retard' : 'a_traiter',
      pour: ['referent'],
      geste: 'moveRendezVous',
      sujet: String(rdv.id),
    };
  }
  for (const m of p.manquements) {
    const premiere = listReponsesMotif(p, m).find((r) => r.lueA === undefined);
    if (premiere === undefined) continue;
    yield {
      code: 'motif_repondu',
      phrase: 'Lire la réponse de la personne à la demande de motif, puis enregistrer le motif reçu',
      depuis: jourAt(premiere.a, r.zone),
      avant: null,
      urgence: 'a_traiter',
      pour: ['referent'],
      geste: 'recordMotif',
      sujet: String(m.id),
    };
  }
}
