import type { Fait } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import type { Manquement, RaisonCloture } from './manquement';

/** Closed for good: nothing was held against the person, or nothing can be changed any more. */
const DEFINITIVES: readonly RaisonCloture[] = [
  'motif_legitime',
  'statut_corrige',
  'erreur_corrigee',
  'parcours_clos',
];

/** R31 — a closed ladder that a legitimate motive, known after the fact, still clears. */
export function findALever(p: Pick<Parcours, 'manquements'>, id: number): Manquement | null {
  const m = p.manquements.find((x) => x.id === id);
  return m?.etat.etat === 'clos' && !DEFINITIVES.includes(m.etat.raison) ? m : null;
}

/** R31 — reopened and cleared in one act; a signalement that had left is withdrawn. */
export function leveeOf(m: Manquement): readonly Fait[] {
  const leve = { type: 'manquement_leve', manquement: m.id } as const;
  return m.transmisA === null
    ? [leve]
    : [leve, { type: 'signal_a_transmettre', manquement: m.id, quoi: 'retrait' }];
}
