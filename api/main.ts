import pino from 'pino';
import { getConfiguration, type Configuration } from '../config/configuration';
import { readInformation } from '../config/information';
import { createBase } from '../registre/base';
import { createClient } from '../temporal/connexion';
import { createReveilleur } from '../temporal/reveilleur';
import { createMetriques, readMetriquesDuRegistre, renderMetriques } from '../sante/metriques';
import { startService } from '../sante/service';
import { createSonde } from '../sante/sondes';
import { createGuichet } from './acces';
import { createApp } from './app';
import { createDebit } from './debit';
import { createInconnus } from './inconnus';
import { DELAI_MS } from './delai';
import type { Liens } from './dependances';
import { createReveilImmediat } from './reveil-immediat';
import { createServeur } from './serveur';

/** Requests in progress have this long to end once the stop is asked for. */
const GRACE_MS = 10_000;

/** Composition root of the API. */
function main(): void {
  const config = getConfiguration();
  const logger = pino({ level: config.LOG_LEVEL, base: { processus: 'api' } });
  const base = createBase(config.DATABASE_URL, config.DATABASE_CONNEXIONS);
  const client = createClient(config.TEMPORAL_NAMESPACE);
  const reveilleur = createReveilleur(client, config.TACHES);
  const reveil = createReveilImmediat({ base, client, reveilleur, logger });
  const sonde = createSonde({ base, client, smtp: config });
  const metriques = createMetriques();
  const inconnus = createInconnus(config.API_INCONNUS_PAR_MINUTE);
  const app = createApp({
    base,
    mode: config.JALONS_MODE,
    apiUrl: config.API_URL,
    information: readInformation(config),
    reveil,
    sonde,
    guichet: createGuichet(base, inconnus),
    inconnus,
    mandataires: config.API_MANDATAIRES,
    debit: createDebit(config.API_REQUETES_PAR_SECONDE),
    delaiMs: DELAI_MS,
    logger,
    metriques,
    liens: liensOf(config),
  });

  const server = createServeur(app);
  server.listen(config.API_PORT, config.ECOUTE, () => logger.info({ port: config.API_PORT }, 'API prête'));
  server.on('error', (erreur: NodeJS.ErrnoException) => {
    process.stderr.write(
      `L’API ne peut pas écouter le port ${config.API_PORT} : ${erreur.code ?? erreur.name}.\n`,
    );
    process.exitCode = 1;
    stop();
  });

  const service = startService(
    { port: config.API_METRIQUES_PORT, ecoute: config.ECOUTE, logger },
    {
      '/metrics': async () => renderMetriques(metriques, await readMetriquesDuRegistre({ base, sonde })),
    },
  );

  let arret = false;
  const close = async () => {
    service.close();
    await reveil.close();
    await base.$disconnect();
    logger.info('API arrêtée');
    process.exit();
  };
  function stop(): void {
    if (arret) return;
    arret = true;
    // New connections are refused; those that wait for nothing are closed at once. Called too when it never listened.
    server.close(() => void close());
    server.prependListener('request', (_req, res) => void (res.shouldKeepAlive = false));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  }
  process.on('SIGTERM', stop).on('SIGINT', stop);
}

/** The pages stand beside the box of the demonstration, on this machine. */
function liensOf(config: Configuration): Liens {
  const { TEMPORAL_UI_URL: url, TEMPORAL_NAMESPACE: namespace, JALONS_PORT_COURRIELS: port } = config;
  return {
    courriels: config.JALONS_MODE === 'production' ? null : `http://127.0.0.1:${port}`,
    temporal: url === undefined ? null : { url, namespace },
  };
}

main();
