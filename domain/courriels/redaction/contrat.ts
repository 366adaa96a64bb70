import { findVersion, heuresOf } from '../../engagement/contrat-engage';
import { findEtapeDite, versionOf } from '../../engagement/courriels-engagement';
import { findBilanDuMemeJour, findPointPrevu } from '../../engagement/point-legal';
import { bilansARealiser, bilansPrevus } from '../../parcours/bilan';
import { aujourdhui, type Regles } from '../../parcours/contexte';
import type { Parcours } from '../../parcours/parcours';
import { limiteProlongation, plafondOf } from '../../parcours/plafond';
import { ancreOf } from '../../rendez-vous/rendez-vous';
import { nomComplet } from '../passages';
import type { Redaction } from './matiere';

type ModeleDuContrat =
  | 'bilan_annonce'
  | 'point_annonce'
  | 'contrat_revise'
  | 'etape'
  | 'rectification_contrat'
  | 'plafond_atteint';

/** R28 — chosen for one appointment, or announced that very morning. */
function findPointDit(bilan: number | null, p: Parcours, r: Regles) {
  const point = findPointPrevu(p, r);
  if (point === null) return null;
  const ensemble = point.avecBilan === bilan;
  return ensemble || findBilanDuMemeJour(p, r)?.rang === bilan
    ? { ensemble, aTenirLe: point.aTenirLe }
    : null;
}

/** R15, R16, R26, R28, R32, R39 — what runs from the contrat. */
export const redactionsDuContrat: { readonly [M in ModeleDuContrat]: Redaction<M> } = {
  bilan_annonce(voulu, { p, ctx, commun, rdv }) {
    const prevu = bilansPrevus(p, ctx).find((b) => b.rang === voulu.bilan);
    const tenu = p.rendezVous.find((r) => r.bilan === voulu.bilan && r.issue === null);
    return {
      ...commun,
      modele: 'bilan_annonce',
      aTenirLe: prevu?.aTenirLe ?? aujourdhui(ctx),
      point: findPointDit(voulu.bilan, p, ctx),
      rendezVous: rdv(tenu?.id ?? null),
    };
  },
  point_annonce(_, { p, ctx, commun }) {
    const aTenirLe = findPointPrevu(p, ctx)?.aTenirLe ?? aujourdhui(ctx);
    return { ...commun, modele: 'point_annonce', aTenirLe };
  },
  contrat_revise(voulu, { p, ctx, commun }) {
    const dite = p.engagement.versions.find((v) => v.version === versionOf(voulu));
    const version = dite ?? findVersion(p);
    return (
      version && {
        ...commun,
        modele: 'contrat_revise',
        le: version.le,
        par: version.par ?? 'referent',
        heures: heuresOf(version, ctx).parSemaine,
        pointLe: findPointPrevu(p, ctx)?.aTenirLe ?? null,
      }
    );
  },
  etape(voulu, { p, commun }) {
    const dite = findEtapeDite(voulu, p);
    return dite && { ...commun, ...dite };
  },
  rectification_contrat(_, { p, ctx, commun }) {
    const prochain = bilansARealiser(p, ctx).find((b) => b.aTenirLe >= aujourdhui(ctx));
    return {
      ...commun,
      modele: 'rectification_contrat',
      signeLe: p.contrat?.signeLe ?? aujourdhui(ctx),
      dernierJour: plafondOf(p, ctx) ?? aujourdhui(ctx),
      prochainBilanLe: prochain?.aTenirLe ?? null,
      pointLe: findPointPrevu(p, ctx)?.aTenirLe ?? null,
    };
  },
  plafond_atteint(voulu, { p, ctx, commun, responsable }) {
    const ancre = ancreOf(p);
    const prolongeable =
      ancre !== null && p.prolongations.length < ctx.dispositif.plafond.prolongation.fois
        ? limiteProlongation(ancre, ctx)
        : null;
    return {
      ...commun,
      modele: 'plafond_atteint',
      nom: voulu.destinataire === 'responsable' ? responsable : nomComplet(commun.referent),
      dernierJour: plafondOf(p, ctx) ?? aujourdhui(ctx),
      prolongeableJusquAu: prolongeable,
    };
  },
};
