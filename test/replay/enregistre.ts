import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { Client as Pg } from 'pg';
import { absences } from '../../demo/vies/absences';
import { emploi } from '../../demo/vies/emploi';
import { instantAt } from '../../domain/temps/heure-locale';
import { epochMsOf, instantOf } from '../../domain/temps/instant';
import { jour } from '../../domain/temps/jour';
import { instantOfColonne } from '../../registre/dates';
import { freezeHorloge, releaseHorloge } from '../../registre/horloge/horloge';
import { writeReveil } from '../../registre/reveils/reveils';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { startMoteurASoi } from '../support/moteur-a-soi';
import { BRANCHES, type Histoire } from './branches';

/**
 * Records one history for each branch, from real lives on a real engine: `node --import tsx test/replay/enregistre.ts`.
 * A deliberate act, for a branch that has no history yet: those that are there are never recorded again.
 */
const DOSSIER = path.join(__dirname, 'histoires');
const FIN = jour('2025-09-30');
const dit = (phrase: string) => process.stdout.write(`${phrase}\n`);

async function main(): Promise<void> {
  const { moteur, lieu } = await startMoteurASoi('enregistrement');
  const d = await createDepartementDEssai({ nom: 'enregistrement', vies: [absences, emploi], lieu });
  try {
    await d.open();
    await d.joue(d.ecrit(FIN), instantAt(FIN, '18:00', 'metropole'));
    dit('Deux vies vécues.');
    const [suivie] = d.suivies;
    if (suivie === undefined) throw new Error('Aucune vie.');
    await letTimerFire(d, suivie.parcoursId);
    dit('Une minuterie est allée à son terme.');
    await fallBack(d, suivie.parcoursId, lieu.databaseUrl);
    dit('Une activité locale est devenue ordinaire.');
    await triggerReconciliation(d);
    await write(d);
  } finally {
    await d.close();
    await moteur.stop();
  }
}

const prochaineDe = async (d: DepartementDEssai, id: string) => {
  const p = await d.base.parcours.findUniqueOrThrow({ where: { id } });
  if (p.prochaineA === null || p.prochaineCle === null) throw new Error('Plus rien n’est attendu.');
  return { a: instantOfColonne(p.prochaineA), cle: p.prochaineCle };
};

const isHonoree = async (d: DepartementDEssai, parcoursId: string, cle: string) =>
  (await prochaineDe(d, parcoursId)).cle !== cle;

/** The clock runs for once: three seconds before an échéance, its timer comes to its end. */
async function letTimerFire(d: DepartementDEssai, parcoursId: string): Promise<void> {
  const { a, cle } = await prochaineDe(d, parcoursId);
  await freezeHorloge(d.base, instantOf(epochMsOf(a) - 3_000));
  await releaseHorloge(d.base);
  await writeReveil(d.base, `parcours-${parcoursId}`, 'enregistrement');
  await attends('la minuterie', () => isHonoree(d, parcoursId, cle));
}

/** Its row is held: the local activity gives up after five seconds, the regular one goes on until it is free. */
async function fallBack(d: DepartementDEssai, parcoursId: string, url: string): Promise<void> {
  const { a, cle } = await prochaineDe(d, parcoursId);
  const pg = new Pg({ connectionString: url });
  await pg.connect();
  try {
    await pg.query('begin');
    await pg.query('select 1 from parcours where id = $1 for update', [parcoursId]);
    await freezeHorloge(d.base, a);
    await writeReveil(d.base, `parcours-${parcoursId}`, 'enregistrement');
    const courante = d.client.workflow.getHandle(`parcours-${parcoursId}`);
    await attends('le repli', async () =>
      BRANCHES['repli-en-activite-ordinaire'](await courante.fetchHistory()),
    );
    await pg.query('rollback');
  } finally {
    await pg.end();
  }
  await attends('l’échéance honorée', () => isHonoree(d, parcoursId, cle));
}

async function triggerReconciliation(d: DepartementDEssai): Promise<void> {
  await d.client.schedule.getHandle(`reconciliation-${d.taches}`).trigger();
  await attends('la réconciliation', async () => (await listHistoires(d)).some(BRANCHES.reconciliation));
}

async function listHistoires(d: DepartementDEssai): Promise<Histoire[]> {
  const histoires: Histoire[] = [];
  for await (const { workflowId, runId } of d.client.workflow.list())
    histoires.push(await d.client.workflow.getHandle(workflowId, runId).fetchHistory());
  return histoires;
}

/** The shortest history that shows each branch. */
async function write(d: DepartementDEssai): Promise<void> {
  const histoires = await listHistoires(d);
  mkdirSync(DOSSIER, { recursive: true });
  for (const [nom, montre] of Object.entries(BRANCHES)) {
    const [choisie] = histoires
      .filter(montre)
      .map((h) => historyToJSON(h))
      .sort((x, y) => x.length - y.length);
    if (choisie === undefined) {
      dit(`Aucune histoire ne montre « ${nom} ».`);
      process.exitCode = 1;
      continue;
    }
    writeFileSync(path.join(DOSSIER, `${nom}.json`), `${JSON.stringify(JSON.parse(choisie))}\n`, {
      flag: 'wx',
    });
    dit(`${nom} : ${choisie.length} caractères.`);
  }
}

main().catch((erreur: unknown) => {
  process.stderr.write(`${erreur instanceof Error ? (erreur.stack ?? '') : String(erreur)}\n`);
  process.exitCode = 1;
});
