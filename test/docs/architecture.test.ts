import path from 'node:path';
import { listFiles, namesOf, readFile, readTables } from './lire';

type Regle = { readonly name: string; readonly comment?: string };

const page = readFile('docs/architecture.md');

describe('La page d’architecture', () => {
  test('chaque flèche entre dossiers est celle que la vérification tient, et chacune y est', () => {
    // oxlint-disable-next-line typescript/no-require-imports -- a CommonJS file without types
    const { forbidden } = require(path.join(__dirname, '../../.dependency-cruiser.cjs')) as {
      forbidden: Regle[];
    };
    const tenues = forbidden.flatMap(({ comment = '' }) => {
      const [, dossier, permis = ''] = /^(\w+)\/ n’importe, de chez nous, que : (.+)\.$/.exec(comment) ?? [];
      if (dossier === undefined) return [];
      const autres = permis.split(', ').filter((d) => d !== dossier);
      return [`${dossier} → ${autres.sort().join(', ')}`];
    });
    const section = page.split('qui peut importer qui')[1] ?? '';
    const ecrites = readTables(section).map(
      ([dossier = '', , permis = '']) =>
        `${dossier.replaceAll(/[`/]/g, '')} → ${namesOf(permis, /`([\w/.]+?)\/?`/g).join(', ')}`,
    );
    expect(ecrites.sort()).toEqual(tenues.sort());
  });

  test('chaque table de la base y est nommée', () => {
    const tables = namesOf(readFile('prisma/schema.prisma'), /@@map\("(\w+)"\)/g);
    const [avant = ''] = (page.split('## Les tables')[1] ?? '').split('**Clés');
    expect(tables.filter((t) => !avant.includes(`\`${t}\``))).toEqual([]);
  });

  test('chaque fichier qu’elle cite existe', () => {
    const cites = namesOf(
      page,
      /`((?:domain|registre|workflows|activities|api|web|worker|temporal)\/[\w/.-]+\.\w+)`/g,
    );
    const connus = namesOf(cites.map((f) => path.dirname(f)).join('\n'), /^.+$/gm).flatMap((d) =>
      listFiles(d, /./),
    );
    expect(cites.filter((f) => !connus.includes(f))).toEqual([]);
  });
});
