import { makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { Configuration } from '../config/configuration';
import { createJournalDuSdk } from './journal-du-sdk';

/** The SDK's own engine, once per process: its words go to our journal, its measures to a port of theirs. */
export function startMoteur(
  { SDK_METRIQUES_PORT: port, ECOUTE: ecoute }: Pick<Configuration, 'SDK_METRIQUES_PORT' | 'ECOUTE'>,
  logger: Logger,
): void {
  const bindAddress = `${ecoute.includes(':') ? `[${ecoute}]` : ecoute}:${port}`;
  const prometheus = {
    bindAddress,
    countersTotalSuffix: true,
    unitSuffix: true,
    useSecondsForDurations: true,
  };
  const telemetryOptions = {
    logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'WARN' }), forward: {} },
  };
  const journal = createJournalDuSdk(logger);
  try {
    const mesurees = { ...telemetryOptions, ...(port !== 0 && { metrics: { prometheus } }) };
    Runtime.install({ telemetryOptions: mesurees, logger: journal });
  } catch (erreur) {
    // A port already taken stops nobody's work: parcours go on, unmeasured.
    logger.error({ port, erreur: String(erreur) }, 'mesures du SDK indisponibles');
    Runtime.install({ telemetryOptions, logger: journal });
  }
}
