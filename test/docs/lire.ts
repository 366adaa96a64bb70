import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

export function readFile(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** Files under a folder, by path from the root; nothing when the folder is not there yet. */
export function listFiles(folder: string, forme: RegExp): string[] {
  try {
    return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
      .filter((file) => forme.test(file))
      .sort();
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw erreur;
  }
}

/** The cells of every row of every table of a page, headers left out, back-quotes removed from the first cell. */
export function readTables(page: string): string[][] {
  const rows = page.split('\n').filter((line) => line.startsWith('|'));
  const headers = new Set(rows.flatMap((row, i) => (/^\|[\s:|-]+$/.test(row) ? [i - 1, i] : [])));
  return rows
    .filter((_, i) => !headers.has(i))
    .map((row) =>
      row
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );
}

export function namesOf(texte: string, forme: RegExp): string[] {
  return [...new Set([...texte.matchAll(forme)].map(([tout, groupe]) => groupe ?? tout))].sort();
}

/** The titles of the tests of a file, whatever quotes they stand in. */
export function titlesOf(code: string): string[] {
  const forme = /\b(?:test|it|describe)(?:\.\w+)*\s*(?:\([^)]*\)\s*)?\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
  return [...code.matchAll(forme)].map(([, , titre]) => titre ?? '');
}
