import { uneLigne } from './une-ligne';

/** Markup that is already safe. Only `html` makes it: a plain string is always escaped. */
export type Balisage = { readonly balisage: string };

type Valeur = string | number | Balisage | readonly Balisage[];

const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The only way to write HTML here. Attributes are always quoted in the templates. */
export function html(morceaux: TemplateStringsArray, ...valeurs: readonly Valeur[]): Balisage {
  const balisage = morceaux.reduce((debut, morceau, i) => debut + escape(valeurs[i - 1] ?? '') + morceau);
  return { balisage };
}

function escape(valeur: Valeur): string {
  if (typeof valeur === 'number') return String(valeur);
  if (typeof valeur === 'string') return uneLigne(valeur).replace(/[&<>"']/g, (c) => ENTITES[c] ?? '');
  return 'balisage' in valeur ? valeur.balisage : valeur.map((v) => v.balisage).join('\n');
}

const INSECABLE = '\u00A0';

/** French spaces that must not break, put on the screen and on paper; the text part keeps plain ones. */
export function typographie(texte: string): string {
  return texte
    .replace(/ ([:;?!»])/g, `${INSECABLE}$1`)
    .replaceAll('« ', `«${INSECABLE}`)
    .replace(/(?<=\d|1er|\bh) (?=\d)/g, INSECABLE)
    .replace(/(?<=\d|1er) (?=\p{L})/gu, INSECABLE);
}
