/** SQLSTATE classes of PostgreSQL that a later try may not meet: connection, resources, operator, lock, serialization. */
const SQLSTATE = /^(?:08|53|57|55P03|40001|40P01|25P03)/;

const PRISMA: ReadonlySet<string> = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
  'P2037',
]);

const CAUSES: ReadonlySet<string> = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TransactionWriteConflict',
]);

/** What `pg` says without a code (engine.md 4). */
const PHRASES =
  /connection terminated|connection error|not queryable|query read timeout|connection timeout|timeout exceeded when trying to connect|ECONNREFUSED|ECONNRESET|EPIPE/i;

/** A passing outage of PostgreSQL: the caller may try again as is. Anything else is a bug. */
export function isPannePassagere(erreur: unknown): boolean {
  const { code, kind } = causeOf(erreur);
  return (
    PRISMA.has(textOf(erreur, 'code')) ||
    CAUSES.has(kind) ||
    SQLSTATE.test(code) ||
    PHRASES.test(textOf(erreur, 'message'))
  );
}

/** What PostgreSQL said: `pg` throws it as it is, Prisma wraps it in `meta.driverAdapterError.cause`. */
export function causeOf(erreur: unknown): { readonly code: string; readonly kind: string } {
  const cause = field(field(field(erreur, 'meta'), 'driverAdapterError'), 'cause');
  const code = cause === undefined ? textOf(erreur, 'code') : textOf(cause, 'originalCode');
  return { code, kind: textOf(cause, 'kind') };
}

function textOf(lu: unknown, nom: string): string {
  const valeur = field(lu, nom);
  return typeof valeur === 'string' ? valeur : '';
}

function field(lu: unknown, nom: string): unknown {
  return typeof lu === 'object' && lu !== null ? Reflect.get(lu, nom) : undefined;
}
