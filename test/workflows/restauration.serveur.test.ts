import { absences } from '../../demo/vies/absences';
import { tranquille } from '../../demo/vies/tranquille';
import type { GesteEcrit } from '../../demo/oracle/histoire';
import { instantAt } from '../../domain/temps/heure-locale';
import { epochMsOf, instantOf, type Instant } from '../../domain/temps/instant';
import { jour } from '../../domain/temps/jour';
import { freezeHorloge, readHorloge } from '../../registre/horloge/horloge';
import { reconcile } from '../../registre/reveils/reconcilie.prisma';
import type { Moteur } from '../../tools/moteur/moteur';
import { BASE as TEMPORAL, BASE_DE_VISIBILITE } from '../../tools/moteur/temporal-reglages';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { startMoteurASoi } from '../support/moteur-a-soi';

jest.setTimeout(600_000);
const JALONS = 'jalons';
const TOUTES = [JALONS, TEMPORAL, BASE_DE_VISIBILITE];
const A: Instant = instantAt(jour('2025-02-20'), '18:00', 'metropole');
const B: Instant = instantAt(jour('2025-04-10'), '18:00', 'metropole');
const FIN = jour('2025-05-31');
const FIN_A: Instant = instantAt(FIN, '18:00', 'metropole');

/** docs/exploitation/restaurer.md — the two databases are saved apart, so one is always older than the other. */
describe('Restaurer la base de Jalons et celle de Temporal, chacune d’une autre heure', () => {
  let moteur: Moteur;
  let d: DepartementDEssai;
  let gestes: readonly GesteEcrit[];
  /** What the journal was at the second hour, to be found again after the first one was restored. */
  let journalEnB = 0;

  beforeAll(async () => {
    const prepare = await startMoteurASoi('restauration');
    moteur = prepare.moteur;
    d = await createDepartementDEssai({
      nom: 'restauration',
      vies: [absences, tranquille],
      lieu: prepare.lieu,
    });
    await d.open();
    gestes = d.ecrit(FIN);
  });
  afterAll(async () => {
    await d.close();
    await moteur.stop();
  });

  const joue = (apres: Instant, jusquA: Instant) =>
    d.joue(
      gestes.filter((g) => g.a > apres && g.a <= jusquA),
      jusquA,
    );
  const query = (sql: string) => moteur.postgres.query('postgres', sql);
  /** Everything is stopped, as the page asks, while databases are saved or put back. */
  const arrete = async (work: () => Promise<void>) => {
    await d.worker.stop();
    await moteur.temporal?.stop();
    await work();
    await moteur.temporal?.start();
  };
  const sauve = async (heure: string) => {
    for (const base of TOUTES) {
      await query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${base}'`);
      await query(`create database ${base}_${heure} template ${base}`);
    }
  };
  const restaure = async (base: string, heure: string) => {
    await query(`drop database ${base} with (force)`);
    await query(`create database ${base} template ${base}_${heure}`);
  };
  /**
   * The clock of the trial is frozen: moved on, it tells who has not been looked at since, as hours do in earnest.
   * Before the worker starts: a walk at rest wakes them as well.
   */
  const reconcilie = async () => {
    const { maintenant } = await readHorloge(d.base);
    await freezeHorloge(d.base, instantOf(epochMsOf(maintenant) + 1));
    return reconcile(d.base);
  };

  test('Temporal d’une heure plus ancienne que Jalons : rien n’est renvoyé, la réconciliation rejoint chaque parcours', async () => {
    await joue('2025-01-01T00:00:00.000Z' as Instant, A);
    await arrete(() => sauve('a'));
    await d.worker.start();
    await joue(A, B);
    journalEnB = await d.base.fait.count();
    const partis = d.messages().length;

    await arrete(async () => {
      await sauve('b');
      for (const base of [TEMPORAL, BASE_DE_VISIBILITE]) await restaure(base, 'a');
    });
    expect((await reconcilie()).horloges).toBe(2);
    await d.worker.start();
    await d.walkTo(B);
    expect([d.messages().length, await d.base.fait.count()]).toEqual([partis, journalEnB]);
  });

  test('Jalons d’une heure plus ancienne que Temporal : ce qui est ressaisi redonne le même journal, ce qui repart garde son Message-ID', async () => {
    await arrete(async () => {
      await restaure(JALONS, 'a');
      for (const base of [TEMPORAL, BASE_DE_VISIBILITE]) await restaure(base, 'b');
    });
    expect((await readHorloge(d.base)).maintenant).toBe(A);
    expect(await d.base.fait.count()).toBeLessThan(journalEnB);
    expect((await reconcilie()).horloges).toBe(2);
    await d.worker.start();
    await joue(A, B);
    expect(await d.base.fait.count()).toBe(journalEnB);
  });

  test('au bout, le journal, les courriels et les créneaux sont ceux de l’oracle', async () => {
    await joue(B, FIN_A);
    const messages = d.messages();
    const uniques = [...new Map(messages.map((m) => [m.courrielId, m])).values()];
    expect(await d.ecarts(uniques)).toEqual([]);
    // Sent between the two hours, lost with the older base, sent again: the same mails, under the same Message-ID.
    expect(messages.length).toBeGreaterThan(uniques.length);
    expect(await d.base.courriel.count()).toBe(uniques.length);
  });
});
