import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LIGNES_GATEES, MONDE, TYPES_FAUX } from './lignes-gatees';

const ROOT = path.join(__dirname, '../../..');
const OXLINT = path.join(ROOT, 'node_modules/oxlint/bin/oxlint');

type Regles = Readonly<Record<string, unknown>>;
type Reglage = { readonly rules: Regles; readonly overrides: readonly { readonly rules: Regles }[] };
type Faute = { readonly code?: string; readonly filename: string; readonly message: string };

const reglage = JSON.parse(readFileSync(path.join(ROOT, '.oxlintrc.json'), 'utf8')) as Reglage;

/** Everything the setting asks for, here or there. */
function asked(): string[] {
  const all = [reglage, ...reglage.overrides].flatMap(({ rules }) =>
    Object.entries(rules).flatMap(([nom, force]) => (force === 'off' ? [] : [nom])),
  );
  return [...new Set(all)].sort();
}

/** `domain/x` is a rule of the house that bites in domain/ alone. */
const nomOf = (cle: string) => cle.replace(/^domain\//, 'maison/');
const fichierOf = (cle: string) =>
  `${cle.startsWith('domain/') ? 'domain' : 'registre'}/${cle.replaceAll('/', '-')}.ts`;

/** `no-empty` of eslint is said `eslint(no-empty)`. */
const codeOf = (nom: string) => nom.replace(/^(\w+)\/(.+)$/, '$1($2)');

const isDeType = (code = '') => /^typescript\(TS\d+\)$/.test(code);

function lint(fichiers: Readonly<Record<string, string>>): readonly Faute[] {
  const dossier = mkdtempSync(path.join(tmpdir(), 'jalons-regles-'));
  try {
    for (const copie of ['.oxlintrc.json', 'tsconfig.json', 'tools/regles'])
      cpSync(path.join(ROOT, copie), path.join(dossier, copie), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(dossier, 'node_modules'));
    for (const [nom, texte] of Object.entries(fichiers)) {
      mkdirSync(path.dirname(path.join(dossier, nom)), { recursive: true });
      writeFileSync(path.join(dossier, nom), texte);
    }
    const { stdout, stderr } = spawnSync(process.execPath, [OXLINT, '-f', 'json', '.'], {
      cwd: dossier,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return (JSON.parse(stdout) as { diagnostics: Faute[] }).diagnostics;
  } finally {
    rmSync(dossier, { recursive: true });
  }
}

describe('Les règles du code mordent', () => {
  let fautes: readonly Faute[];

  beforeAll(() => {
    fautes = lint({
      'registre/monde.ts': MONDE,
      'registre/types.ts': TYPES_FAUX,
      ...Object.fromEntries(
        Object.entries(LIGNES_GATEES).map(([cle, ligne]) => [fichierOf(cle), `${ligne}\n`]),
      ),
    });
  });

  test('une ligne gâtée est écrite pour chacune, et chacune refuse la sienne', () => {
    expect(Object.keys(LIGNES_GATEES).map(nomOf).sort()).toEqual(asked());
    const muettes = Object.keys(LIGNES_GATEES).filter(
      (cle) =>
        !fautes.some(({ code, filename }) => code === codeOf(nomOf(cle)) && filename === fichierOf(cle)),
    );
    expect(muettes).toEqual([]);
  });

  test('les types faux sont refusés, ligne par ligne', () => {
    const dites = fautes.filter(({ code, filename }) => filename === 'registre/types.ts' && isDeType(code));
    expect(dites.map(({ code }) => code).sort()).toEqual([
      'typescript(TS2307)',
      'typescript(TS2322)',
      'typescript(TS2366)',
      'typescript(TS2375)',
      'typescript(TS2578)',
      'typescript(TS2741)',
    ]);
  });
});
