import { avertissement } from '../parcours/avertissements';
import { matinOf, type Regles } from '../parcours/contexte';
import type { Echeance } from '../parcours/echeance';
import type { Parcours } from '../parcours/parcours';
import { addJoursOuvres, reporteAuJourOuvre } from '../temps/calendrier';
import { instantAt } from '../temps/heure-locale';
import { addDuree } from '../temps/jour';
import type { Pause } from './pause';

/** R19, R20 — a pause begins at midnight; its end is told on the first working morning; without an end, it is asked about. */
export function* echeancesPause(p: Parcours, r: Regles): Iterable<Echeance> {
  for (const pause of p.pauses) {
    const cle = `pause:${pause.id}`;
    if (pause.etat === 'a_venir') {
      const a = instantAt(pause.du, '00:00', r.zone);
      yield {
        nature: 'pause',
        cle: `${cle}:debut`,
        duLe: pause.du,
        a,
        serie: null,
        geste: 'commencer_pause',
        pause: pause.id,
      };
    }
    if (pause.etat === 'en_cours' && pause.au !== null) {
      const duLe = addJoursOuvres(pause.au, 1, r.zone);
      const base = { nature: 'pause', cle: `${cle}:reprise`, duLe, a: matinOf(p.id, duLe, r) } as const;
      yield { serie: null, geste: 'annoncer_reprise', pause: pause.id, ...base };
    }
    if (pause.etat === 'en_cours' && pause.au === null) yield* questions(p, pause, r);
  }
}

/** R19 — each month, counted from the first day: is the person back? Only the next few are listed: it may last. */
function* questions(p: Parcours, { id, du }: Pause, r: Regles): Iterable<Echeance> {
  const { sansFinTousLesMois } = r.dispositif.pause;
  const cle = (n: number) => `pause:${id}:question:${n}`;
  let n = 1;
  while (p.echues[cle(n)] !== undefined) n += 1;
  for (const dernier = n + QUESTIONS_EN_VUE; n < dernier; n += 1) {
    yield avertissement(p.id, r, {
      nature: 'pause',
      cle: cle(n),
      duLe: reporteAuJourOuvre(addDuree(du, { mois: n * sansFinTousLesMois }), r.zone),
      avis: 'pause_sans_fin',
      pour: ['referent'],
      serie: `pause:${id}:question`,
    });
  }
}

const QUESTIONS_EN_VUE = 3;

/** R19, R20 — nothing else is honoured in a pause: it waits for the first working morning after, or for an end. */
export function echeanceHorsPause(e: Echeance, p: Parcours, r: Regles): Echeance | null {
  if (e.nature === 'pause') return e;
  let { duLe } = e;
  for (const { du, au } of p.pauses) {
    if (duLe < du) break;
    if (au === null) return null;
    if (duLe <= au) duLe = addJoursOuvres(au, 1, r.zone);
  }
  return duLe === e.duLe ? e : { ...e, duLe, a: matinOf(p.id, duLe, r) };
}
