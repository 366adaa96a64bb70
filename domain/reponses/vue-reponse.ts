import type { Regles } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import { heureAt, jourAt, type Heure } from '../temps/heure-locale';
import type { CivilDate } from '../temps/jour';
import { empechements, moments } from './codes';
import { estALire, estCourante, type Reponse } from './reponse';

/** R42 — one thing that the person said, as a professional reads it; her own words are read apart. */
export type VueReponse = {
  readonly rang: number;
  readonly quoi: Reponse['quoi'];
  readonly le: CivilDate;
  readonly heure: Heure;
  readonly rendezVousId: number | null;
  readonly manquement: number | null;
  /** The reason that she chose, in her words. */
  readonly raison: string | null;
  readonly moments: readonly string[];
  readonly texteId: string | null;
  readonly documentId: string | null;
  /** R14 — said after the last day to answer. */
  readonly tardive: boolean;
  /** Still what she last said of an appointment that stands, or an answer that nobody has taken up. */
  readonly courante: boolean;
  /** R49 — when a professional said that it was read. */
  readonly lueLe: CivilDate | null;
  readonly lueHeure: Heure | null;
  /** R49 — somebody has to read it still. */
  readonly aLire: boolean;
};

/** The latest first. */
export function vueReponses(p: Parcours, { zone }: Pick<Regles, 'zone'>): readonly VueReponse[] {
  return p.reponses
    .map((r) => ({
      ...VIDE,
      rang: r.rang,
      quoi: r.quoi,
      le: jourAt(r.a, zone),
      heure: heureAt(r.a, zone),
      ...detailOf(r),
      courante: r.quoi === 'motif' ? !r.traitee : estCourante(p, r.rang),
      lueLe: r.lueA === undefined ? null : jourAt(r.lueA, zone),
      lueHeure: r.lueA === undefined ? null : heureAt(r.lueA, zone),
      aLire: estALire(p, r),
    }))
    .toReversed();
}

const VIDE = {
  rendezVousId: null,
  manquement: null,
  raison: null,
  moments: [],
  texteId: null,
  documentId: null,
  tardive: false,
} as const;

function detailOf(r: Reponse): Partial<VueReponse> {
  switch (r.quoi) {
    case 'venue':
      return { rendezVousId: r.rendezVousId };
    case 'empechement':
      return {
        rendezVousId: r.rendezVousId,
        raison: empechements[r.motif],
        moments: r.moments.map((m) => moments[m]),
        texteId: r.texteId,
      };
    case 'motif': {
      const { manquement, texteId, documentId, tardive } = r;
      return { manquement, texteId, documentId, tardive };
    }
  }
}
