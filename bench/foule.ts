import { idOf } from '../demo/identite';
import { tranquille } from '../demo/vies/tranquille';
import type { Vie } from '../demo/vies/vie';
import { enVigueur } from '../domain/dispositifs/en-vigueur';
import { matinOf } from '../domain/parcours/contexte';
import type { Demande } from '../domain/parcours/demandes';
import type { Instant } from '../domain/temps/instant';
import type { DepartementDEssai } from '../test/support/departement-d-essai';
import { DEBUT } from '../test/support/peuplement';

/** At the same second of the morning, R06 notwithstanding: it spreads by the id of the parcours, and these are picked. */
export function pickVies(nom: string, combien: number): readonly Vie[] {
  const vies: Vie[] = [];
  const vise = matinDe(nom, `${nom}-0`);
  for (let i = 0; vies.length < combien; i += 1) {
    const idExterne = `${nom}-${i}`;
    if (matinDe(nom, idExterne) === vise) vies.push({ ...tranquille, idExterne });
  }
  return vies;
}

/** The id is the one that test/support/peuplement.ts draws. */
function matinDe(nom: string, idExterne: string): Instant {
  const [dispositif] = enVigueur;
  if (dispositif === undefined) throw new Error('Aucune édition en vigueur.');
  return matinOf(idOf(`${nom}:parcours:${idExterne}`), DEBUT, { dispositif, zone: 'metropole' });
}

/** Everybody asks, ten at a time, and nobody signals: the relay wakes them when the worker starts. */
export function askAll(
  d: DepartementDEssai,
  demandesDe: (suivie: DepartementDEssai['suivies'][number]) => readonly Demande[],
): Promise<void> {
  return inParallel(d.suivies, 10, async (suivie) => {
    for (const demande of demandesDe(suivie)) await d.ask(suivie.parcoursId, demande, 'tait');
  });
}

export async function inParallel<T>(
  choses: readonly T[],
  aLaFois: number,
  travail: (chose: T) => Promise<void>,
): Promise<void> {
  const file = choses.values();
  const ouvrier = async () => {
    for (const chose of file) await travail(chose);
  };
  await Promise.all(Array.from({ length: aLaFois }, ouvrier));
}
