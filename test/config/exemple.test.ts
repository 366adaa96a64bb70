import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globalRegistry } from 'zod';
import { renderExemple } from '../../config/exemple';
import { champsDeConfiguration } from '../../config/schema';

describe('.env.example', () => {
  test('est celui que produit la configuration (npm run env:exemple)', () => {
    expect(readFileSync(path.join(__dirname, '../../.env.example'), 'utf8')).toBe(renderExemple());
  });

  test.each(Object.entries(champsDeConfiguration))(
    '%s y a une description et un groupe',
    (_variable, champ) => {
      const notice = globalRegistry.get(champ);
      expect(notice?.description).toMatch(/\.$/);
      expect(notice?.['groupe']).toEqual(expect.any(String));
    },
  );

  test('copié tel quel en .env, il ne change rien : toutes ses lignes sont des commentaires', () => {
    const lines = renderExemple().split('\n');
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });
});
