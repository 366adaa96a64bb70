import { bilansARealiser, cleAnnonce, type BilanPrevu } from '../parcours/bilan';
import { aujourdhui, matinOf, type Contexte, type Regles } from '../parcours/contexte';
import { avertissement, escalades } from '../parcours/avertissements';
import type { Echeance } from '../parcours/echeance';
import { revisionDite, type Parcours } from '../parcours/parcours';
import { plafondOf, type Calendrier } from '../parcours/plafond';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import { addJoursOuvres, joursAvant, reporteAuJourOuvre } from '../temps/calendrier';
import { addDuree, joursEntre, type CivilDate } from '../temps/jour';
import { findVersion } from './contrat-engage';
import type { DemandeEngagementDe } from './demandes-engagement';
import type { FaitEngagement } from './faits-engagement';

/** R28 — the legal stock-take of one version of the contrat: the day on which it is due, and those before it. */
export type PointPrevu = {
  /** Names the version, its delay and, once the signature was put right, how often (house 6): `point:1.6.a2`. */
  readonly cle: string;
  readonly version: number;
  readonly mois: number;
  readonly aTenirLe: CivilDate;
  readonly preparationLe: CivilDate;
  readonly annonceLe: CivilDate;
  readonly avecBilan: number | null;
};

/** R28 — months of the clock for this person; null when the point does not concern them. */
function moisDuPoint(
  p: Pick<Parcours, 'engagement'>,
  { dispositif }: Pick<Regles, 'dispositif'>,
): number | null {
  const { mois, moisSiDifficulte } = dispositif.pointLegal;
  const { regime } = p.engagement.pointLegal;
  if (regime === 'sans_objet') return null;
  return regime === 'six_mois' ? mois : moisSiDifficulte;
}

/** R28 — from the signature or the last revision (CASF L.262-31), always from that day; null when none is expected. */
export function findPointPrevu(p: Calendrier & Pick<Parcours, 'engagement'>, r: Regles): PointPrevu | null {
  const version = findVersion(p);
  const mois = moisDuPoint(p, r);
  const plafond = plafondOf(p, r);
  if (version === null || mois === null || plafond === null) return null;
  if (p.engagement.pointLegal.tenus.some((t) => t.version === version.version)) return null;
  const le = addDuree(version.le, { mois });
  if (le > plafond) return null;
  const aTenirLe = reporteAuJourOuvre(le, r.zone);
  const { preparation, annonce } = r.dispositif.pointLegal;
  // R32 — only the first version runs from the signature: put right, its day is another échéance.
  const revision = version.version === 1 && p.contrat !== null ? revisionDite(p.contrat) : '';
  return {
    cle: `point:${version.version}.${mois}${revision}`,
    version: version.version,
    mois,
    aTenirLe,
    preparationLe: joursAvant(aTenirLe, preparation, r.zone),
    annonceLe: joursAvant(aTenirLe, annonce, r.zone),
    avecBilan: p.engagement.pointLegal.avecBilan,
  };
}

/** R28, R32 — its announcement has come: a date that is put right since must be said again. */
export function estAnnonce({ cle }: PointPrevu, { echues }: Pick<Parcours, 'echues'>): boolean {
  return echues[`${cle}:annonce`] !== undefined;
}

/** R28 — the bilan that lies near enough for one appointment to serve both; the choice is a human's. */
export function findBilanProche(p: Parcours, r: Regles): BilanPrevu | null {
  const point = findPointPrevu(p, r);
  if (point === null) return null;
  const { memeRendezVousSousJours } = r.dispositif.pointLegal;
  return (
    bilansARealiser(p, r).find(
      (b) => Math.abs(joursEntre(b.aTenirLe, point.aTenirLe)) <= memeRendezVousSousJours,
    ) ?? null
  );
}

/** R28 — the bilan announced to the person on the very day of the point: one mail then tells both. */
export function findBilanDuMemeJour(p: Parcours, r: Regles): BilanPrevu | null {
  const point = findPointPrevu(p, r);
  if (point === null) return null;
  return bilansARealiser(p, r).find((b) => b.annonceLe === point.annonceLe) ?? null;
}

/** R28 — the announcement, as a fait; `bilan` when that bilan's own announcement went this morning and told it. */
export function announceFait(
  { version, mois, aTenirLe }: Pick<PointPrevu, 'version' | 'mois' | 'aTenirLe'>,
  p: Parcours,
  r: Regles,
): FaitEngagement {
  const memeJour = findBilanDuMemeJour(p, r);
  const dit = memeJour !== null && p.echues[cleAnnonce(memeJour)] !== undefined;
  return {
    type: 'point_legal_annonce',
    ...{ version, mois, aTenirLe },
    ...(dit && { bilan: memeJour.rang }),
  };
}

/**
 * R28 — prepared by the référent, announced to the person, recalled, then told to the manager, then R12. Held with
 * a bilan, its announcement and its reminders are those of the bilan; its lateness stays its own.
 */
export function* echeancesPointLegal(
  p: Calendrier & Pick<Parcours, 'id' | 'engagement'>,
  r: Regles,
): Iterable<Echeance> {
  const point = findPointPrevu(p, r);
  if (point === null) return;
  const { cle, version, mois, aTenirLe, preparationLe, annonceLe, avecBilan } = point;
  const { preparation, rappels, retardResponsableJoursOuvres } = r.dispositif.pointLegal;
  const auReferent = { nature: 'point_legal', pour: ['referent'], serie: `${cle}:referent` } as const;
  if (avecBilan === null) {
    yield avertissement(p.id, r, {
      cle: `${cle}:avis:${preparation}`,
      duLe: preparationLe,
      avis: 'point_a_preparer',
      ...auReferent,
    });
    yield {
      nature: 'point_legal',
      cle: `${cle}:annonce`,
      duLe: annonceLe,
      a: matinOf(p.id, annonceLe, r),
      serie: null,
      geste: 'annoncer_point',
      version,
      mois,
      aTenirLe,
    };
    for (const n of rappels) {
      yield avertissement(p.id, r, {
        cle: `${cle}:rappel:${n}`,
        duLe: joursAvant(aTenirLe, n, r.zone),
        avis: 'point_a_tenir',
        ...auReferent,
      });
    }
  }
  const retard = addJoursOuvres(aTenirLe, retardResponsableJoursOuvres, r.zone);
  const enRetard = {
    nature: 'point_legal',
    avis: 'point_en_retard',
    serie: `${cle}:responsable`,
  } as const;
  yield avertissement(p.id, r, {
    cle: `${cle}:retard:${retardResponsableJoursOuvres}`,
    duLe: retard,
    pour: ['responsable'],
    ...enRetard,
  });
  yield* escalades(p.id, r, retard, { cle, ...enRetard });
}

/** R28 — six months, twelve with a difficulty, or no legal point at all: a human says which, and why. */
export function assignPointLegal(d: DemandeEngagementDe<'assignPointLegal'>, p: Parcours): Verdict {
  if (p.contrat === null) return refuse({ code: 'contrat_absent' });
  return accepte({ type: 'point_legal_regle', regime: d.regime });
}

/** R28 — one appointment for the bilan and the point, or one each again. */
export function joinPointLegal(
  { bilan }: DemandeEngagementDe<'joinPointLegal'>,
  p: Parcours,
  ctx: Contexte,
): Verdict {
  const point = findPointPrevu(p, ctx);
  if (point === null) return refuse({ code: 'point_inconnu' });
  const proche = findBilanProche(p, ctx);
  if (bilan !== null && bilan !== proche?.rang)
    return refuse({ code: 'point_loin_du_bilan', jours: ctx.dispositif.pointLegal.memeRendezVousSousJours });
  if (bilan === point.avecBilan) return refuse({ code: 'point_deja_choisi' });
  return accepte({ type: 'point_legal_joint', version: point.version, bilan });
}

/** R28 — recorded by a human, from the day on which it is prepared; lateness is recorded as it is. */
export function recordPointLegal(
  d: DemandeEngagementDe<'recordPointLegal'>,
  p: Parcours,
  ctx: Contexte,
): Verdict {
  if (p.contrat === null) return refuse({ code: 'contrat_absent' });
  const point = findPointPrevu(p, ctx);
  if (point === null) return refuse({ code: 'point_inconnu' });
  const le = aujourdhui(ctx);
  const minimum = point.preparationLe;
  if (le < minimum) return refuse({ code: 'point_pas_encore_prepare', aPartirDu: minimum });
  if (d.tenuLe > le) return refuse({ code: 'date_future', le: d.tenuLe });
  if (d.tenuLe < minimum) return refuse({ code: 'date_anterieure', minimum });
  return accepte({ type: 'point_legal_tenu', version: point.version, tenuLe: d.tenuLe, issue: d.issue });
}
