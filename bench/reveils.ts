import { epochMsOf, instantOf } from '../domain/temps/instant';
import { readHorloge, releaseHorloge } from '../registre/horloge/horloge';
import { createReveilleur } from '../temporal/reveilleur';
import { attends } from '../test/support/attente';
import type { DepartementDEssai } from '../test/support/departement-d-essai';
import { DEPART } from '../test/support/peuplement';
import type { WorkerDEssai } from '../test/support/worker-d-essai';
import { askAll, inParallel, pickVies } from './foule';
import { createWorker, openDepartement } from './lieu';
import type { Banc, Ligne, Mesure } from './mesure';
import { enQuantiles, nombre, secondes } from './nombres';

const PARCOURS = 800;

type Tour = {
  readonly quoi: string;
  readonly repere: string;
  /** Settings of the worker that takes over once every timer is set; null keeps the one that set them. */
  readonly releve: Readonly<Record<string, string>> | null;
};

const TOURS: readonly Tour[] = [
  {
    quoi: '800 réveils à la fois, cache chaud',
    repere: 'prototype : p50 5,2 s, p99 9,2 s, 86 réveils/s',
    releve: null,
  },
  { quoi: '800 réveils, worker redémarré', repere: 'chaque histoire est rejouée', releve: {} },
  {
    quoi: '800 réveils, cache d’un quart',
    repere: 'prototype : 23 réveils/s',
    releve: { WORKER_CACHE: String(PARCOURS / 4) },
  },
];

/** Real timers that fall due at the same instant of a clock that runs: how late they are honoured. */
export const reveils: Mesure = {
  nom: 'reveils',
  async mesure(banc) {
    const d = await openDepartement(banc, pickVies('reveils', PARCOURS));
    let worker = d.worker;
    try {
      banc.dit(`  ouverture de ${PARCOURS} parcours dont le matin tombe à la même seconde`);
      // Without a référent, only the contrat to sign is awaited: three mornings, some days apart.
      await askAll(d, ({ ouverture }) =>
        ouverture?.demande.type === 'openParcours' ? [{ ...ouverture.demande, referentId: null }] : [],
      );
      const debut = performance.now();
      await worker.start();
      await d.walkTo(DEPART);
      const repriseMs = performance.now() - debut;
      banc.dit(`  pris par le moteur en ${secondes(repriseMs)}`);
      const lignes: Ligne[] = [];
      for (const tour of TOURS) {
        const relieve = async () => {
          if (tour.releve === null) return;
          await worker.stop();
          worker = await createWorker(banc, d, tour.releve);
          await worker.start();
        };
        lignes.push(...(await timeTour(banc, d, tour, repriseMs, relieve)));
      }
      return lignes;
    } finally {
      await stopAll(worker, d);
    }
  },
};

async function stopAll(worker: WorkerDEssai, d: DepartementDEssai): Promise<void> {
  if (worker !== d.worker) await worker.stop();
  await d.close();
}

async function timeTour(
  banc: Banc,
  d: DepartementDEssai,
  { quoi, repere }: Tour,
  repriseMs: number,
  relieve: () => Promise<void>,
): Promise<readonly Ligne[]> {
  const { a, cle } = await findProchain(d);
  // Time enough for everybody to look at the clock that runs, and for another worker to take over.
  await d.walkTo(instantOf(a.getTime() - 2 * repriseMs - 20_000));
  await releaseHorloge(d.base);
  await wakeAll(d);
  await relieve();
  const { maintenant } = await readHorloge(d.base);
  const avanceMs = a.getTime() - epochMsOf(maintenant);
  banc.dit(`  ${quoi} : minuteurs posés, échéance dans ${secondes(avanceMs)}`);
  const siens = { cle, parcoursId: { in: d.suivies.map((s) => s.parcoursId) } };
  await attends(
    'les réveils honorés',
    // Seldom, and cheap: the machine has something else to do.
    async () => (await d.base.parcours.count({ where: { prochaineCle: cle } })) === 0,
    900_000,
    500,
  );
  const faits = await d.base.fait.findMany({ where: siens, select: { a: true } });
  const retards = faits.map((f) => f.a.getTime() - a.getTime());
  const debit = (PARCOURS * 1000) / Math.max(...retards);
  return [
    {
      quoi,
      valeur: `retard ${enQuantiles(retards, secondes)}, ${nombre(debit, 0)} réveils/s`,
      repere: avanceMs > 0 ? repere : 'à refaire : les minuteurs ont été posés trop tard',
    },
  ];
}

/** What everybody awaits, at one instant. */
async function findProchain({ base }: DepartementDEssai): Promise<{ a: Date; cle: string }> {
  const prochaines = await base.parcours.groupBy({
    by: ['prochaineA', 'prochaineCle'],
    where: { clos: false },
  });
  const [{ prochaineA: a, prochaineCle: cle } = { prochaineA: null, prochaineCle: null }, ...autres] =
    prochaines;
  if (a === null || cle === null || autres.length > 0)
    throw new Error(`Tous n’attendent pas la même échéance : ${JSON.stringify(prochaines)}`);
  return { a, cle };
}

/** Everybody looks at the clock that runs now, and sets a timer. */
async function wakeAll({ base, client, taches, suivies }: DepartementDEssai): Promise<void> {
  const reveilleur = createReveilleur(client, taches);
  await inParallel(suivies, 20, ({ parcoursId }) => reveilleur.wake(`parcours-${parcoursId}`, 'banc'));
  const { version } = await readHorloge(base);
  await attends('les regards', async () => {
    return (await base.parcours.count({ where: { clos: false, horlogeVue: { lt: version } } })) === 0;
  });
}
