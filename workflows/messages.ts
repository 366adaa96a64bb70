import { defineSignal } from '@temporalio/workflow';

/** The only public face of the workflows: how they are called, and the one thing that can be said to them. */

/** "Look again": idempotent; the code of what happened decides nothing, it is there for the administrator's eyes. */
export const regarde = defineSignal<[raison: string]>('regarde');

export const ACCOMPAGNEMENT = 'accompagnement';
const MATINEE = 'matinee';
const TRANSFERT = 'transfert';
const IMPORTATION = 'importation';
const PURGE = 'purge';
export const RECONCILIATION = 'reconciliation';

/** What each long-lived workflow is for: the summary of its first run, and the head of the sheet of each one. */
export const SUJETS = {
  [ACCOMPAGNEMENT]:
    'Accompagnement d’une personne : rendez-vous, bilans, durée maximale, obligations, rappels',
  [MATINEE]: 'Récapitulatifs du matin d’une structure',
  [TRANSFERT]: 'Transfert de parcours d’un référent à un autre',
  [IMPORTATION]: 'Import d’une liste de personnes et de leurs parcours',
  [PURGE]: 'Purge des personnes dont la durée de conservation est passée',
} as const;

/** Workflow ids carry an opaque id and nothing else: they are never encrypted. */
export function cibleParcours(parcoursId: string): string {
  return `parcours-${parcoursId}`;
}

export function cibleTransfert(transfertId: string): string {
  return `transfert-${transfertId}`;
}

export function cibleImport(importId: string): string {
  return `import-${importId}`;
}

export function ciblePurge(purgeId: string): string {
  return `purge-${purgeId}`;
}

const WORKFLOWS = {
  parcours: ACCOMPAGNEMENT,
  matinee: MATINEE,
  transfert: TRANSFERT,
  import: IMPORTATION,
  purge: PURGE,
} as const;

/** Which workflow a wake-up is for: `parcours-<uuid>`, `matinee-<uuid>`, `transfert-<uuid>`, `import-<uuid>` or `purge-<uuid>`. */
export function readCible(
  cible: string,
): { workflow: (typeof WORKFLOWS)[keyof typeof WORKFLOWS]; id: string } | null {
  const [, genre, id] = /^(parcours|matinee|transfert|import|purge)-([0-9a-f-]{36})$/.exec(cible) ?? [];
  if (genre === undefined || id === undefined) return null;
  return { workflow: WORKFLOWS[genre as keyof typeof WORKFLOWS], id };
}
