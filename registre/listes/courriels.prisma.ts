import type { CourrielVoulu } from '../../domain/courriels/courriel';
import type { Instant } from '../../domain/temps/instant';
import type { Base } from '../base';
import { instantOfColonne } from '../dates';

/** A mail of a parcours as people follow it: never its address nor its text. */
export type CourrielSuivi = {
  readonly id: string;
  readonly cle: string;
  readonly modele: string;
  readonly destinataire: string;
  readonly etat: string;
  readonly essais: number;
  readonly creeA: Instant;
  readonly essaiApres: Instant;
  readonly envoyeA: Instant | null;
  readonly derniereReponse: string | null;
};

const suivi = {
  id: true,
  cle: true,
  modele: true,
  destinataire: true,
  etat: true,
  essais: true,
  creeA: true,
  essaiApres: true,
  envoyeA: true,
  derniereReponse: true,
} as const;

export function listCourriels(base: Base, parcoursId: string): Promise<CourrielSuivi[]> {
  return listSuivis(base, { parcoursId });
}

/** The digests of a structure: they belong to no parcours (R17). */
export function listRecapitulatifs(base: Base, structureId: string): Promise<CourrielSuivi[]> {
  return listSuivis(base, { structureId, parcoursId: null });
}

async function listSuivis(
  base: Base,
  where: { readonly parcoursId: string | null; readonly structureId?: string },
): Promise<CourrielSuivi[]> {
  const lignes = await base.courriel.findMany({
    where,
    orderBy: [{ creeA: 'asc' }, { cle: 'asc' }],
    select: suivi,
  });
  return lignes.map((l) => ({
    ...l,
    creeA: instantOfColonne(l.creeA),
    essaiApres: instantOfColonne(l.essaiApres),
    envoyeA: l.envoyeA === null ? null : instantOfColonne(l.envoyeA),
  }));
}

/** What a courriel wanted to say, to print it as a letter. */
export async function findCourrielVoulu(
  base: Base,
  parcoursId: string,
  cle: string,
): Promise<CourrielVoulu | null> {
  const ligne = await base.courriel.findFirst({ where: { parcoursId, cle }, select: { voulu: true } });
  return ligne === null ? null : (ligne.voulu as unknown as CourrielVoulu);
}
