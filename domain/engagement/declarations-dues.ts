import type { CivilDate } from '../temps/jour';
import type { IssueConstat } from './codes';

/** R27 — resources every three months to the CAF or the MSA; situation every month to France Travail. */
export const genresDeclaration = {
  dtr: 'Déclaration trimestrielle de ressources',
  actualisation: 'Actualisation mensuelle',
} as const satisfies Record<string, string>;
export type GenreDeclaration = keyof typeof genresDeclaration;
export const codesDeclaration = Object.keys(genresDeclaration) as [GenreDeclaration, ...GenreDeclaration[]];

/** What a human said of each declaration, by the day on which it was due. */
export type ConstatsDeclaration = Readonly<Record<CivilDate, IssueConstat>>;
