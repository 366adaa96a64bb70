import { Prisma } from '../../prisma/client/client';
import type { Base } from '../base';
import { colonneOfInstant } from '../dates';
import { readHorloge, type Horloge } from '../horloge/horloge';

/** What should have advanced and has not, by cause. */
export const CAUSES = [
  'echeances',
  'horloges',
  'baux',
  'matinees',
  'transferts',
  'imports',
  'purges',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Minutes after which an échéance that should have been honoured is looked at, and after which it is an alert. */
const RETARD_MINUTES = 10;
const ALERTE_MINUTES = 60;

/**
 * Reads PostgreSQL only: an échéance or a morning due for over ten minutes, an expired sending lease, a parcours
 * that has not seen the clock move, a transfer, an import or a purge that stands still; a piece of SQL, `(cible, cause, alerte)`.
 */
function retardsAt({ maintenant, version }: Horloge): Prisma.Sql {
  const a = colonneOfInstant(maintenant);
  const retard = Prisma.sql`${a}::timestamptz - make_interval(mins => ${RETARD_MINUTES})`;
  const alerte = Prisma.sql`${a}::timestamptz - make_interval(mins => ${ALERTE_MINUTES})`;
  return Prisma.sql`
    SELECT 'parcours-' || id AS cible, 'echeances' AS cause, prochaine_a < ${alerte} AS alerte
    FROM parcours WHERE prochaine_a < ${retard}
    UNION ALL
    SELECT 'parcours-' || id, 'horloges', false FROM parcours
    WHERE (NOT clos OR prochaine_a IS NOT NULL) AND horloge_vue < ${version}
    UNION ALL
    SELECT CASE WHEN parcours_id IS NULL THEN 'matinee-' || structure_id ELSE 'parcours-' || parcours_id END, 'baux', false
    FROM courriel
    WHERE (etat = 'en_envoi' AND bail_jusqua < clock_timestamp())
      OR (etat = 'a_envoyer' AND essai_apres < ${retard})
    UNION ALL
    SELECT 'matinee-' || structure_id, 'matinees', due_a < ${alerte}
    FROM matinee WHERE faite_a IS NULL AND due_a < ${retard}
    UNION ALL
    SELECT 'transfert-' || id, 'transferts', confirme_a < ${alerte}
    FROM transfert WHERE etat = 'en_cours' AND confirme_a < ${retard}
    UNION ALL
    SELECT 'import-' || id, 'imports', prochaine_a < ${alerte} FROM import WHERE prochaine_a < ${retard}
    UNION ALL
    SELECT 'purge-' || id, 'purges', confirme_a < ${alerte}
    FROM purge WHERE etat = 'en_cours' AND confirme_a < ${retard}`;
}

type Retard = { readonly cible: string; readonly cause: Cause; readonly alerte: boolean };

export async function listRetards(base: Base): Promise<readonly Retard[]> {
  return base.$queryRaw<Retard[]>(retardsAt(await readHorloge(base)));
}

/** `enAlerte`: overdue by more than an hour, something stops them. */
export type CompteRetards = Readonly<Record<Cause, { readonly tous: number; readonly enAlerte: number }>>;

export async function countRetards(base: Base): Promise<CompteRetards> {
  const lus = await base.$queryRaw<{ cause: Cause; tous: number; en_alerte: number }[]>`
    SELECT cause, count(*)::int AS tous, count(*) FILTER (WHERE alerte)::int AS en_alerte
    FROM (${retardsAt(await readHorloge(base))}) AS retards GROUP BY cause`;
  const de = (cause: Cause) => {
    const lu = lus.find((l) => l.cause === cause);
    return { tous: lu?.tous ?? 0, enAlerte: lu?.en_alerte ?? 0 };
  };
  return Object.fromEntries(CAUSES.map((cause) => [cause, de(cause)])) as CompteRetards;
}
