import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modeles } from '../../../domain/courriels/courriel';
import type { DonneesCourriel } from '../../../domain/courriels/donnees';
import { estImprimable, renderLettre } from '../../../domain/courriels/lettre';
import { renderCourriel } from '../../../domain/courriels/rendu';
import { exemples } from '../../../domain/courriels/exemples/exemples';

/**
 * Texts that a person has read and approved. To approve a change: read what this test shows, then
 * `APPROUVER=oui npx jest test/domain/courriels/approuves`, and read the difference again before the commit.
 */
const DOSSIER = join(__dirname, '../../courriels/approuves');
const APPROUVE = process.env['APPROUVER'] === 'oui' && process.env['CI'] === undefined;

function fichiersDe(nom: string, donnees: DonneesCourriel): Record<string, string> {
  const { sujet, texte, html, ics } = renderCourriel(donnees);
  return {
    [`${nom}.txt`]: `Objet : ${sujet}\n\n${texte}`,
    [`${nom}.html`]: html,
    ...(ics === null ? {} : { [`${nom}.ics`]: ics.contenu }),
    ...(estImprimable(donnees) ? { [`${nom}.lettre.html`]: renderLettre(donnees) } : {}),
  };
}

const attendus = new Map(exemples.flatMap(({ nom, donnees }) => Object.entries(fichiersDe(nom, donnees))));

beforeAll(() => {
  if (!APPROUVE) return;
  rmSync(DOSSIER, { recursive: true, force: true });
  mkdirSync(DOSSIER, { recursive: true });
  for (const [fichier, contenu] of attendus) writeFileSync(join(DOSSIER, fichier), contenu);
});

describe('Courriels approuvés', () => {
  test.each([...attendus.keys()])('R18 — %s dit exactement ce qui a été relu', (fichier) => {
    expect(attendus.get(fichier)).toBe(readFileSync(join(DOSSIER, fichier), 'utf8'));
  });

  test('R18 — aucun texte approuvé ne survit au modèle qui l’écrivait', () => {
    expect(readdirSync(DOSSIER).sort()).toEqual([...attendus.keys()].sort());
  });

  test('R18 — chaque modèle est relu sous une forme riche et une forme minimale', () => {
    for (const modele of modeles) {
      const noms = exemples.filter(({ donnees }) => donnees.modele === modele).map(({ nom }) => nom);
      expect(noms.length).toBeGreaterThanOrEqual(2);
    }
  });
});
