import type { Base, Transaction } from '../base';

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

/** Wake-ups not yet signalled, oldest first. */
export async function listReveils(base: Base, maximum: number): Promise<Reveil[]> {
  return base.$queryRaw<Reveil[]>`
    SELECT cible, numero, raison FROM reveil ORDER BY numero LIMIT ${maximum}`;
}

export async function deleteReveil(
  base: Base,
  { cible, numero }: Pick<Reveil, 'cible' | 'numero'>,
): Promise<void> {
  await base.$executeRaw`DELETE FROM reveil WHERE cible = ${cible} AND numero = ${numero}`;
}
