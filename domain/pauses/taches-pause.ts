import type { Regles } from '../parcours/contexte';
import { ditJour } from '../parcours/dire';
import type { Parcours } from '../parcours/parcours';
import type { Tache } from '../parcours/tache';
import { addDuree, type CivilDate } from '../temps/jour';

/** R19 — once a pause without an end has lasted a month, somebody takes news of the person. */
export function* tachesPause(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  for (const { id, du, au, etat } of p.pauses) {
    if (etat !== 'en_cours' || au !== null) continue;
    const depuis = addDuree(du, { mois: r.dispositif.pause.sansFinTousLesMois });
    if (le < depuis) continue;
    yield {
      code: 'pause_sans_fin',
      phrase: `Prendre des nouvelles : la pause commencée le ${ditJour(du)} n’a pas de date de fin`,
      depuis,
      avant: null,
      urgence: 'a_traiter',
      pour: ['referent'],
      geste: 'resumeParcours',
      sujet: String(id),
    };
  }
}
