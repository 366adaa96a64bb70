import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { enVigueur } from '../../domain/dispositifs/en-vigueur';
import { listFiles, namesOf, readFile } from './lire';

const CODE = /\.(?:tsx?|mjs|cjs|css|js)$/;
const MOTEUR = [
  'domain',
  'registre',
  'workflows',
  'activities',
  'worker',
  'temporal',
  'api',
  'web',
  'config',
];
const TOUT = [...MOTEUR, 'tools', 'demo', 'bench', 'test', 'prisma'];

const sansGeneres = (fichier: string) => !fichier.startsWith('prisma/client/');

describe('Le moteur ne connaît aucun dispositif', () => {
  const fichiers = MOTEUR.flatMap((d) => listFiles(d, CODE)).filter(
    (f) => !f.startsWith('domain/dispositifs/'),
  );

  test('le code d’un dispositif n’est écrit nulle part ailleurs que dans domain/dispositifs/', () => {
    expect(fichiers.length).toBeGreaterThan(100);
    const codes = enVigueur.map((d) => d.code).join('|');
    const entreGuillemets = new RegExp(`['"\`](?:${codes})(?:[/-]\\w+)?['"\`]`);
    expect(fichiers.filter((f) => entreGuillemets.test(readFile(f)))).toEqual([]);
  });

  test('le sigle d’un dispositif non plus, et seul en-vigueur.ts importe une édition', () => {
    const sigles = enVigueur.map((d) => d.code.toUpperCase()).join('|');
    const sigle = new RegExp(`\\b(?:${sigles})\\b`);
    expect(fichiers.filter((f) => sigle.test(readFile(f)))).toEqual([]);
    const edition = /from '[^']*dispositifs\/(?!en-vigueur|definir-dispositif)[^']+'/;
    expect(fichiers.filter((f) => edition.test(readFile(f)))).toEqual([]);
  });
});

describe('Le code tient ses promesses', () => {
  test('aucun travail remis à plus tard dans un commentaire : une issue, ou rien', () => {
    const marque = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`);
    const fichiers = TOUT.flatMap((d) => listFiles(d, CODE)).filter(sansGeneres);
    expect(fichiers.filter((f) => marque.test(readFile(f)))).toEqual([]);
  });

  test('aucun fichier de domain/ n’importe un paquet, sauf temps/ le calendrier civil', () => {
    const paquets = listFiles('domain', /\.tsx?$/).flatMap((fichier) =>
      namesOf(readFile(fichier), /(?:from|import|require\()\s*'([^.'][^']*)'/g).map((paquet) => ({
        fichier,
        paquet,
      })),
    );
    const permis = paquets.filter(
      ({ fichier, paquet }) => paquet === 'temporal-polyfill' && fichier.startsWith('domain/temps/'),
    );
    expect(paquets).toEqual(permis);
    expect(permis.length).toBeGreaterThan(0);
  });

  test('le SDK de Temporal et nous lisons la même copie de protobufjs', () => {
    const ici = createRequire(__filename);
    const copieDe = (paquet: string) =>
      createRequire(ici.resolve(`${paquet}/package.json`)).resolve('protobufjs/package.json');
    const notre = ici.resolve('protobufjs/package.json');
    const paquets = ['client', 'common', 'proto', 'worker'].map((p) => `@temporalio/${p}`);
    expect(paquets.map(copieDe)).toEqual(paquets.map(() => notre));
  });
});

describe('Les pages de docs/', () => {
  const pages = [...listFiles('docs', /\.md$/), 'README.md'];

  test.each(pages)('%s : chaque lien interne mène quelque part', (page) => {
    const liens = namesOf(readFile(page), /\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g);
    const perdus = liens.filter(
      (lien) => !existsSync(path.join(__dirname, '..', '..', path.dirname(page), lien)),
    );
    expect(perdus).toEqual([]);
  });
});
