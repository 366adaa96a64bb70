import type { JSX } from 'preact';
import { insecable } from '../typographie';

/** R44, R45 — what goes with a person, counted: never what it said. */
export type ComptesMontres = {
  readonly textes: number;
  readonly documents: number;
  readonly liens: number;
  readonly courriels: number;
  readonly lignes: number;
  readonly imports: number;
};

const LIBELLES = {
  textes: 'Textes libres',
  documents: 'Documents joints',
  liens: 'Liens de réponse',
  courriels: 'Courriels dont le texte est gardé',
  lignes: 'Lignes d’un récapitulatif à venir',
  imports: 'Lignes de listes importées',
} as const satisfies Record<keyof ComptesMontres, string>;

export const nomsComptes = Object.keys(LIBELLES) as readonly (keyof ComptesMontres)[];

export function ListeComptes({ comptes }: { readonly comptes: ComptesMontres }): JSX.Element {
  return (
    <ul>
      {nomsComptes.map((nom) => (
        <li key={nom}>{insecable(`${LIBELLES[nom]} : ${comptes[nom]}`)}</li>
      ))}
    </ul>
  );
}
