import { idOf } from '../demo/identite';
import { tranquille } from '../demo/vies/tranquille';
import type { Vie } from '../demo/vies/vie';
import { enVigueur } from '../domain/dispositifs/en-vigueur';
import { matinOf } from '../domain/parcours/contexte';
import type { Demande } from '../domain/parcours/demandes';
import type { DepartementDEssai } from '../test/support/departement-d-essai';
import { DEBUT, type Peuplement } from '../test/support/peuplement';

/**
 * People whose mornings fall at the same second: R06 spreads them by the id of their parcours, and these ids are
 * picked for it. The id of a parcours is the external id of its person.
 */
export function pickVies(nom: string, combien: number): Pick<Peuplement, 'nom' | 'vies' | 'parcoursIdOf'> {
  const [dispositif] = enVigueur;
  if (dispositif === undefined) throw new Error('Aucune édition en vigueur.');
  const prefixe = idOf(nom).slice(0, 24);
  const idAt = (i: number) => `${prefixe}${i.toString(16).padStart(12, '0')}`;
  const matinAt = (i: number) => matinOf(idAt(i), DEBUT, { dispositif, zone: 'metropole' });
  const vise = matinAt(0);
  const vies: Vie[] = [];
  for (let i = 0; vies.length < combien; i += 1)
    if (matinAt(i) === vise) vies.push({ ...tranquille, idExterne: idAt(i) });
  return { nom, vies, parcoursIdOf: (vie) => vie.idExterne };
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
