import type { Transaction } from '../base';

/** The versions of which one must still hold (If-Match); null: whatever it has become. */
export type Versions = readonly number[] | null;

export type Prise = 'prise' | 'inconnue' | 'perimee';

/** Locks a row of the annuaire, and tells whether it still is what its reader saw. The base moves the version by itself. */
export async function lockVersion(
  tx: Transaction,
  table: 'structure' | 'referent' | 'beneficiaire',
  id: string,
  versions: Versions,
): Promise<Prise> {
  const [ligne] = await tx.$queryRawUnsafe<{ version: number }[]>(
    `SELECT version FROM ${table} WHERE id = $1::uuid FOR NO KEY UPDATE`,
    id,
  );
  if (ligne === undefined) return 'inconnue';
  return versions === null || versions.includes(ligne.version) ? 'prise' : 'perimee';
}
