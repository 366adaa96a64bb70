import { listFiles, namesOf, readFile } from './lire';

const decisions = listFiles('docs/decisions', /\.md$/);
const CODE = [
  'domain',
  'registre',
  'workflows',
  'activities',
  'worker',
  'temporal',
  'api',
  'web',
  'config',
  'tools',
];

/** Numbers taken by decisions that are being written beside this one. */
const A_ECRIRE: readonly string[] = [];

describe('Les décisions', () => {
  test('elles se numérotent sans trou, sauf celles qui s’écrivent', () => {
    const numeros = decisions.map((d) => /\/(\d{4})-[a-z0-9-]+\.md$/.exec(d)?.[1]);
    const attendus = Array.from({ length: 40 }, (_, i) => String(i + 1).padStart(4, '0'));
    const absents = A_ECRIRE.filter((n) => !numeros.includes(n));
    expect(numeros).toEqual(attendus.filter((n) => !absents.includes(n)).slice(0, numeros.length));
  });

  test.each(decisions)('%s dit son contexte, sa décision et sa conséquence, en peu de mots', (decision) => {
    const page = readFile(decision);
    const numero = /\/(\d{4})-/.exec(decision)?.[1] ?? '';
    expect(page).toMatch(new RegExp(`^# ${numero} — .+\n`));
    for (const partie of ['Contexte', 'Décision', 'Conséquence']) expect(page).toContain(`**${partie}.**`);
    expect(page.length).toBeLessThan(2000);
  });

  test('une décision citée par le code existe', () => {
    const citees = CODE.flatMap((d) => listFiles(d, /\.(?:tsx?|mjs)$/)).flatMap((f) =>
      namesOf(readFile(f), /docs\/decisions\/(\d{4})/g),
    );
    const connues = decisions.map((d) => /\/(\d{4})-/.exec(d)?.[1]);
    expect(citees.filter((n) => !connues.includes(n))).toEqual([]);
  });
});
