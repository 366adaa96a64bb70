import type { Tache } from '../domain/parcours/tache';

/** The list of one référent. */
export function hrefListe(referentId: string): string {
  return `/?referent=${encodeURIComponent(referentId)}`;
}

/** Where a task is settled: its form, already on what it is about. */
export function hrefTache(parcoursId: string, { geste, sujet }: Tache): string {
  const page = `/parcours/${parcoursId}${sujet === null ? '' : `?sujet=${encodeURIComponent(sujet)}`}`;
  return geste === null ? page : `${page}#${geste}`;
}
