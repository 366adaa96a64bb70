import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFiles, namesOf, readFile } from './lire';

const ROOT = path.join(__dirname, '..', '..');
const lisezMoi = readFile('README.md');
const { scripts, engines } = JSON.parse(readFile('package.json')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};
const COMMANDE = /\bnpm (start|test|run [\w:-]+)/g;

describe('Le README et les pages', () => {
  test.each(['README.md', ...listFiles('docs', /\.md$/)])('%s : chaque commande npm existe', (page) => {
    const citees = namesOf(readFile(page), COMMANDE).map((c) => c.replace(/^run /, ''));
    expect(citees.filter((nom) => !(nom in scripts))).toEqual([]);
  });

  test('le README donne les deux commandes et celles qui servent chaque jour', () => {
    const citees = namesOf(lisezMoi, COMMANDE);
    expect(citees).toEqual(expect.arrayContaining(['start', 'test', 'run demo', 'run reset', 'run verify']));
  });

  test('le README demande la version de Node que package.json demande', () => {
    const [, minimum = ''] = /^>=(\S+)$/.exec(engines.node) ?? [];
    expect(lisezMoi).toContain(`Node ${minimum}`);
  });

  test('chaque dossier de la carte existe, et chaque dossier y est', () => {
    const carte = namesOf(lisezMoi, /^\| (`[a-z]+\/`(?:, `[a-z]+\/`)*) +\|/gm);
    const dossiers = carte.flatMap((cases) => namesOf(cases, /`([a-z]+)\/`/g));
    expect(dossiers.length).toBeGreaterThan(10);
    const presents = readdirSync(ROOT, { withFileTypes: true }).filter(
      (entree) => entree.isDirectory() && /^[a-z]/.test(entree.name) && entree.name !== 'node_modules',
    );
    expect([...dossiers].sort()).toEqual(presents.map(({ name }) => name).sort());
  });

  test('le README dit que les données sont fictives et que Docker n’a pas été essayé', () => {
    expect(lisezMoi).toContain('Données fictives seulement');
    expect(lisezMoi).toMatch(/Aucun moteur Docker ne tournait/);
  });

  test.each(listFiles('docs/images', /\.png$/))('%s pèse moins de 200 ko et sert', (image) => {
    expect(statSync(path.join(ROOT, image)).size).toBeLessThan(200_000);
    const pages = ['README.md', ...listFiles('docs', /\.md$/)].map(readFile).join('\n');
    expect(pages).toContain(path.basename(image));
  });
});
