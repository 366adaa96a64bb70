import type { NomDePoint } from '../../activities/points';
import { absences } from '../../demo/vies/absences';
import { instantAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';

jest.setTimeout(400_000);

/** Seconds: shorter than in production, and longer than the silence after which Temporal tries the sending again. */
const BAIL = 30;

/** The same life dies at each, a month apart, and lives on until that day; the one whose workflow must begin again, longer. */
const CAS = [
  ['avant_commit', '2025-02-14'],
  ['apres_commit', '2025-03-14'],
  ['apres_smtp', '2025-04-14'],
  ['entre_signal_et_suppression', '2025-05-14'],
  ['continue_as_new', '2025-09-30'],
] as const satisfies readonly (readonly [NomDePoint, string])[];

describe('Le worker tué net (SIGKILL), cinq fois dans une vie', () => {
  let d: DepartementDEssai;
  /** The mail that its dead sender had sent without a word: the only one that may leave twice. */
  let doubles = 0;

  beforeAll(async () => {
    d = await createDepartementDEssai({
      ...{ nom: 'coupures', vies: [absences], env: { COURRIEL_BAIL: String(BAIL) } },
    });
    await d.open();
  });
  afterAll(() => d.close());

  test.each(CAS)('%s : rien n’est perdu, rien n’est fait deux fois', async (point, au) => {
    const fin = instantAt(jour(au), '18:00', 'metropole');
    const [geste, ...reste] = d.ecrit(jour(au));
    if (geste === undefined) throw new Error('Cette vie n’a plus de geste.');
    await d.walkTo(geste.a);
    d.worker.killAt(point);
    await d.ask(geste.parcoursId, geste.demande, 'tait');
    const suite = d.joue(reste, fin);
    suite.catch(() => undefined);
    const mort = await Promise.race([
      d.worker.fin().then((f) => f.signal),
      suite.then(() => 'la vie a fini sans mourir'),
    ]);
    expect(mort).toBe('SIGKILL');
    await d.worker.start();
    const reprises = point === 'apres_smtp' ? [await findRepris(d)] : [];
    doubles += reprises.length;
    await suite;
    for (const repris of reprises) expectApresLeBail(d, repris);

    const messages = d.messages();
    const uniques = [...new Map(messages.map((m) => [m.courrielId, m])).values()];
    expect(await d.ecarts(uniques)).toEqual([]);
    expect(messages.length - uniques.length).toBe(doubles);
    expect(new Set(messages.map((m) => JSON.stringify(m))).size).toBe(uniques.length);
    const faits = await d.base.fait.count();
    expect(faits).toBe([...d.monde.parcours.values()].flatMap((p) => p.journal).length);
  });
});

type Repris = { readonly id: string; readonly bailJusqua: Date };

/** The courriel that its dead sender still holds; its lease runs on in real time. */
async function findRepris({ base }: DepartementDEssai): Promise<Repris> {
  const trouves: Repris[] = [];
  await attends('un courriel resté en envoi', async () => {
    const [tenu] = await base.courriel.findMany({ where: { etat: 'en_envoi' } });
    if (tenu?.bailJusqua == null) return false;
    trouves.push({ id: tenu.id, bailJusqua: tenu.bailJusqua });
    return true;
  });
  const [repris] = trouves;
  if (repris === undefined) throw new Error('Aucun courriel en envoi.');
  return repris;
}

/** Nobody touched it while it was held: the second message, the same, came once the lease had run out. */
function expectApresLeBail({ boite }: DepartementDEssai, { id, bailJusqua }: Repris): void {
  const recus = boite.reserve.list().filter((r) => r.messageId.includes(id));
  expect(recus.map((r) => Date.parse(r.recuA) >= bailJusqua.getTime())).toEqual([false, true]);
}
