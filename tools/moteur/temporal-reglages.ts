import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { MOT_DE_PASSE, UTILISATEUR } from './postgres';

export const BASE = 'temporal';
export const BASE_DE_VISIBILITE = 'temporal_visibility';

/** Fixed for ever when the database is created. */
const SHARDS = 4;

export type PortsTemporal = { frontend: number; autres: readonly number[] };

/** Settings the server reads while it runs, the same for docker-compose.yml. */
const DYNAMIQUE = path.join(__dirname, '..', 'temporal', 'dynamique.yaml');

const store = (databaseName: string, port: number, maxConns: number) => ({
  sql: {
    pluginName: 'postgres12_pgx',
    databaseName,
    connectAddr: `127.0.0.1:${port}`,
    connectProtocol: 'tcp',
    user: UTILISATEUR,
    password: MOT_DE_PASSE,
    maxConns,
    maxIdleConns: maxConns,
    maxConnLifetime: '1h',
  },
});

function serverSettings(postgres: number, { frontend, autres }: PortsTemporal) {
  const service = (grpcPort: number | undefined, membershipPort: number | undefined) => ({
    rpc: { grpcPort, membershipPort, bindOnLocalHost: true },
  });
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: SHARDS,
      datastores: { default: store(BASE, postgres, 20), visibility: store(BASE_DE_VISIBILITE, postgres, 10) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: service(frontend, autres[0]),
      matching: service(autres[1], autres[2]),
      history: service(autres[3], autres[4]),
      worker: service(autres[5], autres[6]),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `127.0.0.1:${frontend}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: DYNAMIQUE, pollInterval: '60s' },
  };
}

/** How many ports the server takes beside the one that clients know. */
export const AUTRES_PORTS = 7;

export function writeServerSettings(dossier: string, postgres: number, ports: PortsTemporal): string {
  const folder = path.join(dossier, 'temporal');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'temporal.yaml');
  writeFileSync(file, stringify(serverSettings(postgres, ports)));
  return file;
}

/** The UI reads `<folder>/development.yaml`. */
export function writeUiSettings(
  dossier: string,
  temporalAddress: string,
  port: number,
  namespace: string,
): string {
  const folder = path.join(dossier, 'temporal', 'interface');
  mkdirSync(folder, { recursive: true });
  const settings = {
    temporalGrpcAddress: temporalAddress,
    host: '127.0.0.1',
    port,
    enableUi: true,
    defaultNamespace: namespace,
    disableNewsFetch: true,
    disableWriteActions: false,
    showTemporalSystemNamespace: false,
    cors: { cookieInsecure: true },
  };
  writeFileSync(path.join(folder, 'development.yaml'), stringify(settings));
  return folder;
}
