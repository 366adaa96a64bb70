import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { restoreLinks } from '../../../tools/moteur/postgres-programmes';

test('les liens de PostgreSQL sont refaits là où npm n’exécute pas les scripts d’installation', () => {
  const dossier = mkdtempSync(path.join(tmpdir(), 'jalons-liens-'));
  mkdirSync(path.join(dossier, 'native/lib'), { recursive: true });
  writeFileSync(path.join(dossier, 'native/lib/libicu.so.60.2'), 'bibliothèque');
  const links = [{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }];
  writeFileSync(path.join(dossier, 'native/pg-symlinks.json'), JSON.stringify(links));
  restoreLinks(dossier);
  restoreLinks(dossier);
  expect(readlinkSync(path.join(dossier, 'native/lib/libicu.so.60'))).toBe('libicu.so.60.2');
  expect(readFileSync(path.join(dossier, 'native/lib/libicu.so.60'), 'utf8')).toBe('bibliothèque');
  rmSync(dossier, { recursive: true });
});
