import type { DemandeDe } from '../parcours/demandes';
import { ditJour } from '../parcours/dire';
import type { Parcours } from '../parcours/parcours';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import type { CivilDate } from '../temps/jour';

/** R45 — why an identity is erased: the person asked, or it has been kept long enough (R44). */
export const raisonsEffacement = {
  demande: 'à la demande de la personne',
  conservation: 'la durée de conservation étant passée',
} as const satisfies Record<string, string>;
export type RaisonEffacement = keyof typeof raisonsEffacement;

export type FaitEffacement = { readonly type: 'personne_effacee'; readonly raison: RaisonEffacement };

/** R45 — nothing is asked, written or expected about her any more. Absent from the states written before. */
export function estEffacee(p: Pick<Parcours, 'effaceeLe'>): boolean {
  return p.effaceeLe !== undefined;
}

/** R45 — never while she is accompanied: what serves the accompaniment is kept until it has ended. */
export function recordEffacement(d: DemandeDe<'recordEffacement'>, p: Parcours): Verdict {
  if (p.effaceeLe !== undefined) return refuse({ code: 'personne_effacee', le: p.effaceeLe });
  if (p.sortie === null) return refuse({ code: 'personne_suivie' });
  return accepte({ type: 'personne_effacee', raison: d.raison });
}

/** R45 — what stands where a name stood, on every page, list, export and mail: `Personne effacée le 3 mars 2027`. */
export function nomEfface(le: CivilDate): { readonly prenom: string; readonly nom: string } {
  return { prenom: 'Personne effacée', nom: `le ${ditJour(le)}` };
}
