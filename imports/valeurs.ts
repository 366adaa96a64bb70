import { enVigueur, type RefDispositif } from '../domain/dispositifs/en-vigueur';
import { findCivilDate, type CivilDate } from '../domain/temps/jour';
import { simplifie } from './colonnes';

const MOIS = [
  ...['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout'],
  ...['septembre', 'octobre', 'novembre', 'decembre'],
];
const ABREGES: Readonly<Record<string, number>> = {
  ...{ janv: 1, jan: 1, fevr: 2, fev: 2, avr: 4, juil: 7, sept: 9, sep: 9, oct: 10, nov: 11, dec: 12 },
};

/** 31/01/2025, 31-1-2025, 31.01.2025, 2025-01-31, « 31 janvier 2025 », with or without an hour of midnight. */
export function parseJour(texte: string): CivilDate | null {
  const lu = texte.trim().replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/, '');
  const [, j, m, a] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(lu)?.filter((_, i) => i !== 2) ?? [];
  if (j !== undefined && m !== undefined && a !== undefined) return jourOf(a, Number(m), j);
  const [, quantieme, nom = '', annee] = /^(\d{1,2})(?:er)? ([a-z]+) (\d{4})$/.exec(simplifie(lu)) ?? [];
  if (quantieme !== undefined && annee !== undefined)
    return jourOf(annee, MOIS.indexOf(nom) + 1 || (ABREGES[nom] ?? 0), quantieme);
  return findCivilDate(lu);
}

const jourOf = (annee: string, mois: number, jour: string) =>
  findCivilDate(`${annee}-${String(mois).padStart(2, '0')}-${jour.padStart(2, '0')}`);

const OUI: readonly string[] = ['oui', 'o', 'vrai', 'true', '1', 'x', 'yes'];
const NON: readonly string[] = ['non', 'n', 'faux', 'false', '0', 'no'];

export function parseOuiNon(texte: string): boolean | null {
  const lu = simplifie(texte);
  return OUI.includes(lu) ? true : NON.includes(lu) ? false : null;
}

/** Every way to write an edition: code and edition, its name, or either alone when one edition only answers to it. */
const EDITIONS = enVigueur.flatMap(({ code, edition, libelle }) =>
  [`${code} ${edition}`, `${libelle} ${edition}`, code, libelle].map(
    (ecrit) => [simplifie(ecrit), { code, edition }] as const,
  ),
);

export function findEdition(texte: string): RefDispositif | null {
  const [trouvee, autre] = EDITIONS.filter(([ecrit]) => ecrit === simplifie(texte));
  return autre === undefined ? (trouvee?.[1] ?? null) : null;
}

export const ecrituresDEdition = enVigueur.map(({ code, edition }) => `${code}/${edition}`).join(', ');
