import type { Request } from 'express';
import { readHorloge } from '../../../registre/horloge/horloge';
import { findProchainInstant } from '../../../registre/horloge/marche.prisma';
import { findPromenadeEnCours } from '../../../registre/horloge/promenades';
import type { VueEcheance } from '../../../domain/parcours/prochaines';
import type { Cadre } from '../../../web/document';
import type { PanneauHorloge } from '../../../web/horloge';
import type { Dependances } from '../../dependances';
import { codesProbleme, problemeOf } from '../../probleme';

/** The clock is read on one wall, whatever the structures (as its walks are counted). */
const ZONE = 'metropole';

export type Autour = {
  readonly cadre: Cadre;
  readonly horloge: Omit<PanneauHorloge, 'prochaine' | 'propre'>;
};

/** What stands around every page: the clock, its walk, the tools beside. */
export async function readAutour(
  req: Request,
  d: Dependances,
): Promise<Autour & { readonly prochainA: PanneauHorloge['maintenant'] | null }> {
  const [{ maintenant }, marche, prochainA] = await Promise.all([
    readHorloge(d.base),
    findPromenadeEnCours(d.base),
    findProchainInstant(d.base),
  ]);
  const liens = { courriels: d.liens?.courriels ?? null, temporal: d.liens?.temporal?.url ?? null };
  return {
    cadre: { maintenant, zone: ZONE, liens, enMarche: marche !== null },
    horloge: { maintenant, zone: ZONE, marche, retour: retourOf(req), faute: fauteOf(req.query['horloge']) },
    prochainA,
  };
}

/** The page as it stands, without what the last gesture said. */
function retourOf(req: Request): string {
  const referent = req.query['referent'];
  return typeof referent === 'string' ? `${req.path}?referent=${encodeURIComponent(referent)}` : req.path;
}

function fauteOf(code: unknown): string | null {
  const connu = codesProbleme.find((c) => c === code);
  return connu === undefined ? null : problemeOf(connu).detail;
}

/** The next instant of all, said when one of these parcours brings it. */
export function prochaineOf(
  a: PanneauHorloge['maintenant'] | null,
  echeances: readonly (VueEcheance | null | undefined)[],
): PanneauHorloge['prochaine'] {
  if (a === null) return null;
  return { a, libelle: echeances.find((e) => e?.a === a)?.libelle ?? null };
}
