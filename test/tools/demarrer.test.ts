import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

let racine: string;

/** A checkout just cloned: the door, a lock file, nothing installed, and an npm that only notes what it is asked. */
beforeEach(() => {
  racine = mkdtempSync(path.join(tmpdir(), 'jalons-porte-'));
  mkdirSync(path.join(racine, 'tools'));
  cpSync(path.join(__dirname, '../../tools/demarrer.mjs'), path.join(racine, 'tools/demarrer.mjs'));
  writeLock('package-lock.json', '1.0.0');
  const note = `require('fs').writeFileSync(${JSON.stringify(path.join(racine, 'npm'))}, process.argv.slice(2).join(' '))`;
  writeFileSync(path.join(racine, 'npm.js'), `${note}; process.exit(1);`);
});

afterEach(() => rmSync(racine, { recursive: true, force: true }));

function writeLock(file: string, version: string): void {
  const autres =
    file === 'package-lock.json' ? { 'node_modules/b-darwin-arm64': { version, optional: true } } : {};
  writeFileSync(
    path.join(racine, file),
    JSON.stringify({ packages: { '': {}, 'node_modules/a': { version }, ...autres } }),
  );
}

function open(args: string[], nodeOptions: string[] = []) {
  const env = { ...process.env, npm_execpath: path.join(racine, 'npm.js') };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...nodeOptions, 'tools/demarrer.mjs', ...args],
    {
      cwd: racine,
      env,
      encoding: 'utf8',
    },
  );
  return { status, output: stdout + stderr };
}

const npmAsked = () => {
  try {
    return readFileSync(path.join(racine, 'npm'), 'utf8');
  } catch {
    return null;
  }
};

describe('La porte de npm start et npm test', () => {
  test('sur un clone tout neuf, elle installe les dépendances fixées, et dit pourquoi c’est long', () => {
    const { status, output } = open(['start']);
    expect(npmAsked()).toBe('ci --no-audit --no-fund');
    expect(output).toContain('Installation des dépendances fixées par package-lock.json');
    expect(output).toContain('Les dépendances n’ont pas pu être installées');
    expect(status).toBe(1);
  });

  test('des dépendances d’une autre version sont réinstallées', () => {
    mkdirSync(path.join(racine, 'node_modules'));
    writeLock('node_modules/.package-lock.json', '0.9.0');
    open(['start']);
    expect(npmAsked()).toBe('ci --no-audit --no-fund');
  });

  test('des dépendances à jour ne le sont pas, même sans les programmes des autres machines', () => {
    mkdirSync(path.join(racine, 'node_modules'));
    writeLock('node_modules/.package-lock.json', '1.0.0');
    open(['start']);
    expect(npmAsked()).toBeNull();
  });

  test('un Node trop ancien est dit en une phrase', () => {
    const old =
      'data:text/javascript,Object.defineProperty(process, "versions", { value: { node: "18.19.0" } })';
    const { status, output } = open(['start'], ['--import', old]);
    expect(output).toContain('Jalons demande Node 20.20 ou plus récent');
    expect(output).toContain('18.19.0');
    expect(status).toBe(1);
    expect(npmAsked()).toBeNull();
  });

  test('une commande inconnue est refusée avec la liste', () => {
    expect(open(['nimporte'])).toMatchObject({
      status: 1,
      output: expect.stringContaining('Commandes : start, demo, bench, reset, test, fuzz, verify.') as string,
    });
  });
});
