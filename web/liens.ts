import type { Tache } from '../domain/parcours/tache';

/** The list of one référent. */
export function hrefListe(referentId: string): string {
  return `/?referent=${encodeURIComponent(referentId)}`;
}

/** Where a task is settled: its form, open, already on what it is about. */
export function hrefTache(parcoursId: string, { geste, sujet }: Pick<Tache, 'geste' | 'sujet'>): string {
  if (geste === null) return `/parcours/${parcoursId}`;
  const vise = new URLSearchParams({ geste, ...(sujet !== null && { sujet }) });
  return `/parcours/${parcoursId}?${vise.toString()}#geste-${geste}`;
}
