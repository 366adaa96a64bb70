import type { Regles } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import { limiteRendezVous } from '../parcours/plafond';
import { plusTard, plusTot, type CivilDate } from '../temps/jour';
import { codesIssueEtape, type CodePublic, type IssueEtape } from './codes';
import type { DemandeEngagement } from './demandes-engagement';

/** R39, R41 — what each gesture about the steps and the publics asks for: the values that the law accepts now. */
export type DemandesEtape = {
  /** `du` and `au`: the day on which it was agreed; `jusquA`: its own last day. */
  readonly addEtape: { readonly du: CivilDate; readonly au: CivilDate; readonly jusquA: CivilDate | null };
  readonly moveEtape: {
    readonly etapes: readonly { readonly numero: number; readonly du: CivilDate; readonly au: CivilDate }[];
    readonly du: CivilDate;
    readonly au: CivilDate | null;
  };
  readonly recordEtape: {
    readonly etapes: readonly {
      readonly numero: number;
      readonly du: CivilDate;
      readonly issues: readonly IssueEtape[];
    }[];
    readonly au: CivilDate;
  };
  readonly assignPublics: {
    readonly prioritaires: readonly CodePublic[];
    readonly actuels: readonly CodePublic[] | null;
  };
};

export type GesteEtape = {
  [C in keyof DemandesEtape]: { readonly geste: C } & DemandesEtape[C];
}[keyof DemandesEtape];

export const CODES_ETAPE = {
  addEtape: 1,
  moveEtape: 1,
  recordEtape: 1,
  assignPublics: 1,
} as const satisfies Record<keyof DemandesEtape & DemandeEngagement['type'], 1>;

export function* gestesEtape(p: Parcours, r: Regles, le: CivilDate): Iterable<GesteEtape> {
  const { publics, etapes } = r.dispositif;
  if (publics !== null)
    yield {
      geste: 'assignPublics',
      prioritaires: publics.prioritaires,
      actuels: p.engagement.publics,
    };
  if (p.contrat === null) return;
  const jusquA = limiteRendezVous(p, r);
  if (etapes !== null)
    yield {
      geste: 'addEtape',
      du: p.contrat.signeLe,
      au: jusquA === null ? le : plusTot(le, jusquA),
      jusquA,
    };
  const aDeplacer = p.engagement.etapes
    .filter((t) => t.issue === null)
    .map(({ numero, du, au }) => ({ numero, du: plusTard(du, le), au }));
  const du = le;
  if (aDeplacer.length > 0 && (jusquA === null || du <= jusquA))
    yield { geste: 'moveEtape', etapes: aDeplacer, du, au: jusquA };
  const aDire = p.engagement.etapes.map(({ numero, convenueLe, issue }) => ({
    numero,
    du: convenueLe,
    issues: codesIssueEtape.filter((x) => x !== issue?.issue),
  }));
  if (aDire.length > 0) yield { geste: 'recordEtape', etapes: aDire, au: le };
}
