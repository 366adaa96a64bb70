import type { Regles } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import type { CivilDate } from '../temps/jour';
import {
  genresEtape,
  issuesEtape,
  partenaires,
  publicsPrioritaires,
  type CodePartenaire,
  type CodePublic,
  type GenreEtape,
  type IssueEtape,
} from './codes';
import { limiteEtape } from './constats';
import type { EtapeConvenue } from './engagement';

type EtatEtape = IssueEtape | 'a_venir' | 'en_cours' | 'a_constater';

const libellesEtat = {
  ...issuesEtape,
  a_venir: 'À venir',
  en_cours: 'En cours',
  a_constater: 'Finie, à dire',
} as const satisfies Record<EtatEtape, string>;

/** R39 — one step as it stands today: codes, days, ids of erasable texts. */
export type VueEtape = {
  readonly numero: number;
  readonly quoi: GenreEtape;
  readonly libelle: string;
  readonly partenaire: CodePartenaire | null;
  readonly libellePartenaire: string | null;
  readonly partenaireTexteId: string | null;
  readonly convenueLe: CivilDate;
  readonly du: CivilDate;
  readonly au: CivilDate;
  readonly texteId: string | null;
  readonly etat: EtatEtape;
  readonly libelleEtat: string;
  /** The day on which it was reached or given up. */
  readonly le: CivilDate | null;
};

export function vueEtapes(p: Parcours, r: Regles, le: CivilDate): readonly VueEtape[] {
  return p.engagement.etapes.map((t) => {
    const { numero, quoi, partenaire, partenaireTexteId, convenueLe, du, au, texteId, issue } = t;
    const etat = issue?.issue ?? etatOf(t, p, r, le);
    return {
      ...{ numero, quoi, libelle: genresEtape[quoi], partenaire, partenaireTexteId },
      libellePartenaire: partenaire === null ? null : partenaires[partenaire],
      ...{ convenueLe, du, au, texteId, etat, libelleEtat: libellesEtat[etat], le: issue?.le ?? null },
    };
  });
}

function etatOf(t: EtapeConvenue, p: Parcours, r: Regles, le: CivilDate): EtatEtape {
  if (le > limiteEtape(t, p, r)) return 'a_constater';
  return le < t.du ? 'a_venir' : 'en_cours';
}

/** R41 — null where the programme names no priority public; `dits` null while nobody has said anything. */
export type VuePublics = {
  readonly dits: readonly { readonly public: CodePublic; readonly libelle: string }[] | null;
} | null;

export function vuePublics(p: Parcours, { dispositif }: Pick<Regles, 'dispositif'>): VuePublics {
  const { publics } = p.engagement;
  if (dispositif.publics === null && publics === null) return null;
  return { dits: publics?.map((x) => ({ public: x, libelle: publicsPrioritaires[x] })) ?? null };
}
