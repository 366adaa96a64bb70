import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readApercu } from '../../imports/apercu';
import { createBase as openBase, inTransaction, type Base } from '../../registre/base';
import { admitPersonnes } from '../../registre/imports/inscription.prisma';
import { confirmImport, findImport } from '../../registre/imports/suivi.prisma';
import { createBase } from '../support/engin';
import { peuple } from '../support/peuplement';

/** Each row of four thousand bytes: a list that was kept in memory would show. 50 000 rows: `bench/import.ts`. */
const LIGNES = 5_000;
const NOTE = 'x'.repeat(4_000);
/** Megabytes: the file weighs twenty. */
const CROISSANCE_MAX = 6;
jest.setTimeout(300_000);

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;
const megaoctets = () => {
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
};

describe('Une longue liste', () => {
  let base: Base;
  beforeAll(async () => {
    base = openBase(await createBase('essai_longue_liste'));
    await peuple(base, { nom: 'longue-liste', vies: [], referents: 100 });
  });
  afterAll(() => base.$disconnect());

  test('la mémoire ne croît ni avec le fichier lu, ni avec les personnes inscrites', async () => {
    const { code, id: structureId } = await base.structure.findFirstOrThrow();
    const referents = (await base.referent.findMany({ where: { structureId } })).map((r) => r.courriel);
    async function* lignes(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(
        Buffer.from(
          'identifiant;nom;prénom;code structure;courriel du référent;programme;orientation;obligations;notes\n',
        ),
      );
      for (let i = 0; i < LIGNES; i += 1) {
        const referent = referents[i % referents.length] ?? '';
        yield Buffer.from(`LONG-${i};Canari;Zoé;${code};${referent};faire/2025;03/01/2025;oui;${NOTE}\n`);
      }
    }
    const vues: number[] = [];
    const see = () => vues.push(megaoctets());
    const x = { par: 'jalons', parJour: 10, silencieux: false, mode: 'test' } as const;
    const { id } = await readApercu(base, Readable.from(lignes()), x, see);
    expect(await findImport(base, id)).toMatchObject({ total: LIGNES, crees: LIGNES, rejetes: 0 });
    await inTransaction(base, (tx) => confirmImport(tx, id));
    while ((await findImport(base, id))?.aInscrire !== 0) {
      await admitPersonnes(base, id);
      see();
    }
    expect(await base.beneficiaire.count()).toBe(LIGNES);
    expect(vues.length).toBeGreaterThan(25);
    // From the third lot on, when what is loaded once has been.
    expect(Math.max(...vues.slice(2)) - (vues[2] ?? 0)).toBeLessThan(CROISSANCE_MAX);
  });
});
