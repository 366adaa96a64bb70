import { Readable, pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { FichierIllisible } from './illisible';
import { readTexte } from './texte';

/** One row of a file, and the line of the file where it ends. */
export type Rangee = { readonly ligne: number; readonly cellules: readonly string[] };

const SEPARATEURS = [';', ',', '\t'] as const;
/** A quote that nobody closes would otherwise hold the rest of the file in memory. */
const RANGEE_MAX = 65_536;

/**
 * The rows of a CSV file, the header first, as they come: encoding and separator are found out. An apostrophe that a
 * spreadsheet put before what looks like a formula is taken off, as our own exports put it.
 */
export async function* readRangees(octets: AsyncIterable<Uint8Array>): AsyncGenerator<Rangee> {
  const texte = readTexte(octets);
  const debut = await readEntete(texte);
  const source = Readable.from(nonVides(debut, texte));
  const lecteur = parse({
    ...{ delimiter: separateurOf(debut), info: true, trim: true, relax_column_count: true },
    ...{ relax_quotes: true, skip_empty_lines: true, max_record_size: RANGEE_MAX },
  });
  pipeline(source, lecteur, () => undefined);
  try {
    for await (const lu of lecteur) {
      const { info, record } = lu as { info: { lines: number }; record: string[] };
      if (record.some((cellule) => cellule !== ''))
        yield { ligne: info.lines, cellules: record.map(celluleOf) };
    }
  } catch (erreur) {
    throw explain(erreur);
  }
}

/** No base keeps a NUL. */
const celluleOf = (lue: string) => lue.replaceAll('\0', '').replace(/^'(?=[=+\-@\t\r])/, '');

/** Enough text to hold the first line. */
async function readEntete(texte: AsyncGenerator<string>): Promise<string> {
  let debut = '';
  while (!/[\r\n]/.test(debut.trimStart()) && debut.length < RANGEE_MAX) {
    const lu = await texte.next();
    if (lu.done === true) break;
    debut += lu.value;
  }
  return debut;
}

async function* nonVides(debut: string, suite: AsyncIterable<string>): AsyncGenerator<string> {
  if (debut !== '') yield debut;
  for await (const texte of suite) if (texte !== '') yield texte;
}

/** The separator that the header uses most, outside quotes. */
function separateurOf(debut: string): string {
  const [entete = ''] = debut
    .trimStart()
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]/);
  const comptes = SEPARATEURS.map((s) => [s, entete.split(s).length] as const);
  const [[premier] = [';']] = comptes.sort(([, x], [, y]) => y - x);
  return premier;
}

function explain(erreur: unknown): unknown {
  if (!(erreur instanceof CsvError)) return erreur;
  const ligne: unknown = Reflect.get(erreur, 'lines');
  const ou = typeof ligne === 'number' ? `Ligne ${ligne} : ` : '';
  return new FichierIllisible(
    `${ou}un guillemet n’est pas refermé, ou cette ligne est démesurée : corrigez-la et renvoyez le fichier.`,
  );
}
