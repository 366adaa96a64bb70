import { statutOfRefus } from '../../api/statut-du-refus';
import { codesRefus, explainRefus } from '../../domain/refus';
import { exemplesDeRefus } from './exemples-refus';
import { readFile, readTables } from './lire';

const lignes = readTables(readFile('docs/refus.md'));
const ecrits = new Map(lignes.map(([code = '', ...reste]) => [code.replaceAll('`', ''), reste]));

describe('La page des refus', () => {
  test('chaque refus a une ligne et une seule, et aucune ligne n’est de trop', () => {
    expect(lignes.map(([code = '']) => code.replaceAll('`', '')).sort()).toEqual([...codesRefus].sort());
  });

  test.each(codesRefus)('%s : la phrase, le moment et le statut HTTP sont ceux du code', (code) => {
    const [phrase, quand, statut] = ecrits.get(code) ?? [];
    expect(phrase).toBe(explainRefus(exemplesDeRefus[code]));
    expect(quand).not.toBe('');
    expect(statut).toBe(String(statutOfRefus[code]));
  });
});
