/** Fields of one block, by lower-case name: each may be said more than once. */
export type Champs = ReadonlyMap<string, readonly string[]>;

/** RFC 5322, 2.2.3 — a line that begins with a space goes on the one before; RFC 3464, 2.1 — blocks are parted by an empty line. */
export function readBlocs(texte: string): readonly Champs[] {
  return texte
    .replaceAll('\r\n', '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map(readChamps)
    .filter((champs) => champs.size > 0);
}

/** Lines that are not a field are left aside. */
function readChamps(bloc: string): Champs {
  const champs = new Map<string, string[]>();
  for (const ligne of bloc.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, nom = '', valeur = ''] = /^([\w-]{1,76})[ \t]*:[ \t]*(.*)$/.exec(ligne) ?? [];
    if (nom === '') continue;
    const deja = champs.get(nom.toLowerCase());
    if (deja === undefined) champs.set(nom.toLowerCase(), [valeur.trim()]);
    else deja.push(valeur.trim());
  }
  return champs;
}

/** The value of a field said once, and only once. */
export function findSeul(champs: Champs, nom: string): string | null {
  const [valeur, ...autres] = champs.get(nom) ?? [];
  return valeur === undefined || autres.length > 0 ? null : valeur;
}
