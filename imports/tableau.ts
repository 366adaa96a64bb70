import { stringify } from 'csv-stringify/sync';

type Cellule = string | number | boolean | null;

/**
 * A piece of a table for a spreadsheet; its header and the mark of UTF-8 with the first one. What would be taken for
 * a formula begins with an apostrophe: it stays a text (OWASP, CSV injection).
 */
export function renderCsv(
  lignes: readonly (Readonly<Record<string, Cellule>> | readonly Cellule[])[],
  colonnes: readonly string[],
  debut: boolean,
): Buffer {
  const texte = stringify([...lignes], {
    ...(colonnes.length > 0 && { columns: [...colonnes] }),
    ...{ header: debut, bom: debut, delimiter: ';' },
    ...{ record_delimiter: 'windows', escape_formulas: true },
  });
  return Buffer.from(texte);
}
