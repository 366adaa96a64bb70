import { existsSync } from 'node:fs';
import path from 'node:path';
import { namesOf, readFile, readTables } from './lire';

const lignes = readTables(readFile('docs/couverture.md'));
const FICHIER = /`([a-z]+\/[\w./-]+\.(?:tsx?|prisma))`/g;

describe('Ce que les textes demandent', () => {
  test('les demandes sont numérotées sans trou, et chacune nomme son texte', () => {
    expect(lignes.map(([n]) => n)).toEqual(lignes.map((_, i) => String(i + 1)));
    expect(lignes.filter(([, texte = '']) => !/^T[0-4]$/.test(texte))).toEqual([]);
    expect(namesOf(lignes.map(([, texte]) => texte).join(' '), /T\d/g)).toHaveLength(5);
  });

  test.each(lignes)(
    'n° %s (%s) : %s — construit quelque part, ou dit « pas encore » ou « sans issue »',
    (...ligne) => {
      const ou = ligne[3] ?? '';
      expect(ou).toMatch(/`\w|R\d{2}|pas encore|sans issue|issue \d/);
      expect(namesOf(ou, FICHIER).filter((f) => !existsSync(path.join(__dirname, '..', '..', f)))).toEqual(
        [],
      );
      const regles = namesOf(readFile('docs/regles.md'), /^### (R\d{2})/gm);
      expect(namesOf(ou, /\bR\d{2}\b/g).filter((r) => !regles.includes(r))).toEqual([]);
    },
  );

  test('ce qui n’est pas encore là renvoie à une issue, ou dit qu’aucune ne le couvre', () => {
    const muettes = lignes.filter(([, , , ou = '']) => ou.includes('pas encore') && !ou.includes('issue'));
    expect(muettes).toEqual([]);
  });
});
