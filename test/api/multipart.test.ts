import { readFichier } from '../../api/multipart';
import { ProblemeLeve } from '../../api/probleme';

const TYPE = 'multipart/form-data; boundary=----borne';
const partie = (entete: string, contenu: string) =>
  `------borne\r\nContent-Disposition: form-data; ${entete}\r\n\r\n${contenu}\r\n`;
const FIN = '------borne--\r\n';

async function* enMorceaux(texte: string, taille: number): AsyncGenerator<Uint8Array> {
  const octets = Buffer.from(texte);
  for (let i = 0; i < octets.length; i += taille) yield await Promise.resolve(octets.subarray(i, i + taille));
}

async function lis(corps: string, taille: number, type = TYPE): Promise<string | null> {
  const fichier = await readFichier(enMorceaux(corps, taille), type);
  if (fichier === null) return null;
  const lus: Uint8Array[] = [];
  for await (const octets of fichier) lus.push(octets);
  return Buffer.concat(lus).toString('utf8');
}

const CONTENU = 'prénom;nom\r\n------born\r\n--\r\nZoé;\r\n';

describe('Le fichier d’un formulaire, lu au fil de l’eau', () => {
  test.each([1, 2, 3, 7, 65_536])(
    'par morceaux de %i octets, il est rendu octet pour octet',
    async (taille) => {
      const champs = partie('name="vide"', '') + partie('name="x"', 'été');
      const corps =
        champs + partie('name="fichier"; filename="liste.csv"', CONTENU) + partie('name="y"', 'z') + FIN;
      expect(await lis(corps, taille)).toBe(CONTENU);
      expect(await lis(corps, taille, 'multipart/form-data; charset=utf-8; boundary="----borne"')).toBe(
        CONTENU,
      );
    },
  );

  test('sans fichier, ou sans l’avoir choisi : rien', async () => {
    expect(await lis(partie('name="x"', 'y') + FIN, 3)).toBeNull();
    expect(await lis(partie('name="fichier"; filename=""', '') + FIN, 3)).toBeNull();
  });

  test('coupé avant sa fin, ou d’un autre type, il est refusé', async () => {
    const corps = partie('name="fichier"; filename="liste.csv"', CONTENU);
    await expect(lis(corps.slice(0, -9), 5)).rejects.toThrow(ProblemeLeve);
    await expect(lis('', 5)).rejects.toThrow(ProblemeLeve);
    await expect(lis(corps, 5, 'text/csv')).rejects.toThrow(ProblemeLeve);
  });
});
