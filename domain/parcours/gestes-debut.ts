import { heuresPermises, type HeuresPermises } from '../engagement/gestes-engagement';
import { jourAt } from '../temps/heure-locale';
import { addJours, type CivilDate } from '../temps/jour';
import type { Regles } from './contexte';
import type { GestePermis } from './gestes';
import type { Parcours } from './parcours';
import { codesMotifChangement, type MotifChangement } from './referent';

/** R07, R13, R22 — who follows the parcours, and the contrat to sign: the values that the law accepts now. */
export type DemandesDebut = {
  readonly recordOrientation: { readonly du: CivilDate; readonly au: CivilDate };
  readonly assignReferent: object;
  readonly changeReferent: {
    readonly actuel: string;
    readonly motifs: readonly MotifChangement[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly signContrat: {
    readonly du: CivilDate;
    readonly au: CivilDate;
    readonly heures: HeuresPermises;
  };
};

export function* gestesReferent(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  if (p.referent === null) {
    yield { geste: 'assignReferent' };
    return;
  }
  const du = jourAt(p.referent.depuisA, r.zone);
  yield { geste: 'changeReferent', actuel: p.referent.id, motifs: codesMotifChangement, du, au: le };
}

export function* gestesOuverture(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const suivante = addJours(p.orientation.notifieeLe, 1);
  if (p.contrat === null && suivante <= le) yield { geste: 'recordOrientation', du: suivante, au: le };
  if (p.referent !== null && p.contrat === null && p.orientation.notifieeLe <= le)
    yield {
      geste: 'signContrat',
      du: p.orientation.notifieeLe,
      au: le,
      heures: heuresPermises(p, r),
    };
}
