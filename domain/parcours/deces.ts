import { jourAt } from '../temps/heure-locale';
import type { Regles } from './contexte';
import type { DemandeDe } from './demandes';
import type { Parcours } from './parcours';
import type { Tache } from './tache';
import { accepte, refuse, type Verdict } from './verdict';

/** R33 — recorded by a human in another parcours of the person, and said to this one by the same act. */
export function estDecesSignale(p: Pick<Parcours, 'decesSignale'>): boolean {
  // Absent from the states written before this was known.
  return p.decesSignale != null;
}

/** R33 — nothing is written to the person any more; nothing is closed: a human will, or will say that it is an error. */
export function recordDeces(d: DemandeDe<'recordDeces'>, p: Parcours): Verdict {
  if (estDecesSignale(p)) return refuse({ code: 'rien_a_corriger' });
  return accepte({ type: 'deces_signale', depuisId: d.depuisId });
}

/** R32, R33 — it was an error: the accompaniment goes on, and the person is written to again. */
export function dropDeces(d: DemandeDe<'dropDeces'>, p: Parcours): Verdict {
  if (!estDecesSignale(p)) return refuse({ code: 'deces_non_signale' });
  return accepte({ type: 'deces_dementi', texteId: d.texteId });
}

/** R33 — asked of the référent and of the manager until one of them decides. */
export function* tachesDeces(p: Parcours, r: Pick<Regles, 'zone'>): Iterable<Tache> {
  if (p.decesSignale == null) return;
  yield {
    code: 'deces_a_confirmer',
    phrase:
      'Clore ce parcours, ou dire que c’est une erreur : un décès est enregistré dans un autre parcours de la personne',
    depuis: jourAt(p.decesSignale.a, r.zone),
    avant: null,
    urgence: 'a_traiter',
    pour: ['referent', 'responsable'],
    geste: 'exitParcours',
    sujet: null,
  };
}
