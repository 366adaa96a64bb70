import type { DemandeDe } from '../parcours/demandes';
import type { Contexte } from '../parcours/contexte';
import type { GestePermis } from '../parcours/gestes';
import type { Parcours } from '../parcours/parcours';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import { jourAt } from '../temps/heure-locale';
import type { CivilDate } from '../temps/jour';
import { estALire, type Empechement, type ReponseMotif } from './reponse';

export type DemandesLecture = {
  readonly recordLecture: {
    readonly reponses: readonly {
      readonly rang: number;
      readonly quoi: (Empechement | ReponseMotif)['quoi'];
      readonly le: CivilDate;
    }[];
  };
};

/** R49 — read, the answer asks nothing more of anybody; it moves no appointment and judges no motive. */
export function recordLecture(d: DemandeDe<'recordLecture'>, p: Parcours, ctx: Contexte): Verdict {
  const dite = p.reponses.find(({ rang }) => rang === d.reponse);
  if (dite === undefined) return refuse({ code: 'reponse_inconnue' });
  if (dite.lueA !== undefined) return refuse({ code: 'reponse_deja_lue', le: jourAt(dite.lueA, ctx.zone) });
  if (!estALire(p, dite)) return refuse({ code: 'lecture_sans_objet' });
  return accepte({ type: 'reponse_lue', reponse: dite.rang });
}

export function* gestesLecture(p: Parcours): Iterable<GestePermis> {
  const reponses = p.reponses
    .filter((r) => estALire(p, r))
    .map(({ rang, quoi, a }) => ({ rang, quoi, le: jourAt(a, p.zone) }));
  if (reponses.length > 0) yield { geste: 'recordLecture', reponses };
}
