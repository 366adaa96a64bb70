import { aujourdhui, type Regles } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import {
  demarches,
  freins,
  regimesPoint,
  type CodeDemarche,
  type Frein,
  type IssueConstat,
  type MotifHeures,
  type RegimePoint,
} from './codes';
import { limiteConstat } from './constats';
import { heuresOf } from './contrat-engage';
import { declarationsDues } from './declarations';
import { codesDeclaration, genresDeclaration, type GenreDeclaration } from './declarations-dues';
import { momentDit, momentsDroits } from './droits';
import { codesDroit, droits, issuesDroit, type CodeDroit, type IssueDroit } from './droits-codes';
import type { PointTenu, RefusContrat } from './engagement';
import { heuresDites } from './journal-engagement';
import { findBilanProche, findPointPrevu } from './point-legal';
import { vueEtapes, vuePublics, type VueEtape, type VuePublics } from './vue-etapes';

export type VueVersion = {
  readonly version: number;
  readonly le: CivilDate;
  readonly par: 'personne' | 'referent' | null;
  readonly heures: { readonly parSemaine: number; readonly motif: MotifHeures | null };
  readonly heuresDites: string;
  readonly objectifs: readonly {
    readonly texteId: string;
    readonly frein: Frein | null;
    readonly libelleFrein: string | null;
  }[];
  readonly texteId: string | null;
};

export type VueDemarche = {
  readonly numero: number;
  readonly quoi: CodeDemarche;
  readonly libelle: string;
  readonly de: 'personne' | 'referent';
  readonly avantLe: CivilDate;
  readonly rendezVousId: number | null;
  readonly texteId: string | null;
  readonly etat: IssueConstat | 'sans_objet' | 'a_faire' | 'a_constater';
};

export type VuePoint = {
  readonly version: number;
  readonly aTenirLe: CivilDate;
  readonly preparationLe: CivilDate;
  /** The bilan with which it shares its appointment. */
  readonly avecBilan: number | null;
  /** The bilan near enough to share it. */
  readonly bilanProche: number | null;
};

/** R25–R29 — what the page and the API say of the contrat and of what was agreed: codes and ids of erasable texts. */
export type VueEngagement = {
  readonly versions: readonly VueVersion[];
  readonly refus: readonly RefusContrat[];
  /** R25 — what the last honoured appointment recorded: read again at the next one. */
  readonly dernierEntretien: {
    readonly rendezVousId: number;
    readonly le: CivilDate;
    readonly texteId: string | null;
  } | null;
  readonly demarches: readonly VueDemarche[];
  readonly etapes: readonly VueEtape[];
  readonly publics: VuePublics;
  readonly declarations: readonly {
    readonly genre: GenreDeclaration;
    readonly libelle: string;
    readonly premiereLe: CivilDate;
    readonly prochaineLe: CivilDate | null;
  }[];
  readonly pointLegal: {
    readonly regime: RegimePoint;
    readonly libelleRegime: string;
    readonly prevu: VuePoint | null;
    readonly tenus: readonly PointTenu[];
  };
  readonly droits: readonly {
    readonly moment: number;
    readonly libelle: string;
    readonly droits: readonly {
      readonly droit: CodeDroit;
      readonly libelle: string;
      readonly issue: IssueDroit;
      readonly libelleIssue: string;
    }[];
  }[];
};

export function vueEngagement(p: Parcours, r: Regles, maintenant: Instant): VueEngagement {
  const le = aujourdhui({ maintenant, zone: r.zone });
  const { engagement: e } = p;
  const dues = [...declarationsDues(p, r)];
  return {
    versions: e.versions.map(({ version, le: du, par, objectifs, texteId, ...v }) => {
      const heures = heuresOf({ version, le: du, par, objectifs, texteId, ...v }, r);
      const dits = objectifs.map((o) => ({
        ...o,
        libelleFrein: o.frein === null ? null : freins[o.frein],
      }));
      return {
        ...{ version, le: du, par, heures, texteId },
        heuresDites: heuresDites(heures),
        objectifs: dits,
      };
    }),
    refus: e.refus,
    dernierEntretien: e.entretiens.at(-1) ?? null,
    demarches: e.demarches.map(({ declareeLe, issue, ...d }) => ({
      ...d,
      libelle: demarches[d.quoi],
      etat: issue?.issue ?? (le > limiteConstat({ declareeLe, ...d }, p, r) ? 'a_constater' : 'a_faire'),
    })),
    etapes: vueEtapes(p, r, le),
    publics: vuePublics(p, r),
    declarations: codesDeclaration.flatMap((genre) => {
      const premiereLe = e.declarations[genre];
      if (premiereLe === null) return [];
      const prochaineLe = dues.find((d) => d.genre === genre)?.duLe ?? null;
      return [{ genre, libelle: genresDeclaration[genre], premiereLe, prochaineLe }];
    }),
    pointLegal: {
      regime: e.pointLegal.regime,
      libelleRegime: regimesPoint[e.pointLegal.regime],
      prevu: vuePoint(p, r),
      tenus: e.pointLegal.tenus,
    },
    droits: momentsDroits(p).map(({ moment }) => ({
      moment,
      libelle: momentDit(moment),
      droits: codesDroit.flatMap((droit) => {
        const issue = e.droits[moment]?.[droit];
        return issue === undefined
          ? []
          : [{ droit, libelle: droits[droit], issue, libelleIssue: issuesDroit[issue] }];
      }),
    })),
  };
}

function vuePoint(p: Parcours, r: Regles): VuePoint | null {
  const point = findPointPrevu(p, r);
  if (point === null) return null;
  const { version, aTenirLe, preparationLe, avecBilan } = point;
  return { version, aTenirLe, preparationLe, avecBilan, bilanProche: findBilanProche(p, r)?.rang ?? null };
}
