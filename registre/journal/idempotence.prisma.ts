import type { Prisma } from '../../prisma/client/client';
import type { Transaction } from '../base';

/** The key of a write: the same key by the same token gives the same answer (house 6). */
export type Idempotence = {
  readonly jetonId: string;
  readonly cle: string;
  /** Hash of the request: another one under the same key is refused. */
  readonly empreinte: string;
};

export type Reponse = { readonly statut: number; readonly corps: unknown };

/**
 * Takes the key in the transaction that will write the effect: a second caller waits on the row, then reads the
 * answer of the first; nothing can be reserved without its effect, nor done without its answer.
 */
export async function findReponse(
  tx: Transaction,
  { jetonId, cle, empreinte }: Idempotence,
): Promise<{ dejaRepondu: Reponse } | { cleDejaPrise: true } | null> {
  const prise = await tx.$executeRaw`
    INSERT INTO idempotence (jeton_id, cle, empreinte, cree_a)
    VALUES (${jetonId}::uuid, ${cle}, ${empreinte}, clock_timestamp())
    ON CONFLICT (jeton_id, cle) DO NOTHING`;
  if (prise === 1) return null;
  const ligne = await tx.idempotence.findUniqueOrThrow({ where: { jetonId_cle: { jetonId, cle } } });
  if (ligne.empreinte !== empreinte) return { cleDejaPrise: true };
  return { dejaRepondu: { statut: ligne.statut ?? 200, corps: ligne.reponse } };
}

export async function storeReponse(
  tx: Transaction,
  { jetonId, cle }: Idempotence,
  { statut, corps }: Reponse,
): Promise<void> {
  await tx.idempotence.update({
    where: { jetonId_cle: { jetonId, cle } },
    data: { statut, reponse: corps as Prisma.InputJsonValue },
  });
}
