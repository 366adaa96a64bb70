import type { Base } from '../base';

/** The free texts to which the journal points; an erased one is simply absent. */
export async function listTextes(base: Base, parcoursId: string): Promise<Record<string, string>> {
  const lignes = await base.texte.findMany({ where: { parcoursId }, select: { id: true, contenu: true } });
  return Object.fromEntries(lignes.map(({ id, contenu }) => [id, contenu]));
}
