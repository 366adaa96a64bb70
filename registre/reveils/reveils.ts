import type { Base, Transaction } from '../base';
import type { Requete } from '../salve';

/** A workflow to wake, with the number that its deletion must name. */
export type Reveil = { readonly cible: string; readonly numero: bigint; readonly raison: string };

/**
 * Written in the same transaction as what calls for it, by whoever is not that workflow. One row per target: a
 * newer number replaces an older one, and the relay deletes only the number that it signalled.
 */
export async function writeReveil(tx: Transaction, cible: string, raison: string): Promise<bigint> {
  const [ligne] = await tx.$queryRaw<{ numero: bigint }[]>`
    INSERT INTO reveil (cible, numero, raison, cree_a)
    VALUES (${cible}, nextval('reveil_numero'), ${raison}, clock_timestamp())
    ON CONFLICT (cible) DO UPDATE SET numero = nextval('reveil_numero'), raison = EXCLUDED.raison
    RETURNING numero, pg_notify('jalons_reveil', ${cible})::text`;
  if (ligne === undefined) throw new Error('Le réveil n’a pas été écrit.');
  return ligne.numero;
}

/** The same, under a number already drawn, by whoever signals after its commit: the relay is not called, its sweep is there. */
export function reveilOf({ cible, numero, raison }: Reveil): Requete {
  return {
    name: 'reveil',
    text: `INSERT INTO reveil (cible, numero, raison, cree_a) VALUES ($1, $2, $3, clock_timestamp())
      ON CONFLICT (cible) DO UPDATE SET numero = EXCLUDED.numero, raison = EXCLUDED.raison`,
    values: [cible, numero, raison],
  };
}

/** Wake-ups not yet signalled, oldest first. */
export async function listReveils(base: Base, maximum: number): Promise<Reveil[]> {
  return base.$queryRaw<Reveil[]>`
    SELECT cible, numero, raison FROM reveil ORDER BY numero LIMIT ${maximum}`;
}

export async function deleteReveil(
  base: Base,
  { cible, numero }: Pick<Reveil, 'cible' | 'numero'>,
): Promise<void> {
  // Lost in a crash, it is signalled twice, which is harmless: no need to wait for the disk.
  await base.pool.query(
    `DELETE FROM reveil WHERE cible = $1 AND numero = $2 AND set_config('synchronous_commit', 'off', true) <> ''`,
    [cible, numero],
  );
}
