import type { CourrielVoulu } from './courriel';

/** R43 — how a person wants to be written to. What the law wants said is always said, in one way. */
export const preferences = {
  courriel: 'Par courriel',
  sans_rappels: 'Par courriel, sans les rappels de rendez-vous',
  papier: 'Sur papier seulement',
} as const;
export type Preference = keyof typeof preferences;
export const codesPreference = Object.keys(preferences) as readonly Preference[];

/** Whether a mail can reach a person, and whether she wants one; absent, she has said nothing. */
export type Joignabilite = { readonly joignable: boolean; readonly preference?: Preference };

/** R43 — a reminder repeats what has been told: not wanted it is not written, and on paper it would come too late. */
export function isRappelRefuse({ modele }: Pick<CourrielVoulu, 'modele'>, x: Joignabilite): boolean {
  return modele === 'rappel' && (x.preference === 'sans_rappels' || x.preference === 'papier');
}
