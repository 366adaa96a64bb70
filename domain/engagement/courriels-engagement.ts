import { SANS, type CourrielVoulu } from '../courriels/courriel';
import { aujourdhui, type Contexte } from '../parcours/contexte';
import type { FaitInscrit, RaisonAbandon } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { jourAt } from '../temps/heure-locale';
import { findVersion } from './contrat-engage';
import type { FaitEngagement } from './faits-engagement';
import { pointDe } from './lignes-engagement';

type FaitEtape = Extract<FaitEngagement, { type: 'etape_convenue' | 'etape_deplacee' | 'etape_constatee' }>;
type Dit = Extract<FaitEngagement, { type: 'point_legal_annonce' | 'contrat_revise' }> | FaitEtape;

/** R26, R28, R39 — the person is told of a revision, of a legal stock-take that comes, of a step of her way. */
export function courrielsEngagement(
  { fait, a, echeance }: Pick<FaitInscrit, 'a' | 'echeance'> & { readonly fait: Dit },
  apres: Parcours,
): readonly CourrielVoulu[] {
  const courriel = (cle: string, modele: CourrielVoulu['modele']): CourrielVoulu => {
    return { ...SANS, cle, modele, destinataire: 'personne' };
  };
  switch (fait.type) {
    case 'contrat_revise':
      return [courriel(`version:${fait.version}:revise`, 'contrat_revise')];
    case 'point_legal_annonce':
      // Told by the bilan's mail of the same morning. R32 — announced again under the clé of its right day.
      return fait.bilan !== undefined || jourAt(a, apres.zone) > fait.aTenirLe
        ? []
        : [courriel(echeance?.cle ?? `point:${fait.version}.${fait.mois}:annonce`, 'point_annonce')];
    default: {
      const revision = apres.engagement.etapes.find((t) => t.numero === fait.etape)?.revision ?? 1;
      return [courriel(`etape:${fait.etape}.${revision}:dite`, 'etape')];
    }
  }
}

/** R26 — the version of the contrat that a mail tells of: its clé names it second. */
export function versionOf({ cle }: Pick<CourrielVoulu, 'cle'>): number {
  return Number(cle.split(':')[1]);
}

/** R39 — the step that a mail tells of, `etape:3.2:dite`, and the revision of it that it told. */
function sujetEtape({ cle }: Pick<CourrielVoulu, 'cle'>): {
  readonly numero: number;
  readonly revision: number;
} {
  const [numero = 0, revision = 0] = (cle.split(':')[1] ?? '').split('.').map(Number);
  return { numero, revision };
}

/** R39 — what became of that step, by its present state. */
export function findEtapeDite(c: Pick<CourrielVoulu, 'cle'>, { engagement }: Pick<Parcours, 'engagement'>) {
  const etape = engagement.etapes.find((t) => t.numero === sujetEtape(c).numero);
  if (etape === undefined) return null;
  const { numero, revision, quoi: genre, partenaire, du, au, issue } = etape;
  const quoi = issue?.issue ?? (revision === 1 ? 'convenue' : 'deplacee');
  return { modele: 'etape', numero, quoi, genre, partenaire, du, au } as const;
}

/** R09 — overtaken by the next one, a point held, moved or past: nothing true is left to say. */
export function raisonEngagement(
  c: Pick<CourrielVoulu, 'cle' | 'modele'>,
  p: Parcours,
  ctx: Pick<Contexte, 'maintenant' | 'dispositif' | 'zone'>,
): RaisonAbandon | null {
  if (c.modele === 'etape') {
    const { numero, revision } = sujetEtape(c);
    const etape = p.engagement.etapes.find((t) => t.numero === numero);
    return etape?.revision === revision ? null : 'depassee_par_la_suivante';
  }
  if (c.modele === 'contrat_revise')
    return findVersion(p)?.version === versionOf(c) ? null : 'depassee_par_la_suivante';
  const point = pointDe(c.cle, p, ctx);
  return point === null || point.aTenirLe < aujourdhui(ctx) ? 'deja_passee' : null;
}
