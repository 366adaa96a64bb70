import type { Base } from '../base';

/** Parcours that expect something from time, and that no wake-up is about to reach. */
export async function listAttendus(base: Base): Promise<readonly string[]> {
  const lus = await base.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM parcours p
    WHERE (NOT p.clos OR p.prochaine_a IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM reveil r WHERE r.cible = 'parcours-' || p.id)
    ORDER BY p.id`;
  return lus.map(({ id }) => id);
}
