import type { Instant } from '../../domain/temps/instant';
import { Prisma } from '../../prisma/client/client';
import type { Base, Transaction } from '../base';
import { colonneOfInstant } from '../dates';

export type CourrielsEnAttente = {
  /** Mails that may leave now. */
  readonly prets: number;
  /** In how many milliseconds another one may: its next attempt, or the end of a lease. */
  readonly dansMs: number | null;
  /** R18 — the relay refused a content lately, and has accepted none of that kind since: an administrator must look. */
  readonly contenuRefuse: boolean;
};

type LigneAttente = { prets: bigint; dans_ms: number | null; contenu_refuse: boolean };

/** How long a refused content is worth an alert, when nothing of its kind has left since. */
const ALERTE_JOURS = 30;

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
        WHEN essai_apres > ${a} THEN essai_apres - ${a}::timestamptz END)) * 1000)::float8 AS dans_ms,
      EXISTS (
        SELECT 1 FROM courriel
        WHERE ${courrielsDe(expediteur)} AND etat IN ('envoye', 'contenu_refuse')
          AND essai_apres > ${a}::timestamptz - make_interval(days => ${ALERTE_JOURS})
        GROUP BY modele, destinataire
        HAVING max(essai_apres) FILTER (WHERE etat = 'contenu_refuse') >=
          coalesce(max(essai_apres) FILTER (WHERE etat = 'envoye'), '-infinity')) AS contenu_refuse
    FROM courriel WHERE ${courrielsDe(expediteur)} AND etat IN ('a_envoyer', 'en_envoi')`;
  return {
    prets: Number(ligne?.prets ?? 0),
    dansMs: ligne?.dans_ms ?? null,
    contenuRefuse: ligne?.contenu_refuse ?? false,
  };
}
