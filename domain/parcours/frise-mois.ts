import { issueDuMois } from '../rendez-vous/mois';
import { ancreOf, moisSousPlafond } from '../rendez-vous/rendez-vous';
import type { CivilDate } from '../temps/jour';
import type { Regles } from './contexte';
import type { CauseMoisManque, Parcours } from './parcours';
import { plafondOf } from './plafond';

/** `non_compte`: ended before the contrat was recorded, or lived under a reached cap (R02, R13). */
export type EtatMois = 'honore' | 'manque' | 'a_preciser' | 'non_compte' | 'en_cours' | 'a_venir';

export type VueMois = {
  readonly rang: number;
  readonly du: CivilDate;
  readonly au: CivilDate;
  readonly etat: EtatMois;
  readonly cause: CauseMoisManque | null;
};

/** R01 — the months of the parcours up to its cap, each as it stands today. */
export function moisDe(p: Parcours, r: Regles, le: CivilDate): readonly VueMois[] {
  const [ancre, plafond] = [ancreOf(p), plafondOf(p, r)];
  if (ancre === null || plafond === null || r.dispositif.cadence.genre === 'silence') return [];
  const mois: VueMois[] = [];
  for (let rang = 1; ; rang += 1) {
    const bornes = moisSousPlafond(ancre, rang, plafond);
    if (bornes === null || (p.sortie !== null && bornes.du > p.sortie.le)) return mois;
    mois.push({ rang, ...bornes, ...etatDuMois(p, r, rang, bornes, le) });
  }
}

function etatDuMois(
  p: Parcours,
  r: Regles,
  rang: number,
  { du, au }: { readonly du: CivilDate; readonly au: CivilDate },
  le: CivilDate,
): Pick<VueMois, 'etat' | 'cause'> {
  const compte = p.mois[rang];
  if (compte !== undefined)
    return { etat: compte.issue, cause: compte.issue === 'manque' ? compte.cause : null };
  if (issueDuMois(p, r, rang).issue === 'honore') return { etat: 'honore', cause: null };
  const fin = p.sortie?.le ?? le;
  if (fin < du || attendLaReprise(p, au, le)) return { etat: 'a_venir', cause: null };
  return { etat: fin <= au ? 'en_cours' : 'non_compte', cause: null };
}

/** R20 — until the end of a pause is known, the months that it has touched are still to be lived. */
function attendLaReprise(p: Parcours, au: CivilDate, le: CivilDate): boolean {
  return p.sortie === null && p.pauses.some((x) => x.au === null && x.du <= au && x.du <= le);
}
