import { addDuree, joursEntre, jour, type CivilDate } from '../../domain/temps/jour';

/** Where a day falls on the drawing, in units of its view box. */
export type Echelle = {
  readonly x: (le: CivilDate) => number;
  readonly gauche: number;
  readonly droite: number;
};

export const LARGEUR = 1000;
/** Where each line stands, from the top; `MARCHE` is the height of one rung of the obligations. */
export const LIGNES = { calendrier: 56, mois: 70, rendezVous: 122, bilans: 154, obligations: 176 } as const;
export const MARCHE = 11;
const GAUCHE = 96;
const DROITE = 984;

export function echelleOf(du: CivilDate, au: CivilDate): Echelle {
  const jours = Math.max(1, joursEntre(du, au));
  const x = (le: CivilDate) => GAUCHE + ((DROITE - GAUCHE) * joursEntre(du, le)) / jours;
  return { x, gauche: GAUCHE, droite: DROITE };
}

/** The first day of each calendar month inside the drawing. */
export function premiersDuMois(du: CivilDate, au: CivilDate): readonly CivilDate[] {
  const premiers: CivilDate[] = [];
  const depart = jour(`${Number(du.slice(0, 4))}-${du.slice(5, 7)}-01` as `${number}-${number}-${number}`);
  for (let n = 0; ; n += 1) {
    const premier = addDuree(depart, { mois: n });
    if (premier > au) return premiers;
    if (premier >= du) premiers.push(premier);
  }
}

const ABREGES = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];

export function abrege(le: CivilDate): string {
  return ABREGES[Number(le.slice(5, 7)) - 1] ?? '';
}
