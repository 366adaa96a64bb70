import type { CivilDate } from '../temps/jour';
import type { Regles } from './contexte';
import { codesGenreEmploi, findEmploiEnCours, findPremierJour, type GenreEmploi } from './emploi';
import type { GestePermis } from './gestes';
import type { Parcours } from './parcours';
import { codesMoyen, estContactCompte, type MoyenContact } from './silence';

/** R38, R40 — news and jobs: the values that the law accepts now. */
export type DemandesEmploi = {
  readonly recordContact: {
    readonly moyens: readonly MoyenContact[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly recordEmploi: {
    readonly genres: readonly GenreEmploi[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly recordFinEmploi: { readonly du: CivilDate; readonly au: CivilDate };
};

/** R38, R40 — news of the person, the job that begins and the one that ends, where the programme counts them. */
export function* gestesEmploi(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  if (p.contrat === null) return;
  const { signeLe } = p.contrat;
  if (estContactCompte(r) && signeLe <= le)
    yield { geste: 'recordContact', moyens: codesMoyen, du: signeLe, au: le };
  const emploi = findEmploiEnCours(p);
  if (emploi !== null) yield { geste: 'recordFinEmploi', du: emploi.debutLe, au: le };
  const du = findPremierJour(p, signeLe);
  if (emploi === null && r.dispositif.suiviEmploi !== null && du <= le)
    yield { geste: 'recordEmploi', genres: codesGenreEmploi, du, au: le };
}
