import { findJourHorsPause } from '../pauses/pause';
import { ancreOf } from '../rendez-vous/rendez-vous';
import { addJours, plusTard, type CivilDate } from '../temps/jour';
import { bilansAnnonces, type BilanPrevu } from './bilan';
import type { Regles } from './contexte';
import type { GestePermis } from './gestes';
import { etapeOf, type OrientationBilan, type Parcours } from './parcours';
import { limiteProlongation, plafondOf } from './plafond';

/** R02, R15 — bilans and the cap: the values that the law accepts now. */
export type DemandesBilan = {
  readonly recordBilan: {
    /** Each from its first day outside a pause on. */
    readonly bilans: readonly (BilanPrevu & { readonly du: CivilDate })[];
    readonly au: CivilDate;
    readonly orientations: readonly OrientationBilan[];
  };
  readonly prolongParcours: { readonly du: CivilDate; readonly au: CivilDate };
};

export const orientationsBilan: readonly OrientationBilan[] = [
  'continuer',
  'reviser',
  'changer_de_referent',
  'reorienter',
  'sortir',
];

export function* gestesBilan(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const au = findJourHorsPause(p.pauses, le, 'avant');
  const bilans = bilansAnnonces(p, r, le).flatMap((b) => {
    const du = findJourHorsPause(p.pauses, b.annonceLe, 'apres');
    return du === null || au === null || du > au ? [] : [{ ...b, du }];
  });
  if (bilans.length > 0 && au !== null)
    yield { geste: 'recordBilan', bilans, au, orientations: orientationsBilan };
}

export function* gestesPlafond(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const [ancre, plafond] = [ancreOf(p), plafondOf(p, r)];
  if (ancre === null || plafond === null || etapeOf(p) === 'en_pause') return;
  const au = limiteProlongation(ancre, r);
  const du = plusTard(addJours(plafond, 1), le);
  if (p.prolongations.length < r.dispositif.plafond.prolongation.fois && du <= au)
    yield { geste: 'prolongParcours', du, au };
}
