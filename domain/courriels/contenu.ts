import type { Invitation } from './ics';
import type { Href } from './liens';

/** How it reaches its reader: the same content, but a printed page has neither a reply button nor links. */
export type Canal = 'courriel' | 'lettre';

/** One line of a table of facts. `texte` is always readable alone; the link is what a mail adds to it. */
export type LigneFiche = {
  readonly nom: string;
  readonly texte: string;
  readonly lien: Lien | null;
};

/** Its label says where it leads, read out of context (RGAA 6.1). */
export type Lien = { readonly href: Href; readonly libelle: string };

export type Rubrique = {
  readonly titre: string;
  readonly points: readonly string[];
  readonly lien: Lien | null;
};

export type Bloc =
  | { readonly type: 'titre'; readonly texte: string }
  | { readonly type: 'paragraphe'; readonly texte: string }
  | { readonly type: 'liste'; readonly points: readonly string[] }
  | { readonly type: 'fiche'; readonly lignes: readonly LigneFiche[] }
  | { readonly type: 'lien'; readonly lien: Lien }
  | { readonly type: 'rubriques'; readonly rubriques: readonly Rubrique[] };

/** What a modèle writes, once; text, HTML and letter are three ways to show it. */
export type Contenu = {
  readonly sujet: string;
  readonly titre: string;
  readonly salutation: string;
  readonly blocs: readonly Bloc[];
  readonly signature: readonly string[];
  readonly mentions: readonly string[];
  readonly invitation: Invitation | null;
};

export function titre(texte: string): Bloc {
  return { type: 'titre', texte };
}

export function paragraphe(texte: string): Bloc {
  return { type: 'paragraphe', texte };
}

export function liste(...points: readonly string[]): Bloc {
  return { type: 'liste', points };
}

/** Nothing when the address is not one: a link is an aid, never the only way. */
export function lienVers(href: Href | null, libelle: string): readonly Bloc[] {
  return href === null ? [] : [{ type: 'lien', lien: { href, libelle } }];
}
