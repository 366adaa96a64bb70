import fc from 'fast-check';
import { estImprimable, renderLettre } from '../../../domain/courriels/lettre';
import { renderCourriel } from '../../../domain/courriels/rendu';
import { uneLigne } from '../../../domain/courriels/une-ligne';
import { exemples } from '../../../domain/courriels/exemples/exemples';
import { empoisonne, hostile } from './hostiles';

const CONTROLES = /[\p{Cc}\u2028\u2029]/u;
/** The tags of a page, without what their attributes hold. Links come and go with the addresses that are valid. */
function balises(page: string): readonly string[] {
  return [...page.matchAll(/<\/?([a-z0-9]+)/gi)].map((m) => m[0]).filter((b) => !/^<\/?(a|br|p)$/.test(b));
}

/** Twenty-six samples, four properties each. */
const ESSAIS = { numRuns: 40 };

describe.each(exemples)('R18 — $nom', ({ donnees }) => {
  const sain = renderCourriel(donnees);
  const suite = fc.infiniteStream(hostile);
  const empoisonnees = suite.map((valeurs) => empoisonne(donnees, () => valeurs.next().value as string));

  test('l’objet tient sur une ligne, quoi que contiennent les champs', () => {
    fc.assert(
      fc.property(empoisonnees, (d) => !CONTROLES.test(renderCourriel(d).sujet)),
      ESSAIS,
    );
  });

  test('aucun champ n’ouvre une balise, un attribut ou un lien étranger', () => {
    fc.assert(
      fc.property(empoisonnees, (d) => {
        const { html } = renderCourriel(d);
        expect(balises(html)).toEqual(balises(sain.html));
        expect(html).not.toMatch(/<[^>]*\son\w+\s*=/i);
        const liens = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
        expect(liens.filter((href) => !/^(https?:|tel:)/.test(href))).toEqual([]);
      }),
      ESSAIS,
    );
  });

  test('aucun champ n’ajoute de ligne au texte', () => {
    fc.assert(
      fc.property(empoisonnees, (d) => {
        const { texte } = renderCourriel(d);
        expect(texte).not.toMatch(/[\r\u2028\u2029\0]/);
        const [lignes, attendues] = [texte.split('\n').length, sain.texte.split('\n').length];
        // A link that is not an address is not written: at most its own lines are missing.
        expect(lignes).toBeLessThanOrEqual(attendues);
      }),
      ESSAIS,
    );
  });

  if (estImprimable(donnees)) {
    test('la lettre résiste de même', () => {
      const attendues = balises(renderLettre(donnees));
      fc.assert(
        fc.property(suite, (valeurs) => {
          const d = empoisonne(donnees, () => valeurs.next().value as string);
          expect(balises(renderLettre(d))).toEqual(attendues);
        }),
        ESSAIS,
      );
    });
  }
});

test('R18 — une valeur mise sur une ligne n’y change plus', () => {
  fc.assert(
    fc.property(hostile, (v) => uneLigne(uneLigne(v)) === uneLigne(v) && !CONTROLES.test(uneLigne(v))),
  );
});
