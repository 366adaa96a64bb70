import { loadClientConnectConfig } from '@temporalio/envconfig';
import { Client, Connection } from '@temporalio/client';

/** Where the engine is: the standard `TEMPORAL_*` variables and profiles, Temporal Cloud included. */
export function readReglagesTemporal(namespaceParDefaut: string) {
  const { connectionOptions, namespace } = loadClientConnectConfig();
  return { connectionOptions, namespace: namespace ?? namespaceParDefaut };
}

/** Lazy: the API starts and takes writes while Temporal is down. */
export function createClient(namespaceParDefaut: string): Client {
  const { connectionOptions, namespace } = readReglagesTemporal(namespaceParDefaut);
  return new Client({ connection: Connection.lazy(connectionOptions), namespace });
}
