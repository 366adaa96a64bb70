import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder, obtainTemporal } from '../../../tools/moteur/temporal-programmes';

let dossier: string;
let cache: string;
const dits: string[] = [];

beforeEach(() => {
  dossier = mkdtempSync(path.join(tmpdir(), 'jalons-temporal-'));
  cache = path.join(dossier, 'cache');
  mkdirSync(path.join(dossier, 'bin'));
  dits.length = 0;
});

afterEach(() => rmSync(dossier, { recursive: true, force: true }));

const search = () =>
  obtainTemporal({ cache, searched: path.join(dossier, 'bin'), progres: (phrase) => void dits.push(phrase) });

function install(name: string, script: string): void {
  const file = path.join(dossier, 'bin', name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

/** A `go` that writes the file asked for, and one line in a journal for each build. */
const installGo = (build: string) =>
  install(
    'go',
    `case "$1" in
  list) echo a; echo b ;;
  build) echo construit >> ${dossier}/journal; echo paquet >&2; shift; while [ "$1" != "-o" ]; do shift; done; ${build} ;;
esac`,
  );

const builds = () => (existsSync(path.join(dossier, 'journal')) ? 'oui' : 'non');

describe('Temporal est cherché dans l’ordre', () => {
  test('les programmes déjà construits passent avant tout le reste', async () => {
    mkdirSync(cacheFolder(cache), { recursive: true });
    for (const name of ['temporal-server', 'temporal-sql-tool', 'temporal-ui']) {
      writeFileSync(path.join(cacheFolder(cache), name), '');
    }
    install('temporal', 'true');
    expect(await search()).toMatchObject({ origine: 'construits' });
  });

  test('puis la commande « temporal » du PATH, sans rien construire', async () => {
    install('temporal', 'true');
    installGo('true');
    expect(await search()).toEqual({ origine: 'cli', temporal: path.join(dossier, 'bin', 'temporal') });
    expect(builds()).toBe('non');
  });

  test('puis les modules Go, construits une fois, en disant pourquoi c’est long', async () => {
    installGo('/bin/sleep 0.1; echo programme > "$2"');
    expect(await search()).toMatchObject({ origine: 'construits' });
    expect(dits[0]).toMatch(/construit à partir de ses sources \(7 à 10 minutes/);
    expect(readdirSync(path.join(cache, 'temporal'))).toEqual([path.basename(cacheFolder(cache))]);
  });

  test('deux constructions à la fois n’en font qu’une, et aucune moitié ne passe pour un tout', async () => {
    installGo('/bin/sleep 0.2; echo programme > "$2"');
    const [a, b] = await Promise.all([search(), search()]);
    expect(a).toEqual(b);
    expect(dits).toContain('Temporal : une autre commande le construit déjà, attente…');
    expect(readdirSync(cacheFolder(cache)).sort()).toEqual([
      'temporal-server',
      'temporal-sql-tool',
      'temporal-ui',
    ]);
  });

  test('une construction qui échoue dit pourquoi, et ne laisse rien derrière elle', async () => {
    installGo('echo "disque plein" >&2; exit 1');
    await expect(search()).rejects.toThrow(/La construction de Temporal a échoué[^]*disque plein/);
    expect(readdirSync(path.join(cache, 'temporal'))).toEqual([]);
  });

  test('un verrou laissé par une construction tuée ne bloque pas la suivante', async () => {
    mkdirSync(path.join(cache, 'temporal'), { recursive: true });
    writeFileSync(`${cacheFolder(cache)}.verrou`, JSON.stringify({ pid: 999_999_999, marque: '1' }));
    installGo('echo programme > "$2"');
    expect(await search()).toMatchObject({ origine: 'construits' });
  });

  test('rien de tout cela : un seul message, avec les façons d’en avoir un', async () => {
    await expect(search()).rejects.toThrow(/TEMPORAL_ADDRESS[^]*PATH[^]*Go 1.26[^]*docker compose/);
  });
});
