import type { Dispositif } from './definir-dispositif';
import { faire2025 } from './faire-2025';
import { placementEmploi2025 } from './placement-emploi';

/** The edition under which a parcours was opened, for its whole life unless a human moves it. */
export type RefDispositif = { readonly code: string; readonly edition: string };

/** Every edition that a parcours may still live under. The only list of dispositifs. */
export const enVigueur: readonly Dispositif[] = [faire2025, placementEmploi2025];

export function findDispositif({ code, edition }: RefDispositif): Dispositif | null {
  return enVigueur.find((d) => d.code === code && d.edition === edition) ?? null;
}

/** R36 — the editions that follow this one. */
export function listSuccesseurs({ code, edition }: RefDispositif): readonly Dispositif[] {
  return enVigueur.filter((d) => d.succedeA?.code === code && d.succedeA.edition === edition);
}
