import { modeles } from '../../domain/courriels/courriel';
import { exemples } from '../../domain/courriels/exemples/exemples';
import { estImprimable } from '../../domain/courriels/lettre';
import { renderCourriel } from '../../domain/courriels/rendu';
import { renderGalerie } from '../../web/galerie/galerie';
import { formeOf, situations } from '../../web/galerie/situations';
import { namesOf, readFile } from '../docs/lire';
import { signee } from '../domain/vue-exemples';
import { pageParcours } from './pages';

const html = renderGalerie({ cadre: pageParcours(signee).cadre });
const sectionOf = (modele: string) =>
  new RegExp(`<section[^>]*id="modele-${modele}".*?</section>`, 's').exec(html)?.[0] ?? '';
const echappe = (texte: string) =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

describe('La galerie des modèles', () => {
  test.each(modeles)('R18 — %s y est, avec qui le reçoit, quand, et par quelle règle', (modele) => {
    const section = sectionOf(modele);
    const { pour, quand, regles } = situations[modele];
    for (const dit of [pour, quand, regles.join(', ')]) expect(section).toContain(`<dd>${dit}</dd>`);
    expect(html).toContain(`href="#modele-${modele}"`);
  });

  test.each(exemples)(
    'R18 — l’exemple $nom s’y lit en courriel, en texte, et sur papier',
    ({ nom, donnees }) => {
      const section = sectionOf(donnees.modele);
      const { sujet, texte } = renderCourriel(donnees);
      expect(section).toContain(`src="/modeles/${nom}/courriel"`);
      expect(section).toContain(echappe(sujet));
      expect(section).toContain(echappe(texte));
      expect(section.includes(`src="/modeles/${nom}/lettre"`)).toBe(estImprimable(donnees));
    },
  );

  test('chaque règle citée est écrite', () => {
    const ecrites = namesOf(readFile('docs/regles.md'), /^### (R\d{2}) — /gm);
    const citees = Object.values(situations).flatMap(({ regles }) => regles);
    expect(citees.filter((r) => !ecrites.includes(r))).toEqual([]);
  });

  test('chaque forme d’un modèle a son nom, et deux formes d’un même modèle ne se confondent pas', () => {
    for (const { nom } of exemples) expect(formeOf(nom)).not.toBe(nom);
    const noms = exemples.map(({ nom, donnees }) => `${donnees.modele} ${formeOf(nom)}`);
    expect(new Set(noms).size).toBe(noms.length);
  });
});
