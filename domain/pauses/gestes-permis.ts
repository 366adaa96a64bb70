import type { Regles } from '../parcours/contexte';
import type { GestePermis } from '../parcours/gestes';
import type { Parcours } from '../parcours/parcours';
import type { CivilDate } from '../temps/jour';
import { joursLibresPourPause } from './gestes-pause';
import { codesMotifPause, pauseActuelle, type MotifPause } from './pause';

/** R19–R21 — pauses: the values that the law accepts now. */
export type DemandesPause = {
  readonly pauseParcours: {
    readonly motifs: readonly MotifPause[];
    readonly du: CivilDate;
    readonly au: CivilDate | null;
    /** Its end may be left unknown. */
    readonly sansFin: boolean;
  };
  readonly resumeParcours: { readonly du: CivilDate };
};

/** R19, R20 — a pause may be declared late, or ahead; while one holds or is to come, its end can be moved. */
export function* gestesPause(p: Parcours, r: Regles): Iterable<GestePermis> {
  const pause = pauseActuelle(p.pauses);
  if (pause !== null) yield { geste: 'resumeParcours', du: pause.du };
  const libre = joursLibresPourPause(p, r);
  if (libre !== null) yield { geste: 'pauseParcours', motifs: codesMotifPause, ...libre };
}
