import type { FaitInscrit } from '../parcours/faits';
import { jourAt } from '../temps/heure-locale';
import { addJours } from '../temps/jour';
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
    default:
      return pauses;
  }
}

function change(pauses: readonly Pause[], id: number, f: (x: Pause) => Pause): readonly Pause[] {
  return pauses.map((x) => (x.id === id ? f(x) : x));
}
