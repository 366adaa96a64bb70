import { addJoursOuvres } from '../temps/calendrier';
import type { CivilDate } from '../temps/jour';
import type { CodeAvis, RoleProfessionnel } from './avis';
import { matinOf, type Regles } from './contexte';
import type { Echeance, Nature } from './echeance';

type Avertissement = {
  readonly nature: Nature;
  readonly cle: string;
  readonly duLe: CivilDate;
  readonly avis: CodeAvis;
  readonly pour: readonly RoleProfessionnel[];
  readonly serie: string;
  readonly rendezVousId?: number | undefined;
};

/** One line for professionals, due in the morning of a day (R06, R17). */
export function avertissement(parcoursId: string, r: Regles, x: Avertissement): Echeance {
  return {
    nature: x.nature,
    cle: x.cle,
    duLe: x.duLe,
    a: matinOf(parcoursId, x.duLe, r),
    serie: x.serie,
    geste: 'avertir',
    avis: x.avis,
    pour: x.pour,
    rendezVousId: x.rendezVousId ?? null,
  };
}

/** R12 — an escalation to the manager repeats every n working days after a day, so many times, then stays. */
export function* escalades(
  parcoursId: string,
  r: Regles,
  depuis: CivilDate,
  x: Omit<Avertissement, 'duLe' | 'pour'> & { readonly decalage?: string },
): Iterable<Echeance> {
  const { tousLesJoursOuvres, fois } = r.dispositif.escalade;
  for (let i = 1; i <= fois; i += 1) {
    // Field by field: a spread that fields follow costs a hidden class an object (docs/decisions/0030).
    yield avertissement(parcoursId, r, {
      nature: x.nature,
      cle: `${x.cle}:escalade:${i}${x.decalage ?? ''}`,
      duLe: addJoursOuvres(depuis, i * tousLesJoursOuvres, r.zone),
      avis: x.avis,
      pour: ['responsable'],
      serie: x.serie,
      rendezVousId: x.rendezVousId,
    });
  }
}
