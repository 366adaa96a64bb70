import { NativeConnection, Worker } from '@temporalio/worker';
import pino from 'pino';
import {
  createActivitesEnvoi,
  createActivitesImport,
  createActivitesMatinee,
  createActivitesParcours,
  createActivitesPurge,
  createActivitesReconciliation,
  createActivitesTransfert,
} from '../activities';
import { createRelaisSmtp } from '../activities/envoi/relais-smtp';
import { getConfiguration } from '../config/configuration';
import { readInformation } from '../config/information';
import { createBase } from '../registre/base';
import { createMetriques, renderMetriques } from '../sante/metriques';
import { renderJson, startService } from '../sante/service';
import { createSonde, disponibiliteOf } from '../sante/sondes';
import { createClient, readReglagesTemporal } from '../temporal/connexion';
import { createReveilleur } from '../temporal/reveilleur';
import { readBundle } from './bundle';
import { startEcoute } from './ecoute';
import { ensureReconciliation } from './horaire';
import { createMesures } from './mesures';
import { startMoteur } from './moteur';
import { createPoint } from './point-d-essai';
import { startPromeneur } from './promenade';
import { startRelais } from './relais';
import { readReglagesWorker } from './reglages';
import { createTraces } from './traces';

/** Composition root of the worker: two task queues, the relay of wake-ups, and the walk of the clock. */
async function main(): Promise<void> {
  const config = getConfiguration();
  const reglages = readReglagesWorker(config);
  const logger = pino({ level: config.LOG_LEVEL, base: { processus: 'worker' } });
  startMoteur(config, logger);
  const metriques = createMetriques();
  const mesures = createMesures(metriques);
  const base = createBase(config.DATABASE_URL, config.DATABASE_CONNEXIONS);
  const { connectionOptions, namespace } = readReglagesTemporal(config.TEMPORAL_NAMESPACE);
  const connection = await NativeConnection.connect(connectionOptions);
  const client = createClient(config.TEMPORAL_NAMESPACE);
  const point = createPoint(config);
  const smtp = mesures.ofRelais(createRelaisSmtp(reglages.smtp));
  const envoi = {
    ...{ base, relais: smtp, expediteur: reglages.smtp.expediteur, bailSecondes: config.COURRIEL_BAIL },
    ...{ apiUrl: config.API_URL, information: readInformation(config), logger, point },
  };

  const commun = {
    ...{ connection, namespace, shutdownGraceTime: `${config.WORKER_GRACE} seconds` as const },
    interceptors: { activity: [createTraces(logger, mesures)] },
  };
  const parcours = await Worker.create({
    ...commun,
    ...reglages.parcours,
    workflowBundle: await readBundle(config.JALONS_CACHE),
    activities: {
      ...createActivitesParcours(base, point),
      ...createActivitesMatinee(base),
      ...createActivitesReconciliation(base),
      ...createActivitesTransfert(base, point),
      ...createActivitesImport(base, point),
      ...createActivitesPurge(base, point),
    },
    sinks: reglages.sinks(point),
  });
  const courriels = await Worker.create({
    ...commun,
    ...reglages.courriels,
    activities: createActivitesEnvoi(envoi),
  });
  await ensureReconciliation(client, config.TACHES);

  const reveilleur = mesures.ofReveilleur(createReveilleur(client, config.TACHES));
  const ecoute = startEcoute(config.DATABASE_URL, logger);
  const relais = startRelais({ base, reveilleur, ecoute, logger, point });
  const promeneur =
    config.JALONS_MODE === 'production' ? null : startPromeneur({ base, reveilleur, ecoute, logger });
  const sonde = createSonde({ base, client, smtp: config });
  const service = startService(
    { port: config.WORKER_PORT, ecoute: config.ECOUTE, logger },
    {
      '/healthz': () => Promise.resolve(renderJson(200, { etat: 'vivant' })),
      async '/readyz'() {
        const prend = [parcours, courriels].every((worker) => worker.getState() === 'RUNNING');
        const corps = disponibiliteOf(await sonde());
        const taches = prend ? 'prises' : 'attendues';
        return renderJson(prend && corps.etat !== 'indisponible' ? 200 : 503, { ...corps, taches });
      },
      '/metrics': () => renderMetriques(metriques),
    },
  );

  const arrete = () => {
    for (const worker of [parcours, courriels]) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  process.on('SIGTERM', arrete).on('SIGINT', arrete);
  await Promise.all([parcours.run(), courriels.run()]);
  await promeneur?.stop();
  await relais.stop();
  await ecoute.stop();
  service.close();
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
