import { estImprimable, renderLettre } from '../../../domain/courriels/lettre';
import { renderCourriel } from '../../../domain/courriels/rendu';
import { exemples } from '../../../domain/courriels/exemples/exemples';

const VIDES = new Set(['meta', 'br', '!doctype']);

/** Opening and closing tags in pairs: a mailbox repairs the rest as it likes. */
function desequilibre(page: string): string | null {
  const pile: string[] = [];
  for (const [, fin, nom = ''] of page
    .replace(/<style>[^]*?<\/style>/g, '')
    .matchAll(/<(\/?)([!a-z0-9]+)[^>]*>/gi)) {
    const balise = nom.toLowerCase();
    if (VIDES.has(balise)) continue;
    if (fin === '') pile.push(balise);
    else if (pile.pop() !== balise) return balise;
  }
  return pile.at(-1) ?? null;
}

/** What a page shows, as words; its links apart: a text writes their addresses instead of their labels. */
function mots(page: string): readonly string[] {
  return page
    .replace(/<a [^>]*>[^]*?<\/a>/g, ' ')
    .replace(/<head>[^]*?<\/head>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .split(/[\s\u00A0]+/)
    .filter((m) => m !== '');
}

const pages = exemples.flatMap(({ nom, donnees }) => [
  { nom: `${nom}, courriel`, page: renderCourriel(donnees).html },
  ...(estImprimable(donnees) ? [{ nom: `${nom}, lettre`, page: renderLettre(donnees) }] : []),
]);

describe.each(pages)('R18 — $nom', ({ page }) => {
  test('la page est du HTML bien formé, en français, avec un titre', () => {
    expect(page).toMatch(/^<!doctype html>\s*<html lang="fr">/);
    expect(desequilibre(page)).toBeNull();
    expect(page.match(/<h1\b/g)).toHaveLength(1);
    expect(page).toMatch(/<title>[^<]{10,}<\/title>/);
    expect(page).toContain('name="viewport"');
  });

  test('les titres se suivent sans sauter de niveau', () => {
    const niveaux = [...page.matchAll(/<h([1-6])\b/g)].map((m) => Number(m[1]));
    niveaux.forEach((n, i) => expect(n - (niveaux[i - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  test('rien ne vient d’ailleurs : ni image, ni police, ni script, ni suivi', () => {
    expect(page).not.toMatch(/<(img|script|link|iframe|object|video|form|input)\b/i);
    expect(page).not.toMatch(/url\(|@import|@font-face|\bsrc=/i);
  });

  test('chaque lien dit où il mène, lu hors de son contexte', () => {
    const libelles = [...page.matchAll(/<a [^>]*>([^]*?)<\/a>/g)].map((m) => (m[1] ?? '').trim());
    for (const libelle of libelles) expect(libelle).toMatch(/^(Appeler|Ouvrir|Répondre) .{5,}/);
    const cibles = [...page.matchAll(/<a href="([^"]*)"[^>]*>([^]*?)<\/a>/g)].map(
      (m) => [m[2], m[1]] as const,
    );
    const parLibelle = new Map<string | undefined, string | undefined>();
    for (const [libelle, cible] of cibles) {
      expect(parLibelle.get(libelle) ?? cible).toBe(cible);
      parLibelle.set(libelle, cible);
    }
  });
});

describe.each(exemples)('R18 — $nom', ({ donnees }) => {
  const { html, texte } = renderCourriel(donnees);

  test('le texte dit tout ce que dit la page', () => {
    const dits = new Set(texte.split(/[\s]+/));
    expect(mots(html).filter((m) => !dits.has(m))).toEqual([]);
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) {
      expect(texte.replaceAll(' ', '')).toContain(href.replace('tel:', '').replaceAll('&amp;', '&'));
    }
  });

  test('les mêmes données donnent les mêmes octets', () => {
    expect(renderCourriel(structuredClone(donnees))).toEqual(renderCourriel(donnees));
  });
});
