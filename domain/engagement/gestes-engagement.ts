import type { BilanPrevu } from '../parcours/bilan';
import { aujourdhui, type Regles } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import { plafondOf } from '../parcours/plafond';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import { reporteAuJourOuvre } from '../temps/calendrier';
import type { IssueConstat, RegimePoint } from './codes';
import { findVersion, heuresOf } from './contrat-engage';
import { declarationsDues, type DeclarationDue } from './declarations';
import type { DemandeEngagement } from './demandes-engagement';
import { issuesPermises } from './demarches';
import { momentsDroits } from './droits';
import type { Heures, IssuePoint } from './engagement';
import { CODES_ETAPE, gestesEtape, type DemandesEtape } from './gestes-etape';
import { findBilanProche, findPointPrevu } from './point-legal';

type Jours = { readonly du: CivilDate; readonly au: CivilDate };

/** R26 — the bounds of the hours, and those agreed so far. */
export type HeuresPermises = {
  readonly habituelles: number;
  readonly maximum: number;
  readonly actuelles: Heures;
};

/** What each gesture about the contrat and what was agreed asks for: the values that the law accepts now. */
export type DemandesEngagement = {
  readonly reviseContrat: Jours & { readonly heures: HeuresPermises };
  readonly recordRefusContrat: Jours & { readonly quoi: 'etablir' | 'actualiser' };
  readonly assignPointLegal: { readonly regime: RegimePoint };
  readonly joinPointLegal: { readonly bilan: number | null; readonly proche: BilanPrevu | null };
  readonly recordPointLegal: Jours & { readonly issues: readonly IssuePoint[] };
  readonly recordEntretien: {
    readonly rendezVous: readonly number[];
    readonly du: CivilDate;
    readonly au: CivilDate | null;
  };
  readonly addDemarche: { readonly du: CivilDate; readonly au: CivilDate | null };
  readonly recordDemarche: {
    readonly demarches: readonly {
      readonly numero: number;
      readonly issues: readonly (IssueConstat | 'sans_objet')[];
    }[];
  };
  readonly assignDeclarations: Jours & {
    readonly dtr: CivilDate | null;
    readonly actualisation: CivilDate | null;
  };
  readonly recordDeclaration: {
    readonly declarations: readonly (DeclarationDue & { readonly issues: readonly IssueConstat[] })[];
  };
  readonly recordDroits: { readonly moments: readonly number[] };
} & DemandesEtape;

export type GesteEngagement = {
  [C in DemandeEngagement['type']]: { readonly geste: C } & DemandesEngagement[C];
}[DemandeEngagement['type']];

export const CODES_ENGAGEMENT = {
  reviseContrat: 1,
  recordRefusContrat: 1,
  assignPointLegal: 1,
  joinPointLegal: 1,
  recordPointLegal: 1,
  recordEntretien: 1,
  addDemarche: 1,
  recordDemarche: 1,
  assignDeclarations: 1,
  recordDeclaration: 1,
  recordDroits: 1,
  ...CODES_ETAPE,
} as const satisfies Record<DemandeEngagement['type'], 1>;

export const issuesPoint: readonly IssuePoint[] = ['maintien', 'revision', 'reorientation'];

/** R26 — what a form about hours needs, before and after the signature. */
export function heuresPermises(p: Parcours, r: Regles): HeuresPermises {
  const { parSemaine: habituelles, maximum } = r.dispositif.contrat.heures;
  const version = findVersion(p);
  const actuelles = version === null ? { parSemaine: habituelles, motif: null } : heuresOf(version, r);
  return { habituelles, maximum, actuelles };
}

/** R25–R29 — never more, never less than `decide` would accept. */
export function* gestesEngagement(p: Parcours, r: Regles, maintenant: Instant): Iterable<GesteEngagement> {
  const le = aujourdhui({ maintenant, zone: r.zone });
  yield* gestesEntretien(p, r, le);
  yield* gestesConstat(p, r, { maintenant, zone: r.zone });
  yield* gestesPoint(p, r, le);
  yield* gestesContrat(p, r, le);
  yield* gestesEtape(p, r, le);
}

function* gestesEntretien(p: Parcours, r: Regles, du: CivilDate): Iterable<GesteEngagement> {
  const au = plafondOf(p, r);
  const honores = p.rendezVous.filter((rdv) => rdv.issue?.statut === 'honore').map((rdv) => rdv.id);
  if (honores.length > 0) yield { geste: 'recordEntretien', rendezVous: honores, du, au };
  if (au === null || du <= au) yield { geste: 'addDemarche', du, au };
}

function* gestesConstat(
  p: Parcours,
  r: Regles,
  ctx: { readonly maintenant: Instant; readonly zone: Regles['zone'] },
): Iterable<GesteEngagement> {
  const demarches = p.engagement.demarches
    .map((d) => ({ numero: d.numero, issues: issuesPermises(d, p, ctx) }))
    .filter(({ issues }) => issues.length > 0);
  if (demarches.length > 0) yield { geste: 'recordDemarche', demarches };
  const declarations = declarationsADire(p, r, aujourdhui(ctx));
  if (declarations.length > 0) yield { geste: 'recordDeclaration', declarations };
}

/** R27 — those whose day is over, the next of each genre, and those that may still be put right. */
function declarationsADire(
  p: Parcours,
  r: Regles,
  le: CivilDate,
): DemandesEngagement['recordDeclaration']['declarations'] {
  const vues = new Set<string>();
  return [...declarationsDues(p, r)].flatMap((d) => {
    const prochaine = !vues.has(d.genre);
    vues.add(d.genre);
    if (d.duLe > le && !prochaine) return [];
    const passee = le > reporteAuJourOuvre(d.duLe, r.zone);
    return [{ ...d, issues: passee ? (['faite', 'excusee', 'non_faite'] as const) : (['faite'] as const) }];
  });
}

function* gestesPoint(p: Parcours, r: Regles, le: CivilDate): Iterable<GesteEngagement> {
  if (p.contrat === null) return;
  const point = findPointPrevu(p, r);
  const proche = findBilanProche(p, r);
  if (point !== null && le >= point.preparationLe)
    yield { geste: 'recordPointLegal', du: point.preparationLe, au: le, issues: issuesPoint };
  if (point !== null && point.avecBilan !== null) yield { geste: 'joinPointLegal', bilan: null, proche };
  else if (proche !== null) yield { geste: 'joinPointLegal', bilan: proche.rang, proche };
  yield { geste: 'assignPointLegal', regime: p.engagement.pointLegal.regime };
}

function* gestesContrat(p: Parcours, r: Regles, le: CivilDate): Iterable<GesteEngagement> {
  const minimum = p.orientation.notifieeLe;
  const version = findVersion(p);
  const quoi = p.contrat === null ? 'etablir' : 'actualiser';
  if (minimum <= le) yield { geste: 'recordRefusContrat', quoi, du: minimum, au: le };
  if (version === null) return;
  yield { geste: 'reviseContrat', du: version.le, au: le, heures: heuresPermises(p, r) };
  yield { geste: 'recordDroits', moments: momentsDroits(p).map(({ moment }) => moment) };
  const du = jourAt(p.ouvertA, r.zone);
  const { dtr, actualisation } = p.engagement.declarations;
  const au = plafondOf(p, r) ?? le;
  if (du <= au) yield { geste: 'assignDeclarations', du, au, dtr, actualisation };
}
