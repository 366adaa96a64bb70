import type { Base } from '../base';

/** People for whom a parcours may be opened: known, not erased (R45), and without one that is open. */
export function admitPersonnesSansParcours(
  base: Base,
): Promise<{ readonly id: string; readonly prenom: string; readonly nom: string }[]> {
  return base.beneficiaire.findMany({
    where: { effaceA: null, parcours: { none: { clos: false } } },
    orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
    select: { id: true, prenom: true, nom: true },
    take: 500,
  });
}

/** Which person has this external id: one that was written a moment ago, perhaps. */
export async function findPersonneParIdExterne(base: Base, idExterne: string): Promise<string | null> {
  const ligne = await base.beneficiaire.findUnique({ where: { idExterne }, select: { id: true } });
  return ligne?.id ?? null;
}
