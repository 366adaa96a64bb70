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

/** More than any parcours or structure will ever have on one page of a person. */
const TOUS = 10_000;

/** Which mails, and how many of them. */
export type FiltreCourriels = {
  readonly structureId?: string | null;
  readonly etat?: string | null;
  readonly modele?: string | null;
  readonly destinataire?: string | null;
  /** The id of the last one read. */
  readonly apres?: string | null;
  readonly limite?: number;
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

/** In the order in which they were written. */
export function listCourriels(
  base: Base,
  parcoursId: string,
  filtre: FiltreCourriels = {},
): Promise<CourrielSuivi[]> {
  return listSuivis(base, { parcoursId }, filtre);
}

/** The digests of a structure: they belong to no parcours (R17). */
export function listRecapitulatifs(
  base: Base,
  structureId: string,
  filtre: FiltreCourriels = {},
): Promise<CourrielSuivi[]> {
  return listSuivis(base, { structureId, parcoursId: null }, filtre);
}

type CourrielDeTous = CourrielSuivi & { readonly parcoursId: string | null; readonly structureId: string };

/** Those of all the parcours, by id. */
export async function listTousLesCourriels(base: Base, filtre: FiltreCourriels): Promise<CourrielDeTous[]> {
  const lignes = await base.courriel.findMany({
    where: { ...conditionsOf(filtre), ...(given(filtre.apres) && { id: { gt: filtre.apres } }) },
    orderBy: { id: 'asc' },
    take: filtre.limite ?? TOUS,
    select: { ...suivi, parcoursId: true, structureId: true },
  });
  return lignes.map((l) => ({ ...l, ...instantsOf(l) }));
}

async function listSuivis(
  base: Base,
  where: { readonly parcoursId: string | null; readonly structureId?: string },
  filtre: FiltreCourriels,
): Promise<CourrielSuivi[]> {
  const lignes = await base.courriel.findMany({
    where: { ...conditionsOf(filtre), ...where, ...(await afterOf(base, filtre.apres ?? null)) },
    orderBy: [{ creeA: 'asc' }, { cle: 'asc' }],
    take: filtre.limite ?? TOUS,
    select: suivi,
  });
  return lignes.map((l) => ({ ...l, ...instantsOf(l) }));
}

/** What was written after that one; everything when it is unknown. */
async function afterOf(base: Base, id: string | null) {
  const dernier =
    id === null
      ? null
      : await base.courriel.findUnique({ where: { id }, select: { creeA: true, cle: true } });
  if (dernier === null) return {};
  const { creeA, cle } = dernier;
  return { OR: [{ creeA: { gt: creeA } }, { creeA, cle: { gt: cle } }] };
}

function conditionsOf({ structureId, etat, modele, destinataire }: FiltreCourriels) {
  return {
    ...(given(structureId) && { structureId }),
    ...(given(etat) && { etat }),
    ...(given(modele) && { modele }),
    ...(given(destinataire) && { destinataire }),
  };
}

function given<T>(valeur: T | null | undefined): valeur is T {
  return valeur !== null && valeur !== undefined;
}

function instantsOf(l: { readonly creeA: Date; readonly essaiApres: Date; readonly envoyeA: Date | null }) {
  return {
    creeA: instantOfColonne(l.creeA),
    essaiApres: instantOfColonne(l.essaiApres),
    envoyeA: l.envoyeA === null ? null : instantOfColonne(l.envoyeA),
  };
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
