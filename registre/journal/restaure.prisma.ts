import type { FaitInscrit } from '../../domain/parcours/faits';
import type { Parcours } from '../../domain/parcours/parcours';
import type { Horloge } from '../horloge/horloge';
import type { Transaction } from '../base';
import { writeReveil } from '../reveils/reveils';
import { colonnesOfFait, colonnesOfParcours, ligneOfAgenda } from './colonnes';
import { contexteOf } from './lecture.prisma';

/**
 * Writes a parcours whole, from a journal that was kept elsewhere (the pure core's, another base's): its rows, its
 * agenda, and the wake-up by which the engine takes it over.
 */
export async function restoreParcours(
  tx: Transaction,
  p: Parcours,
  journal: readonly FaitInscrit[],
  horloge: Horloge,
): Promise<void> {
  const ctx = contexteOf(p, horloge, { joignable: true }, null);
  const colonnes = colonnesOfParcours(p, ctx);
  await tx.parcours.create({ data: { id: p.id, ...colonnes } });
  await tx.fait.createMany({ data: journal.map((f) => colonnesOfFait(p.id, f)) });
  await tx.rendezVous.createMany({ data: p.rendezVous.map((rdv) => ligneOfAgenda(p, rdv)) });
  // Closed, it may still wait to ask what became of her (R34).
  if (!colonnes.clos || colonnes.prochaineA !== null) await writeReveil(tx, `parcours-${p.id}`, 'reprise');
}
