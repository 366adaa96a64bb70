import { appendConclusion as joinConclusions } from '../../domain/parcours/conclusion';
import type { Contexte } from '../../domain/parcours/contexte';
import { decide, type Decision } from '../../domain/parcours/decide';
import type { Demande, DemandeDe } from '../../domain/parcours/demandes';
import type { Acteur } from '../../domain/parcours/faits';
import type { Parcours } from '../../domain/parcours/parcours';
import { openingOf } from '../../domain/parcours/reorientation';
import { honourDues } from '../../domain/parcours/honour';
import { estDecesEnregistre } from '../../domain/parcours/suivi-sortie';
import { jourAt } from '../../domain/temps/heure-locale';
import type { CivilDate } from '../../domain/temps/jour';
import { reveilOf } from '../reveils/reveils';
import type { Salve } from '../salve';
import { appendConclusion, createParcours } from './ecriture.prisma';
import { contexteOf, lockParcours, readMoment, type Verrouille } from './lecture.prisma';

/** Another parcours written by the same act, with the number of its wake-up. */
export type Suite = { readonly parcoursId: string; readonly numero: bigint };

type Suivant = { readonly id: string; readonly decision: Decision; readonly ctx: Contexte };

/** R35 — what the law says of the opening that a reorientation asks for, at the same instant. */
export function decideSuivant(
  d: DemandeDe<'reorientParcours'>,
  p: Parcours,
  {
    horloge,
    personne,
    remplacements,
  }: Pick<Verrouille, 'horloge' | 'personne'> & Required<Pick<Contexte, 'remplacements'>>,
  { par }: { readonly par: Acteur },
): Suivant {
  const ouverture = openingOf(d, p);
  const ctx = contexteOf({ ...ouverture, dernierFaitA: p.dernierFaitA }, horloge, personne, null);
  const decision = decide(d.suivantId, ouverture, null, { ...ctx, remplacements }, par);
  return { id: d.suivantId, decision, ctx };
}

/** Written after the parcours that it continues has closed: a person has one open parcours at most. */
export async function writeSuivant(tx: Salve, { id, decision, ctx }: Suivant): Promise<Suite> {
  if (!decision.accepte) throw new Error('Un parcours refusé ne s’ouvre pas.');
  const { apres } = decision.conclusion;
  const { numero } = await readMoment(tx, apres.beneficiaireId);
  if (!(await createParcours(tx, apres, ctx))) throw new Error('Le parcours suivant est déjà ouvert.');
  appendConclusion(tx, decision.conclusion, ctx);
  tx.write(reveilOf({ cible: `parcours-${id}`, numero, raison: 'openParcours' }));
  return { parcoursId: id, numero };
}

/**
 * R33 — a death silences every other parcours of the person: a closed one asks nothing more; an open one writes
 * nothing more to her, and waits for a human.
 */
export async function writeSilence(
  tx: Salve,
  apres: Parcours,
  { par }: { readonly par: Acteur },
): Promise<readonly Suite[]> {
  if (!estDecesEnregistre(apres)) return [];
  const autres = await tx.read<{ id: string }>({
    name: 'autres_parcours_de',
    text: 'SELECT id FROM parcours WHERE beneficiaire_id = $1::uuid AND id <> $2::uuid ORDER BY id',
    values: [apres.beneficiaireId, apres.id],
  });
  const suites: Suite[] = [];
  for (const { id } of autres) {
    const lu = await lockParcours(tx, id);
    if (lu === null) continue;
    const ctx = contexteOf(lu.parcours, lu.horloge, lu.personne, null);
    const dues = honourDues(lu.parcours, ctx);
    const demande = silenceDe(dues.apres, apres.id, jourAt(ctx.maintenant, ctx.zone));
    const decision = decide(id, demande, dues.apres, ctx, par);
    if (!decision.accepte) continue;
    appendConclusion(tx, joinConclusions(dues, decision.conclusion), ctx);
    tx.write(reveilOf({ cible: `parcours-${id}`, numero: lu.numero, raison: demande.type }));
    suites.push({ parcoursId: id, numero: lu.numero });
  }
  return suites;
}

function silenceDe({ sortie }: Parcours, depuisId: string, le: CivilDate): Demande {
  return sortie === null
    ? { type: 'recordDeces', depuisId }
    : { type: 'recordSuivi', situation: 'sans_objet', le, texteId: null };
}
