/** Line ends, tabs and other controls; U+2028 and U+2029 end lines too. */
const CONTROLES = /[\p{Cc}\u2028\u2029]+/gu;
/** Marks that turn the reading direction, and halves of characters: invisible, and they falsify what is read. */
const TROMPEURS = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Cs}]/gu;

/** A value typed by someone, made safe to stand on one line: nothing that it holds can open another (header, fold, field). */
export function uneLigne(valeur: string): string {
  return valeur.replace(CONTROLES, ' ').replace(TROMPEURS, '').replace(/ {2,}/g, ' ').trim();
}
