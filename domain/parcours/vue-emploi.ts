import type { CivilDate } from '../temps/jour';
import type { Regles } from './contexte';
import { findEmploiEnCours, genresEmploi, jourConsolidation, type GenreEmploi } from './emploi';
import type { Parcours } from './parcours';
import { findDernierContact, limiteSilence } from './silence';

/** R40 — the job that is followed, and the day from which it may be said to hold. */
export type VueEmploi = {
  readonly genre: GenreEmploi;
  readonly libelle: string;
  readonly debutLe: CivilDate;
  readonly finPrevueLe: CivilDate | null;
  readonly aVerifierLe: CivilDate | null;
};

export function vueEmploi(p: Parcours, r: Regles): VueEmploi | null {
  const emploi = findEmploiEnCours(p);
  if (emploi === null) return null;
  const { genre, debutLe, finPrevueLe } = emploi;
  return { genre, libelle: genresEmploi[genre], debutLe, finPrevueLe, aVerifierLe: jourConsolidation(p, r) };
}

/** R38 — where a silence is watched: the last news, and the day by which more are expected. */
export type VueNouvelles = { readonly dernieresLe: CivilDate; readonly avantLe: CivilDate | null };

export function vueNouvelles(p: Parcours, r: Regles): VueNouvelles | null {
  const dernieresLe = findDernierContact(p, r);
  if (r.dispositif.cadence.genre !== 'silence' || dernieresLe === null) return null;
  return { dernieresLe, avantLe: limiteSilence(p, r)?.le ?? null };
}
