import type { NomDePoint } from '../../activities/points';
import { absences } from '../../demo/vies/absences';
import { instantAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';

jest.setTimeout(400_000);

/** Seconds: shorter than in production, and longer than the silence after which Temporal tries the sending again. */
const BAIL = 30;

/** Each dies in its second month and lives on for a while; the one whose workflow must begin again, longer. */
const CAS = [
  ['avant_commit', '2025-03-10'],
  ['apres_commit', '2025-03-10'],
  ['apres_smtp', '2025-03-10'],
  ['continue_as_new', '2025-09-30'],
  ['entre_signal_et_suppression', '2025-03-10'],
] as const satisfies readonly (readonly [NomDePoint, string])[];

describe('Le worker tué net (SIGKILL)', () => {
  test.each(CAS)('%s : rien n’est perdu, rien n’est fait deux fois', async (point, au) => {
    const fin = instantAt(jour(au), '18:00', 'metropole');
    const d = await createDepartementDEssai({
      nom: `coupure-${point.replaceAll('_', '-')}`,
      vies: [absences],
      env: { COURRIEL_BAIL: String(BAIL) },
    });
    try {
      await d.open();
      const gestes = d.ecrit(jour(au));
      const milieu = gestes.findIndex((g) => g.a > '2025-02-01');
      await d.joue(gestes.slice(0, milieu), gestes[milieu]?.a ?? fin);
      d.worker.killAt(point);
      const [geste, ...reste] = gestes.slice(milieu);
      if (geste === undefined) throw new Error('Cette vie n’a plus de geste.');
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
      await suite;
      for (const repris of reprises) expectApresLeBail(d, repris);

      const messages = d.messages();
      const uniques = [...new Map(messages.map((m) => [m.courrielId, m])).values()];
      expect(await d.ecarts(uniques)).toEqual([]);
      const doubles = messages.length - uniques.length;
      expect(doubles).toBe(point === 'apres_smtp' ? 1 : 0);
      expect(new Set(messages.map((m) => JSON.stringify(m))).size).toBe(uniques.length);
      const faits = await d.base.fait.count();
      expect(faits).toBe([...d.monde.parcours.values()].flatMap((p) => p.journal).length);
    } finally {
      await d.close();
    }
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
