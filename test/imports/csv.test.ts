import { readRangees } from '../../imports/csv';
import { FichierIllisible } from '../../imports/illisible';

async function* enMorceaux(octets: Uint8Array, taille: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < octets.length; i += taille) yield await Promise.resolve(octets.subarray(i, i + taille));
}

async function lis(octets: Uint8Array, taille = 65_536) {
  const lues: (readonly string[])[] = [];
  for await (const { cellules } of readRangees(enMorceaux(octets, taille))) lues.push(cellules);
  return lues;
}

const utf8 = (texte: string) => Buffer.from(texte, 'utf8');
/** Windows-1252 and Latin-1 agree on these letters; € and œ are written by hand. */
const cp1252 = (texte: string) =>
  Buffer.from(Array.from(texte, (c) => ({ '€': 0x80, œ: 0x9c, '’': 0x92 })[c] ?? c.charCodeAt(0)));

const ATTENDU = [
  ['Prénom', 'Nom'],
  ['Zoé', 'L’Œuvre de cœur'],
];

describe('La lecture d’un CSV', () => {
  test.each([
    ['UTF-8', utf8('Prénom;Nom\nZoé;L’Œuvre de cœur\n')],
    ['UTF-8 avec indicateur', utf8('\ufeffPrénom;Nom\r\nZoé;L’Œuvre de cœur\r\n')],
    ['Windows-1252', cp1252('Prénom;Nom\nZoé;L’Œuvre de cœur\n'.replace('Œ', '\u008c'))],
  ])('%s : les accents sont lus, quelle que soit la taille des morceaux', async (_, octets) => {
    for (const taille of [1, 2, 3, 7, 65_536]) expect(await lis(octets, taille)).toEqual(ATTENDU);
  });

  test('un accent qui vient tard décide de l’encodage sans rien relire', async () => {
    const longue = 'a;b\n' + 'x;y\n'.repeat(40_000);
    expect((await lis(cp1252(`${longue}été;é`), 1000)).at(-1)).toEqual(['été', 'é']);
    expect((await lis(utf8(`${longue}été;é`), 1000)).at(-1)).toEqual(['été', 'é']);
  });

  test.each([';', ',', '\t'])('le séparateur « %s » est reconnu à la première ligne', async (s) => {
    expect(await lis(utf8(`Nom${s}Adresse\nA${s}"1, rue; du\tLac"\n`))).toEqual([
      ['Nom', 'Adresse'],
      ['A', '1, rue; du\tLac'],
    ]);
  });

  test('une ligne vide est passée, chaque rangée garde le numéro de sa ligne', async () => {
    const lues = [];
    for await (const r of readRangees(enMorceaux(utf8('a;b\n\n;;\n1;2\n3;4'), 5))) lues.push(r);
    expect(lues.map(({ ligne, cellules }) => [ligne, ...cellules])).toEqual([
      [1, 'a', 'b'],
      [4, '1', '2'],
      [5, '3', '4'],
    ]);
  });

  test('l’apostrophe qu’un export met devant une formule est retirée', async () => {
    expect((await lis(utf8("tel\n'+33 6\n'=A1\nl'eau")))[1]).toEqual(['+33 6']);
    expect((await lis(utf8("tel;x\nl'eau;'an")))[1]).toEqual(["l'eau", "'an"]);
  });

  test.each([
    ['un guillemet jamais refermé', utf8(`a;b\n1;"2\n${'x;y\n'.repeat(30_000)}`), /guillemet/],
    ['UTF-16', Buffer.from('\ufeffa;b\n1;é', 'utf16le'), /UTF-16/],
    [
      'deux encodages',
      Buffer.concat([utf8(`é;b\n${'x;y\n'.repeat(30_000)}`), cp1252('été;1')]),
      /jusqu’au bout/,
    ],
  ])('%s : une phrase qui dit quoi faire', async (_, octets, phrase) => {
    await expect(lis(octets)).rejects.toThrow(FichierIllisible);
    await expect(lis(octets)).rejects.toThrow(phrase);
  });
});
