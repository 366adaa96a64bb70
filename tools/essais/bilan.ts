import { readFileSync } from 'node:fs';

/** What the closing line sums up. */
export type Bilan = { passed: number; failed: number; skipped: number };

const VIDE: Bilan = { passed: 0, failed: 0, skipped: 0 };
export const UN_ECHEC: Bilan = { passed: 0, failed: 1, skipped: 0 };
export const UNE_REUSSITE: Bilan = { passed: 1, failed: 0, skipped: 0 };

export const sum = (bilans: readonly Bilan[]): Bilan =>
  bilans.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    VIDE,
  );

export const renderBilan = ({ passed, failed, skipped }: Bilan) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

type ResultatsJest = {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
};

/** Reads what Jest wrote; a suite that could not run counts as one failure, and so does a run without a result. */
export function parseResultats(file: string, exitCode: number | null): Bilan {
  let resultats: ResultatsJest;
  try {
    resultats = JSON.parse(readFileSync(file, 'utf8')) as ResultatsJest;
  } catch {
    return UN_ECHEC;
  }
  const failed = resultats.numFailedTests + resultats.numRuntimeErrorTestSuites;
  const skipped = resultats.numPendingTests + resultats.numTodoTests;
  // Jest may fail beside its tests (a global set-up, a worker that died): never a green line then.
  return { passed: resultats.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped };
}

/** Reads a JUnit report; a run that tested nothing, or failed beside its tests, is a failure. */
export function parseJUnit(file: string, exitCode: number | null): Bilan {
  let xml: string;
  try {
    xml = readFileSync(file, 'utf8');
  } catch {
    return UN_ECHEC;
  }
  const [, tete = ''] = /<testsuites([^>]*)>/.exec(xml) ?? [];
  const read = (nom: string) => Number(new RegExp(`\\b${nom}="(\\d+)"`).exec(tete)?.[1] ?? 0);
  const [tests, skipped] = [read('tests'), read('skipped')];
  const failed = read('failures') + read('errors');
  if (tests === 0 || (failed === 0 && exitCode !== 0)) return UN_ECHEC;
  return { passed: Math.max(0, tests - failed - skipped), failed, skipped };
}
