import { getConfiguration } from '../config/configuration';
import { createBase, type Base } from '../registre/base';

/** A command's own connections to the base, closed when its work is done. */
export async function withBase<T>(travail: (base: Base) => Promise<T>, connexions = 1): Promise<T> {
  const base = createBase(getConfiguration().DATABASE_URL, connexions);
  try {
    return await travail(base);
  } finally {
    await base.$disconnect();
    // Prisma closes the pool only if it has used it.
    if (!base.pool.ended) await base.pool.end();
  }
}
