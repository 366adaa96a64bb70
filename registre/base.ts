import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient, type Prisma } from '../prisma/client/client';

/** Prisma, and the pool of connections under it, which the writes of the journal use as it is (salve.ts). */
export type Base = PrismaClient & { readonly pool: Pool };
export type Transaction = Prisma.TransactionClient;

/** Bounds in milliseconds: a frozen PostgreSQL must not hang a process for ever (docs/decisions/0004). */
const DELAIS = {
  connectionTimeoutMillis: 2_000,
  query_timeout: 15_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 30_000,
  // A row held for longer than this is a panne passagère: the caller tries again.
  options: '-c lock_timeout=2000',
};

export function createBase(databaseUrl: string, connexions = 10): Base {
  const pool = new Pool({ connectionString: databaseUrl, max: connexions, pipeline: true, ...DELAIS });
  // A connection lost while idle: the next query asks for another one.
  pool.on('error', () => undefined);
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  return Object.assign(new PrismaClient({ adapter }), { pool });
}

/** One transaction of the house: it waits at most ten seconds for a connection, and lives at most twenty. */
export function inTransaction<T>(base: Base, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return base.$transaction(work, { maxWait: 10_000, timeout: 20_000 });
}
