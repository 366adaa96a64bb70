import { FichierIllisible } from './illisible';

const VIDE = new Uint8Array();
/** The longest character of UTF-8, in bytes: with so many at hand, a first accent can be told. */
const ACCENT = 4;

/**
 * Text as it comes, never held whole: UTF-8 (its mark is dropped), or Windows-1252 when the first accent of the file
 * is not UTF-8. Plain ASCII is the same in both, so nothing has to be read twice.
 */
export async function* readTexte(octets: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decodeur: TextDecoder | null = null;
  let reste: Uint8Array = VIDE;
  for await (const morceau of octets) {
    if (decodeur !== null) {
      yield decode(decodeur, morceau);
      continue;
    }
    reste = Buffer.concat([reste, morceau]);
    const debut = reste.findIndex((octet) => octet > 0x7f);
    if (debut === -1) {
      yield Buffer.from(reste).toString('latin1');
      reste = VIDE;
    } else if (reste.length - debut >= ACCENT) {
      decodeur = decodeurOf(reste.subarray(debut));
      yield decode(decodeur, reste);
      reste = VIDE;
    }
  }
  if (decodeur === null && reste.length > 0)
    decodeur = decodeurOf(reste.subarray(reste.findIndex((o) => o > 0x7f)), true);
  if (decodeur !== null) yield decode(decodeur, reste) + decode(decodeur, null);
}

/** Judged on what begins at the first accent; its end may be cut in the middle of a character. */
function decodeurOf(accents: Uint8Array, entier = false): TextDecoder {
  const [a = 0, b = 0] = accents;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    throw new FichierIllisible('Ce fichier est en UTF-16 : enregistrez-le en « CSV UTF-8 ».');
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(accents, { stream: !entier });
    return new TextDecoder('utf-8', { fatal: true });
  } catch {
    return new TextDecoder('windows-1252');
  }
}

function decode(decodeur: TextDecoder, octets: Uint8Array | null): string {
  try {
    return octets === null ? decodeur.decode() : decodeur.decode(octets, { stream: true });
  } catch {
    throw new FichierIllisible(
      'Ce fichier commence en UTF-8 et ne l’est pas jusqu’au bout : enregistrez-le en « CSV UTF-8 ».',
    );
  }
}
