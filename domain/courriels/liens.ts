import { uneLigne } from './une-ligne';

/** An address that may stand in a `href`: made here only, so that no value can smuggle `javascript:` in. */
export type Href = string & { readonly __href: unique symbol };

export function findHrefWeb(texte: string): Href | null {
  const adresse = texte.trim();
  return /^https?:\/\/[^\s<>"'`\\\p{Cc}]+$/iu.test(adresse) && uneLigne(adresse) === adresse
    ? (adresse as Href)
    : null;
}

export function findHrefTelephone(telephone: string): Href | null {
  const chiffres = telephone.replace(/[^\d+]/g, '');
  return /^\+?\d{3,15}$/.test(chiffres) ? (`tel:${chiffres}` as Href) : null;
}
