import { aujourdhui, type Contexte } from '../parcours/contexte';
import { decide } from '../parcours/decide';
import type { FaitInscrit } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import type { CodeRefus } from '../refus';
import type { Agenda } from '../rendez-vous/agenda';
import { demandeOf, type Transfert } from './transfert';

/** R23 — what would become of one parcours, before anything is done. */
export type Apercu = {
  readonly parcoursId: string;
  readonly refus: CodeRefus | null;
  readonly deplaces: number;
  readonly aReplacer: number;
};

/**
 * R23 — the same law, asked of each parcours in turn and written nowhere: what one takes in the agenda, the next
 * one does not find. A preview reserves nothing.
 */
export function apercusOf(
  t: Transfert,
  lus: readonly { readonly p: Parcours; readonly ctx: Contexte }[],
  agenda: Agenda,
): readonly Apercu[] {
  const pris: Agenda['pris'][number][] = [...agenda.pris];
  return lus.map(({ p, ctx }) => {
    const demande = demandeOf(t, aujourdhui(ctx));
    const decision = decide(p.id, demande, p, { ...ctx, agenda: { ...agenda, pris } }, 'jalons');
    if (!decision.accepte) return { parcoursId: p.id, refus: decision.refus.code, deplaces: 0, aReplacer: 0 };
    const { faits } = decision.conclusion;
    for (const { fait } of faits) if (fait.type === 'rendez_vous_deplace') pris.push(fait.creneau);
    return { parcoursId: p.id, refus: null, ...comptesOf(faits) };
  });
}

/** R22, R24 — how many appointments have moved, and how many wait for a human. */
function comptesOf(faits: readonly Pick<FaitInscrit, 'fait'>[]): Pick<Apercu, 'deplaces' | 'aReplacer'> {
  const count = (type: FaitInscrit['fait']['type']) => faits.filter(({ fait }) => fait.type === type).length;
  return { deplaces: count('rendez_vous_deplace'), aReplacer: count('rendez_vous_a_replacer') };
}
