import { Readable } from 'node:stream';
import { readApercu } from '../../imports/apercu';
import { createBase as openBase, type Base } from '../../registre/base';
import { findImport } from '../../registre/imports/suivi.prisma';
import { createBase } from '../support/engin';
import { peuple } from '../support/peuplement';

const LIGNES = 50_000;
/** Lines read ahead of what is written: a few lots, and what the streams hold. */
const AVANCE = 5_000;
jest.setTimeout(900_000);

describe('Une liste de 50 000 personnes', () => {
  let base: Base;
  beforeAll(async () => {
    base = openBase(await createBase('essai_longue_liste'));
    await peuple(base, { nom: 'longue-liste', vies: [], referents: 100 });
  });
  afterAll(() => base.$disconnect());

  test('est lue sans jamais tenir en mémoire plus de quelques milliers de lignes', async () => {
    const { code, id } = await base.structure.findFirstOrThrow();
    const courriels = (await base.referent.findMany({ where: { structureId: id } })).map((r) => r.courriel);
    let [donnees, ecrites, avance] = [0, 0, 0];
    async function* lignes(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(
        Buffer.from(
          'identifiant;nom;prénom;code structure;courriel du référent;programme;orientation;obligations\n',
        ),
      );
      for (; donnees < LIGNES; donnees += 1) {
        avance = Math.max(avance, donnees - ecrites);
        const referent = courriels[donnees % courriels.length] ?? '';
        yield Buffer.from(`LONG-${donnees};Canari;Zoé;${code};${referent};faire/2025;03/01/2025;oui\n`);
      }
    }
    const lu = await readApercu(
      base,
      Readable.from(lignes()),
      { par: 'jalons', parJour: 10, silencieux: false },
      (combien) => {
        ecrites += combien;
      },
    );
    expect(avance).toBeLessThan(AVANCE);
    expect(await findImport(base, lu.id)).toMatchObject({ total: LIGNES, crees: LIGNES, rejetes: 0 });
  });
});
