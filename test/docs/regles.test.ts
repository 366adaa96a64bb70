import { faire2025 } from '../../domain/dispositifs/faire-2025';
import { placementEmploi2025 } from '../../domain/dispositifs/placement-emploi';
import { codesRefus } from '../../domain/refus';
import { listFiles, namesOf, readFile, readTables, titlesOf } from './lire';

const REGLE = /\bR\d{2}\b/g;
/** Numbers taken by rules that are being written beside this one. */
const A_ECRIRE: readonly string[] = [];
const page = readFile('docs/regles.md');
const ecrites = namesOf(page, /^### (R\d{2}) — /gm);

const codeDuDomaine = listFiles('domain', /\.tsx?$/)
  .map(readFile)
  .join('\n');
const citeesParLeCode = namesOf(codeDuDomaine, REGLE);
const ailleurs = ['registre', 'workflows', 'activities', 'worker', 'api', 'web', 'demo', 'tools'].flatMap(
  (d) => listFiles(d, /\.tsx?$/),
);
const testsDAilleurs = listFiles('test', /\.test\.tsx?$/).filter((f) => !f.startsWith('test/docs/'));
const titres = testsDAilleurs.flatMap((f) => titlesOf(readFile(f))).join('\n');

describe('Les règles écrites, le code et les tests', () => {
  test('les règles se suivent sans trou, de R01 à R49, sauf celles qui s’écrivent', () => {
    const attendues = Array.from({ length: 49 }, (_, i) => `R${String(i + 1).padStart(2, '0')}`);
    expect(ecrites).toEqual(attendues.filter((r) => ecrites.includes(r) || !A_ECRIRE.includes(r)));
  });

  test('chaque règle écrite est citée dans domain/, et chaque règle citée est écrite', () => {
    expect(citeesParLeCode).toEqual(ecrites);
  });

  test('les autres dossiers et les tests ne citent que des règles écrites', () => {
    const citees = namesOf([...ailleurs.map(readFile), titres].join('\n'), REGLE);
    expect(citees.filter((r) => !ecrites.includes(r))).toEqual([]);
  });

  test.each(ecrites)('%s est tenue par au moins un titre de test', (regle) => {
    expect(namesOf(titres, REGLE)).toContain(regle);
  });
});

describe('Les valeurs de l’édition', () => {
  const [deFaire = '', dePlacement = ''] = page.split("\n## Valeurs de l'édition Accompagnement");
  const valeurs = readTables(page);
  const dites = (tables: string[][]) =>
    tables.map(([nom = '', valeur = '']) => `${nom.replaceAll('`', '')} = ${valeur}`).sort();

  test('la page donne chaque valeur de l’édition, et aucune autre', () => {
    expect(dites(readTables(deFaire))).toEqual(valeursDe(faire2025).sort());
  });

  test('elle donne chaque valeur du second dispositif qui diffère, et aucune autre', () => {
    const communes = new Set(valeursDe(faire2025));
    const autres = valeursDe(placementEmploi2025).filter((v) => !communes.has(v));
    expect(dites(readTables(dePlacement))).toEqual(autres.sort());
  });

  test('chaque valeur nomme sa règle et sa source, ou dit qu’elle est un défaut', () => {
    for (const [nom, , regle = '', source = ''] of valeurs) {
      expect([nom, regle]).toEqual([nom, expect.stringMatching(/^(R\d{2}|ouverture)$/)]);
      expect([nom, source.length > 0]).toEqual([nom, true]);
    }
  });
});

test('un code de refus cité par les règles existe', () => {
  const cites = namesOf(page, /\(`([a-z_]+)`\)/g);
  expect(cites.filter((code) => !(codesRefus as readonly string[]).includes(code))).toEqual([]);
});

/** `contrat.rappels = 15, 7, 2`, for every leaf but what names the edition. */
function valeursDe(objet: object, chemin = ''): string[] {
  return Object.entries(objet).flatMap(([nom, valeur]: [string, unknown]) => {
    const ici = chemin === '' ? nom : `${chemin}.${nom}`;
    if (['code', 'edition', 'libelle', 'fondement'].includes(ici)) return [];
    if (Array.isArray(valeur)) return [`${ici} = ${valeur.join(', ')}`];
    if (typeof valeur === 'object' && valeur !== null) return valeursDe(valeur, ici);
    return [`${ici} = ${String(valeur)}`];
  });
}
