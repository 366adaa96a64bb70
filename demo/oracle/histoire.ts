import { instantAt } from '../../domain/temps/heure-locale';
import { estOuvre } from '../../domain/temps/calendrier';
import type { Demande } from '../../domain/parcours/demandes';
import type { Instant } from '../../domain/temps/instant';
import { addJours, type CivilDate } from '../../domain/temps/jour';
import type { Vie } from '../vies/vie';
import { ask, walkTo } from './marche';
import { contexteDuMonde, type Monde } from './monde';

/** One gesture of a life: at this instant, a person asked this. */
export type GesteEcrit = {
  readonly a: Instant;
  readonly parcoursId: string;
  readonly vie: string;
  readonly demande: Demande;
};

/** `ouverture` is asked on the evening of that day, unless the parcours is open already. */
export type VieSuivie = {
  readonly parcoursId: string;
  readonly vie: Vie;
  readonly ouverture?: { readonly le: CivilDate; readonly demande: Demande };
};

/** The people of the lives act at that hour, on working days. */
const SOIR = '17:30';

/**
 * Lives each life in memory, day after day, and writes down every gesture with its instant: the same script is
 * then played through the API on the real engine.
 */
export function writeHistoire(
  m: Monde,
  vies: readonly VieSuivie[],
  du: CivilDate,
  au: CivilDate,
): readonly GesteEcrit[] {
  const gestes: GesteEcrit[] = [];
  for (let le = du; le <= au; le = addJours(le, 1)) {
    const a = instantAt(le, SOIR, 'metropole');
    if (a <= m.maintenant || !estOuvre(le, 'metropole')) continue;
    walkTo(m, a);
    for (const suivie of vies) {
      const { parcoursId, vie } = suivie;
      for (const demande of demandesDe(m, suivie, le)) {
        ask(m, parcoursId, demande, 'agent:demonstration');
        gestes.push({ a, parcoursId, vie: vie.code, demande });
      }
    }
  }
  return gestes;
}

function demandesDe(m: Monde, { parcoursId, vie, ouverture }: VieSuivie, le: CivilDate): readonly Demande[] {
  const etat = m.parcours.get(parcoursId)?.etat;
  if (etat === undefined) return ouverture !== undefined && le >= ouverture.le ? [ouverture.demande] : [];
  const joue = etat.sortie === null ? vie.joue : vie.apresSortie;
  return joue?.(etat, contexteDuMonde(m, etat), le) ?? [];
}
