import type { Instant } from '../../domain/temps/instant';
import type { Transaction } from '../base';
import { instantOfColonne } from '../dates';

/** The last instant at which something was written: the clock is never put back before it. */
export async function findDernierFait(tx: Transaction): Promise<Instant | null> {
  const { _max } = await tx.fait.aggregate({ _max: { a: true } });
  return _max.a === null ? null : instantOfColonne(_max.a);
}
