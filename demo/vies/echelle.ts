import { limiteReponse } from '../../domain/obligations/echeances-manquement';
import { findManquementOuvert } from '../../domain/obligations/manquement';
import type { Contexte } from '../../domain/parcours/contexte';
import type { Demande } from '../../domain/parcours/demandes';
import type { Parcours } from '../../domain/parcours/parcours';
import type { CivilDate } from '../../domain/temps/jour';

/** The text of a decision is a person's: the oracle only knows that there is one. */
export const TEXTE = '00000000-0000-5000-8000-000000000003';

/** R14 — nobody answered in time: the référent says so, the evening after the last day. */
export function qualifySansReponse(p: Parcours, ctx: Contexte, le: CivilDate): readonly Demande[] {
  const m = findManquementOuvert(p.manquements, 'absence');
  if (m?.etat.etat !== 'motif_demande') return [];
  const limite = limiteReponse(m, 'demande_motif', p, ctx);
  if (limite === null || le <= limite) return [];
  return [{ type: 'qualifyMotif', manquement: m.id, qualification: 'sans_reponse', texteId: null }];
}
