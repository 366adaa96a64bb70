import { loadClientConnectConfig } from '@temporalio/envconfig';
import { getConfiguration } from '../../config/configuration';
import { prepareEspaces } from './temporal-espaces';

/** Prepares the namespace and its search attributes on the server that TEMPORAL_ADDRESS gives. */
async function main(): Promise<void> {
  const { TEMPORAL_NAMESPACE, TEMPORAL_RETENTION_JOURS } = getConfiguration();
  await prepareEspaces(
    loadClientConnectConfig().connectionOptions,
    [TEMPORAL_NAMESPACE],
    TEMPORAL_RETENTION_JOURS,
  );
  process.stdout.write(`Le namespace « ${TEMPORAL_NAMESPACE} » est prêt.\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
