import type { NomDePoint } from '../../activities/points';
import { absences } from '../../demo/vies/absences';
import { instantAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { reconcile } from '../../registre/reveils/reconcilie.prisma';
import { attends } from '../support/attente';
import { createDepartementDEssai } from '../support/departement-d-essai';

jest.setTimeout(400_000);

/** Long enough for two runs of the workflow; the others die in their third month. */
const CAS = [
  ['avant_commit', '2025-04-30'],
  ['apres_commit', '2025-04-30'],
  ['apres_smtp', '2025-04-30'],
  ['continue_as_new', '2025-09-30'],
  ['entre_signal_et_suppression', '2025-04-30'],
] as const satisfies readonly (readonly [NomDePoint, string])[];

describe('Le worker tué net (SIGKILL)', () => {
  test.each(CAS)('%s : rien n’est perdu, rien n’est fait deux fois', async (point, au) => {
    const fin = instantAt(jour(au), '18:00', 'metropole');
    const d = await createDepartementDEssai({
      nom: `coupure-${point.replaceAll('_', '-')}`,
      vies: [absences],
    });
    try {
      await d.open();
      const gestes = d.ecrit(jour(au));
      const milieu = gestes.findIndex((g) => g.a > '2025-03-01');
      await d.joue(gestes.slice(0, milieu), gestes[milieu]?.a ?? fin);
      d.worker.killAt(point);
      const [geste, ...reste] = gestes.slice(milieu);
      if (geste === undefined) throw new Error('Cette vie n’a plus de geste.');
      await d.ask(geste.parcoursId, geste.demande, 'tait');
      const suite = d.joue(reste, fin);
      suite.catch(() => undefined);
      const mort = await Promise.race([d.worker.fin(), suite.then(() => 'la vie a fini sans mourir')]);
      expect(mort).toBe('SIGKILL');
      await d.worker.start();
      if (point === 'apres_smtp') await expireBaux(d);
      await suite;

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

/** The sender is dead and its lease runs on in real time: its end is brought forward, and reconciliation finds it. */
async function expireBaux({ base }: Awaited<ReturnType<typeof createDepartementDEssai>>): Promise<void> {
  await attends('un courriel resté en envoi', async () => {
    const { count } = await base.courriel.updateMany({
      where: { etat: 'en_envoi' },
      data: { bailJusqua: new Date(0) },
    });
    return count === 1;
  });
  expect(await reconcile(base)).toMatchObject({ baux: 1 });
}
