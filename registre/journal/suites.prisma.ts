import type { Contexte } from '../../domain/parcours/contexte';
import { decide, type Decision } from '../../domain/parcours/decide';
import type { DemandeDe } from '../../domain/parcours/demandes';
import type { Acteur } from '../../domain/parcours/faits';
import type { Parcours } from '../../domain/parcours/parcours';
import { openingOf } from '../../domain/parcours/reorientation';
import { estDecedee } from '../../domain/parcours/suivi-sortie';
import { jourAt } from '../../domain/temps/heure-locale';
import type { Transaction } from '../base';
import { writeReveil } from '../reveils/reveils';
import { appendConclusion } from './ecriture.prisma';
import { contexteOf, lockParcours, type Verrouille } from './lecture.prisma';

/** Another parcours written by the same act, with the number of its wake-up. */
export type Suite = { readonly parcoursId: string; readonly numero: bigint };

type Suivant = { readonly id: string; readonly decision: Decision; readonly ctx: Contexte };

/** R35 — what the law says of the opening that a reorientation asks for, at the same instant. */
export function decideSuivant(
  d: DemandeDe<'reorientParcours'>,
  p: Parcours,
  { horloge, joignable }: Pick<Verrouille, 'horloge' | 'joignable'>,
  { par }: { readonly par: Acteur },
): Suivant {
  const ouverture = openingOf(d, p);
  const ctx = contexteOf({ ...ouverture, dernierFaitA: p.dernierFaitA }, horloge, joignable, null);
  return { id: d.suivantId, decision: decide(d.suivantId, ouverture, null, ctx, par), ctx };
}

/** Written after the parcours that it continues has closed: a person has one open parcours at most. */
export async function writeSuivant(tx: Transaction, { id, decision, ctx }: Suivant): Promise<Suite> {
  if (!decision.accepte) throw new Error('Un parcours refusé ne s’ouvre pas.');
  await appendConclusion(tx, decision.conclusion, ctx);
  return { parcoursId: id, numero: await writeReveil(tx, `parcours-${id}`, 'openParcours') };
}

/** R33 — a death silences every other parcours of the person that would still write to her. */
export async function writeSilence(
  tx: Transaction,
  apres: Parcours,
  { par }: { readonly par: Acteur },
): Promise<readonly Suite[]> {
  if (!estDecedee(apres)) return [];
  const autres = await tx.parcours.findMany({
    where: { beneficiaireId: apres.beneficiaireId, clos: true, id: { not: apres.id } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const suites: Suite[] = [];
  for (const { id } of autres) {
    const lu = await lockParcours(tx, id);
    if (lu === null) continue;
    const ctx = contexteOf(lu.parcours, lu.horloge, lu.joignable, null);
    const le = jourAt(ctx.maintenant, ctx.zone);
    const demande = { type: 'recordSuivi', situation: 'sans_objet', le, texteId: null } as const;
    const decision = decide(id, demande, lu.parcours, ctx, par);
    if (!decision.accepte) continue;
    await appendConclusion(tx, decision.conclusion, ctx);
    suites.push({ parcoursId: id, numero: await writeReveil(tx, `parcours-${id}`, 'recordSuivi') });
  }
  return suites;
}
