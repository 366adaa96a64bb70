import type { Base } from '../base';
import { inTransaction } from '../base';
import { listRetards, type Cause } from './retards.prisma';
import { writeReveil } from './reveils';

/** What reconciliation found, by cause. Zero everywhere is a quiet house. */
export type Comptes = {
  readonly echeances: number;
  readonly baux: number;
  readonly horloges: number;
  readonly matinees: number;
  readonly transferts: number;
  readonly imports: number;
  readonly purges: number;
  /** Overdue by more than an hour: an alert, something stops them. */
  readonly alertes: number;
};

/**
 * Reads PostgreSQL only, writes a wake-up for whatever should have advanced, and counts them; the relay does the
 * rest. Empty the Temporal database in mid-life and everything comes back (house 1).
 */
export async function reconcile(base: Base): Promise<Comptes> {
  const retards = await listRetards(base);
  await wakeAll(base, [...new Set(retards.map((r) => r.cible))], 'reconciliation');
  const count = (cause: Cause) => retards.filter((r) => r.cause === cause).length;
  return {
    echeances: count('echeances'),
    baux: count('baux'),
    horloges: count('horloges'),
    matinees: count('matinees'),
    transferts: count('transferts'),
    imports: count('imports'),
    purges: count('purges'),
    alertes: retards.filter((r) => r.alerte).length,
  };
}

/** By ascending target, in one transaction a hundred: rows are locked in the same order everywhere. */
export async function wakeAll(base: Base, cibles: readonly string[], raison: string): Promise<void> {
  const ordonnees = [...cibles].sort();
  for (let i = 0; i < ordonnees.length; i += 100) {
    const lot = ordonnees.slice(i, i + 100);
    await inTransaction(base, async (tx) => {
      for (const cible of lot) await writeReveil(tx, cible, raison);
    });
  }
}
