import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseResultats, renderBilan, sum } from '../../../tools/essais/bilan';

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
