import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseJUnit, parseResultats, renderBilan, sum } from '../../../tools/essais/bilan';

const dossier = mkdtempSync(path.join(tmpdir(), 'jalons-bilan-'));
afterAll(() => rmSync(dossier, { recursive: true }));

function parse(counts: object, code: number | null) {
  const file = path.join(dossier, 'resultats.json');
  const none = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };
  writeFileSync(file, JSON.stringify({ ...none, ...counts }));
  return parseResultats(file, code);
}

describe('La ligne de fin', () => {
  test('additionne toutes les suites', () => {
    const bilans = [
      { passed: 3, failed: 0, skipped: 1 },
      { passed: 4, failed: 2, skipped: 0 },
    ];
    expect(renderBilan(sum(bilans))).toBe('7 passed, 2 failed, 1 skipped');
  });

  test('une suite qui n’a pas pu tourner compte comme un échec', () => {
    expect(parse({ numPassedTests: 5, numRuntimeErrorTestSuites: 1 }, 1)).toEqual({
      passed: 5,
      failed: 1,
      skipped: 0,
    });
  });

  test('Jest qui échoue sans test rouge reste un échec', () => {
    expect(parse({ numPassedTests: 5 }, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
    expect(parse({ numPassedTests: 5 }, null)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  test('Jest qui n’a rien écrit est un échec', () => {
    expect(parseResultats(path.join(dossier, 'absent.json'), 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });
});

describe('Un rapport JUnit', () => {
  const parse = (tete: string, code: number | null) => {
    const file = path.join(dossier, 'junit.xml');
    writeFileSync(file, `<?xml version="1.0"?>\n<testsuites ${tete}><testsuite tests="99" /></testsuites>`);
    return parseJUnit(file, code);
  };

  test('se compte comme les autres', () => {
    const lu = parse('errors="1" failures="2" skipped="3" tests="91" time="1.5"', 1);
    expect(lu).toEqual({ passed: 85, failed: 3, skipped: 3 });
  });

  test('vide, absent, ou vert d’un programme qui échoue : un échec', () => {
    const echec = { passed: 0, failed: 1, skipped: 0 };
    expect(parse('errors="0" failures="0" skipped="0" tests="0"', 0)).toEqual(echec);
    expect(parse('errors="0" failures="0" skipped="0" tests="91"', 2)).toEqual(echec);
    expect(parseJUnit(path.join(dossier, 'absent.xml'), 0)).toEqual(echec);
  });
});
