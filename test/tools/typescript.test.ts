import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PORTE = path.join(__dirname, '../../tools/typescript.cjs');
let dossier: string;
let gardes: string;

beforeEach(() => {
  dossier = mkdtempSync(path.join(tmpdir(), 'jalons-typescript-'));
  gardes = path.join(dossier, 'cache', 'programmes');
});

afterEach(() => rmSync(dossier, { recursive: true, force: true }));

/** Runs a program of that text, which may ask for its neighbour. */
function run(texte: string, env: Readonly<Record<string, string>> = {}) {
  writeFileSync(path.join(dossier, 'programme.ts'), texte);
  const { status, stdout, stderr } = spawnSync(process.execPath, [PORTE, 'programme.ts', '--mot'], {
    cwd: dossier,
    encoding: 'utf8',
    env: { ...process.env, JALONS_CACHE: path.join(dossier, 'cache'), ...env },
  });
  return { status, stdout, stderr };
}

const AVEC_VOISIN = "import { nom } from './voisin';\nconst dit: string = nom;\nconsole.log(dit);\n";
const writeVoisin = (nom: string) =>
  writeFileSync(path.join(dossier, 'voisin.tsx'), `export const nom: string = '${nom}';\n`);

describe('Nos programmes, en TypeScript, par Node', () => {
  test('une source n’est compilée qu’une fois ; changée, elle l’est de nouveau ; revenue, elle est déjà là', () => {
    writeVoisin('un');
    expect(run(AVEC_VOISIN)).toMatchObject({ status: 0, stdout: 'un\n', stderr: '' });
    expect(readdirSync(gardes)).toHaveLength(2);
    // What is kept is what runs: spoiled by hand, it says so.
    for (const garde of readdirSync(gardes)) {
      const fichier = path.join(gardes, garde);
      writeFileSync(fichier, readFileSync(fichier, 'utf8').replace("'un'", "'un, gardé'"));
    }
    expect(run(AVEC_VOISIN).stdout).toBe('un, gardé\n');
    writeVoisin('deux');
    expect(run(AVEC_VOISIN).stdout).toBe('deux\n');
    expect(readdirSync(gardes)).toHaveLength(3);
    writeVoisin('un');
    expect(run(AVEC_VOISIN).stdout).toBe('un, gardé\n');
  });

  test('une erreur dit la ligne de la source, compilée à l’instant ou gardée', () => {
    const texte =
      'type Refus = { readonly code: string };\n\nconst jette = (r: Refus): never => {\n  throw new Error(r.code);\n};\njette({ code: "ici" });\n';
    for (let i = 0; i < 2; i += 1) {
      const { status, stderr } = run(texte);
      expect(status).toBe(1);
      expect(stderr).toMatch(/at jette \(\S+programme\.ts:4:9\)/);
      expect(stderr).toMatch(/\S+programme\.ts:6:1\)/);
    }
  });

  test('un programme est le sien : ses mots, son nom, et un module imposé avant lui n’y change rien', () => {
    const texte =
      "console.log(require.main === module, process.argv[1] === __filename, process.argv.slice(2).join(' '));\n";
    const NODE_OPTIONS = '--import data:text/javascript,globalThis.avant=1';
    expect(run(texte)).toMatchObject({ status: 0, stdout: 'true true --mot\n' });
    expect(run(texte, { NODE_OPTIONS })).toMatchObject({ status: 0, stdout: 'true true --mot\n' });
  });

  test('là où rien ne peut être gardé, les programmes se lancent quand même', () => {
    writeVoisin('un');
    const ferme = path.join(dossier, 'ferme');
    writeFileSync(ferme, '');
    expect(run(AVEC_VOISIN, { JALONS_CACHE: ferme })).toMatchObject({ status: 0, stdout: 'un\n' });
  });

  test('une source qui ne se lit pas arrête le programme, et rien n’en est gardé', () => {
    mkdirSync(gardes, { recursive: true });
    const { status, stderr } = run('const x = ;\n');
    expect(status).not.toBe(0);
    expect(stderr).toContain('programme.ts');
    expect(readdirSync(gardes)).toEqual([]);
  });
});
