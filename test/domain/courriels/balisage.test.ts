import fc from 'fast-check';
import { html, typographie } from '../../../domain/courriels/balisage';
import { hostile } from './hostiles';

describe('R18 — écrire du HTML', () => {
  test('R18 — une valeur ne peut ni ouvrir une balise ni sortir d’un attribut', () => {
    fc.assert(
      fc.property(hostile, (v) => {
        const { balisage } = html`<p title="${v}">${v}</p>`;
        expect(balisage).toMatch(/^<p title="[^"<>']*">[^"<>']*<\/p>$/);
      }),
    );
  });

  test('R18 — ce qui a été écrit par html n’est pas échappé deux fois', () => {
    const lignes = ['a & b', 'c < d'].map((l) => html`<li>${l}</li>`);
    expect(
      html`<ul>
        ${lignes}
      </ul>`.balisage,
    ).toContain('<li>a &amp; b</li>\n<li>c &lt; d</li>');
  });

  test('R18 — les espaces qui ne doivent pas se couper ne se coupent pas', () => {
    const vus = typographie('Lundi 3 mars à 9 h 30 : venez ! « Oui » au 04 94 00 00 12').replaceAll(
      '\u00A0',
      '_',
    );
    expect(vus).toBe('Lundi 3_mars à 9_h_30_: venez_! «_Oui_» au 04_94_00_00_12');
  });
});
