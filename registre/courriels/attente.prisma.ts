import type { Instant } from '../../domain/temps/instant';
import { Prisma } from '../../prisma/client/client';
import type { Base, Transaction } from '../base';
import { colonneOfInstant } from '../dates';

/** Mails that may leave now, and in how many milliseconds another one may: its next attempt, or the end of a lease. */
export type CourrielsEnAttente = { readonly prets: number; readonly dansMs: number | null };

type LigneAttente = { prets: bigint; dans_ms: number | null };

/** Whose mails: those of one parcours, or the digests of a structure. */
export type Expediteur = { readonly parcoursId: string } | { readonly structureId: string };

/** The rows of one sender, as a piece of SQL. */
export function courrielsDe(expediteur: Expediteur): Prisma.Sql {
  return 'parcoursId' in expediteur
    ? Prisma.sql`parcours_id = ${expediteur.parcoursId}::uuid`
    : Prisma.sql`structure_id = ${expediteur.structureId}::uuid AND parcours_id IS NULL`;
}

/** A lease still running is somebody sending: looked at again when it expires. */
export async function countCourriels(
  base: Base | Transaction,
  expediteur: Expediteur,
  maintenant: Instant,
): Promise<CourrielsEnAttente> {
  const a = colonneOfInstant(maintenant);
  const [ligne] = await base.$queryRaw<LigneAttente[]>`
    SELECT
      count(*) FILTER (WHERE essai_apres <= ${a} AND (etat = 'a_envoyer' OR bail_jusqua <= clock_timestamp())) AS prets,
      (extract(epoch FROM min(CASE
        WHEN etat = 'en_envoi' AND bail_jusqua > clock_timestamp() THEN bail_jusqua - clock_timestamp()
        WHEN essai_apres > ${a} THEN essai_apres - ${a}::timestamptz END)) * 1000)::float8 AS dans_ms
    FROM courriel WHERE ${courrielsDe(expediteur)} AND etat IN ('a_envoyer', 'en_envoi')`;
  return { prets: Number(ligne?.prets ?? 0), dansMs: ligne?.dans_ms ?? null };
}
