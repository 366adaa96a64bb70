import type { Vie } from '../demo/vies/vie';
import { instantAt } from '../domain/temps/heure-locale';
import { jour } from '../domain/temps/jour';
import type { DepartementDEssai } from '../test/support/departement-d-essai';
import { openDepartement } from './lieu';
import type { Banc } from './mesure';

/** Eighteen months from the first Monday of 2025, and what follows the cap. */
const FIN = jour('2026-08-31');

/** How long the walk took, and over how much: what every figure of a life is divided by. */
export type Marche = {
  readonly dureeMs: number;
  readonly arrets: number;
  readonly echeances: number;
  readonly gestes: number;
  readonly courriels: number;
};

/** Lives walked from their opening to their end, checked against the oracle: a wrong life is not worth timing. */
export async function walkVies(
  banc: Banc,
  o: { readonly nom: string; readonly vies: readonly Vie[]; readonly env?: Readonly<Record<string, string>> },
  ensuite: (d: DepartementDEssai, marche: Marche) => Promise<void> = () => Promise.resolve(),
): Promise<Marche> {
  const d = await openDepartement(banc, o);
  try {
    await d.open();
    const gestes = d.ecrit(FIN);
    banc.dit(`  ${o.nom} : ${o.vies.length} parcours ouverts, ${gestes.length} gestes à jouer`);
    const debut = performance.now();
    await d.joue(gestes, instantAt(FIN, '18:00', 'metropole'));
    const dureeMs = performance.now() - debut;
    const [ecart] = await d.ecarts();
    if (ecart !== undefined) throw new Error(`${o.nom} n’a pas vécu ce que dit la loi : ${ecart}`);
    const arrets = await d.base.promenade.aggregate({ _sum: { pas: true } });
    const marche = {
      dureeMs,
      arrets: arrets._sum.pas ?? 0,
      echeances: await d.base.fait.count({ where: { cle: { not: null } } }),
      gestes: gestes.length,
      courriels: d.messages().length,
    };
    await ensuite(d, marche);
    return marche;
  } finally {
    await d.close();
  }
}
