import type { Refus } from '../refus';
import type { Fait } from './faits';

/** What the domain answers to a demande. */
export type Verdict =
  | { readonly accepte: true; readonly faits: readonly Fait[] }
  | { readonly accepte: false; readonly refus: Refus };

export function accepte(...faits: readonly Fait[]): Verdict {
  return { accepte: true, faits };
}

export function refuse(refus: Refus): Verdict {
  return { accepte: false, refus };
}
