import type { CourrielVoulu } from '../courriels/courriel';
import { aujourdhui, type Contexte } from '../parcours/contexte';
import type { FaitInscrit, RaisonAbandon } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { jourAt } from '../temps/heure-locale';
import { findVersion } from './contrat-engage';
import type { FaitEngagement } from './faits-engagement';
import { pointDe } from './lignes-engagement';

type Dit = Extract<FaitEngagement, { type: 'point_legal_annonce' | 'contrat_revise' }>;

const SANS = { rendezVousId: null, revision: null, manquement: null, bilan: null, lettre: null } as const;

/** R26, R28 — the person is told of a revision, and of a legal stock-take that comes. */
export function courrielsEngagement(
  { fait, a, echeance }: Pick<FaitInscrit, 'a' | 'echeance'> & { readonly fait: Dit },
  apres: Parcours,
): readonly CourrielVoulu[] {
  if (fait.type === 'contrat_revise')
    return [
      { ...SANS, cle: `version:${fait.version}:revise`, modele: 'contrat_revise', destinataire: 'personne' },
    ];
  return jourAt(a, apres.zone) > fait.aTenirLe
    ? []
    : [
        {
          ...SANS,
          // R32 — announced again under the clé of its right day.
          cle: echeance?.cle ?? `point:${fait.version}.${fait.mois}:annonce`,
          modele: 'point_annonce',
          destinataire: 'personne',
        },
      ];
}

/** R26 — the version of the contrat that a mail tells of: its clé names it second. */
export function versionOf({ cle }: Pick<CourrielVoulu, 'cle'>): number {
  return Number(cle.split(':')[1]);
}

/** R09 — a revision overtaken by the next one, a point held, moved or past: nothing true is left to say. */
export function raisonEngagement(
  c: Pick<CourrielVoulu, 'cle' | 'modele'>,
  p: Parcours,
  ctx: Pick<Contexte, 'maintenant' | 'dispositif' | 'zone'>,
): RaisonAbandon | null {
  if (c.modele === 'contrat_revise')
    return findVersion(p)?.version === versionOf(c) ? null : 'depassee_par_la_suivante';
  const point = pointDe(c.cle, p, ctx);
  return point === null || point.aTenirLe < aujourdhui(ctx) ? 'deja_passee' : null;
}
