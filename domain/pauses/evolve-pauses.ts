import type { FaitInscrit } from '../parcours/faits';
import { jourAt } from '../temps/heure-locale';
import { addJours, type CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';
import type { Pause } from './pause';

export function evolvePauses(
  pauses: readonly Pause[],
  { fait, a }: FaitInscrit,
  zone: CodeZone,
): readonly Pause[] {
  const le = jourAt(a, zone);
  switch (fait.type) {
    case 'pause_declaree': {
      const { pause: id, motif, du, au } = fait;
      const etat = du > le ? 'a_venir' : au !== null && au < le ? 'finie' : 'en_cours';
      const toutes = [...pauses, { id, motif, du, au, declareeLe: le, etat } as const];
      return toutes.sort((x, y) => (x.du < y.du ? -1 : 1));
    }
    case 'pause_commencee':
      return change(pauses, fait.pause, (x) => ({ ...x, etat: 'en_cours' }));
    case 'parcours_repris':
      return change(pauses, fait.pause, (x) => {
        const au = addJours(fait.le, -1);
        return { ...x, au, etat: au < x.du ? 'finie' : x.etat };
      });
    case 'reprise_annoncee':
      return change(pauses, fait.pause, (x) => ({ ...x, etat: 'finie' }));
    case 'parcours_clos':
      return pauses.map((x) => endAtSortie(x, fait.le));
    default:
      return pauses;
  }
}

function change(pauses: readonly Pause[], id: number, f: (x: Pause) => Pause): readonly Pause[] {
  return pauses.map((x) => (x.id === id ? f(x) : x));
}

/** R33 — an exit ends the pause that runs, and gives up the one to come. */
function endAtSortie(x: Pause, le: CivilDate): Pause {
  if (x.au !== null && x.au <= le) return { ...x, etat: 'finie' };
  return { ...x, au: x.du > le ? addJours(x.du, -1) : le, etat: 'finie' };
}
