import { NativeConnection, Runtime, Worker, makeTelemetryFilterString } from '@temporalio/worker';
import pino from 'pino';
import {
  createActivitesEnvoi,
  createActivitesMatinee,
  createActivitesParcours,
  createActivitesReconciliation,
  createActivitesTransfert,
} from '../activities';
import { createRelaisSmtp } from '../activities/envoi/relais-smtp';
import { getConfiguration } from '../config/configuration';
import { createBase } from '../registre/base';
import { createClient, readReglagesTemporal } from '../temporal/connexion';
import { createReveilleur } from '../temporal/reveilleur';
import { readBundle } from './bundle';
import { startEcoute } from './ecoute';
import { ensureReconciliation } from './horaire';
import { createJournalDuSdk } from './journal-du-sdk';
import { createPoint } from './point-d-essai';
import { startPromeneur } from './promenade';
import { startRelais } from './relais';
import { readReglagesWorker } from './reglages';
import { startSante } from './sante';

/** Composition root of the worker: two task queues, the relay of wake-ups, and the walk of the clock. */
async function main(): Promise<void> {
  const config = getConfiguration();
  const reglages = readReglagesWorker(config);
  const logger = pino({ level: config.LOG_LEVEL, base: { processus: 'worker' } });
  Runtime.install({
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'WARN' }), forward: {} },
    },
    logger: createJournalDuSdk(logger),
  });
  const base = createBase(config.DATABASE_URL, config.DATABASE_CONNEXIONS);
  const { connectionOptions, namespace } = readReglagesTemporal(config.TEMPORAL_NAMESPACE);
  const connection = await NativeConnection.connect(connectionOptions);
  const client = createClient(config.TEMPORAL_NAMESPACE);
  const point = createPoint(config);
  const smtp = createRelaisSmtp(reglages.smtp);
  const envoi = {
    ...{ base, relais: smtp, expediteur: reglages.smtp.expediteur, bailSecondes: config.COURRIEL_BAIL },
    ...{ apiUrl: config.API_URL, logger, point },
  };

  const commun = { connection, namespace, shutdownGraceTime: `${config.WORKER_GRACE} seconds` } as const;
  const parcours = await Worker.create({
    ...commun,
    ...reglages.parcours,
    workflowBundle: await readBundle(config.JALONS_CACHE),
    activities: {
      ...createActivitesParcours(base, point),
      ...createActivitesMatinee(base),
      ...createActivitesReconciliation(base),
      ...createActivitesTransfert(base, point),
    },
    sinks: reglages.sinks(point),
  });
  const courriels = await Worker.create({
    ...commun,
    ...reglages.courriels,
    activities: createActivitesEnvoi(envoi),
  });
  await ensureReconciliation(client, config.TACHES);

  const reveilleur = createReveilleur(client, config.TACHES);
  const ecoute = startEcoute(config.DATABASE_URL, logger);
  const relais = startRelais({ base, reveilleur, ecoute, logger, point });
  const promeneur =
    config.JALONS_MODE === 'production' ? null : startPromeneur({ base, reveilleur, ecoute, logger });
  const sante = startSante(
    config,
    () => parcours.getState() === 'RUNNING' && courriels.getState() === 'RUNNING',
  );

  const arrete = () => {
    for (const worker of [parcours, courriels]) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  process.on('SIGTERM', arrete).on('SIGINT', arrete);
  await Promise.all([parcours.run(), courriels.run()]);
  await promeneur?.stop();
  await relais.stop();
  await ecoute.stop();
  sante.close();
  smtp.close();
  await client.connection.close();
  await connection.close();
  await base.$disconnect();
}

main().then(
  () => process.exit(0),
  (erreur: unknown) => {
    process.stderr.write(
      `Le worker s’arrête : ${erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur)}\n`,
    );
    process.exit(1);
  },
);
