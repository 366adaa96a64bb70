import { existsSync } from 'node:fs';
import path from 'node:path';
import { readFile, readTables } from './lire';

const lignes = readTables(readFile('docs/glossaire.md')).map(([mot = '', , nom = '', fichier = '']) => ({
  mot,
  nom: nom.replaceAll('`', ''),
  fichier: fichier.replaceAll('`', ''),
}));

describe('Le glossaire', () => {
  test.each(lignes)('$mot : $fichier existe et dit « $nom »', ({ nom, fichier }) => {
    expect(existsSync(path.join(__dirname, '..', '..', fichier))).toBe(true);
    expect(readFile(fichier)).toMatch(new RegExp(`\\b${nom}\\b`));
  });

  test('un mot n’y est défini qu’une fois', () => {
    const mots = lignes.map(({ mot }) => mot);
    expect(mots).toEqual([...new Set(mots)]);
    expect(mots.length).toBeGreaterThan(40);
  });
});
