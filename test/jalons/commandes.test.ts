import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { listFiles, readFile } from '../docs/lire';
import { AVEC_TYPESCRIPT } from '../../tools/moteur/typescript';

const RACINE = path.join(__dirname, '../..');

function jalons(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...AVEC_TYPESCRIPT, 'jalons/main.ts', ...args],
    // Nobody listens there: what is tried here stops before the base.
    {
      cwd: RACINE,
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: 'postgresql://x:x@127.0.0.1:1/x' },
    },
  );
  return { status, stdout, stderr };
}

describe('npm run jalons', () => {
  test('sans rien, dit les commandes, et chacune est dite', () => {
    const { status, stdout } = jalons();
    const { scripts } = JSON.parse(readFile('package.json')) as { scripts: Record<string, string> };
    expect(scripts['jalons']).toBe('node tools/typescript.cjs jalons/main.ts');
    expect(status).toBe(0);
    const commandes = listFiles('jalons', /\.ts$/).filter((f) => readFile(f).includes('= defineCommande('));
    expect(commandes.length).toBeGreaterThan(0);
    for (const fichier of commandes) expect(stdout).toContain(`\n  ${path.basename(fichier, '.ts')} `);
  });

  test('une commande inconnue est refusée en une phrase, code 2', () => {
    const { status, stdout, stderr } = jalons('reconstuire');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^La commande « reconstuire » n’existe pas\.\n\nEmploi : npm run jalons/);
  });

  test('une option inconnue, une valeur de trop : une phrase, l’emploi, code 2', () => {
    expect(jalons('jeton', '--vite')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^L’option « --vite » n’existe pas\.\n\njeton : /) as string,
    });
    expect(jalons('jeton', 'deux mots')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Donnez l’agent/) as string,
    });
  });

  test('--help dit l’emploi d’une commande sans rien faire', () => {
    expect(jalons('jeton', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Emploi : npm run jalons -- jeton AGENT [LIBELLE]') as string,
    });
  });

  test('ce qui échoue en route est dit en une phrase, code 1', () => {
    const { status, stderr } = jalons('jeton', 'prenom.nom');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^« jeton » n’a pas abouti : PostgreSQL ne répond pas .*docteur.*\n$/);
  });
});
