import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { startGardien } from './gardien';
import { PanneDeDemarrage, type Progres } from './panne';
import { Postgres } from './postgres';
import type { Processus } from './processus';
import { closeRegistre, findLanceur, terminateLeftovers } from './registre-des-processus';
import { prepareEspaces } from './temporal-espaces';
import { obtainTemporal } from './temporal-programmes';
import { Temporal } from './temporal-serveur';

export type OptionsMoteur = {
  /** Folder of the data, the journals and the register of processes. */
  dossier: string;
  /** Cache of the programs built from Go, outside the checkout. */
  cache: string;
  ports: { postgres: number; temporal: number; ui: number | null };
  namespaces: readonly string[];
  /** Data thrown away with the folder at the end: no durability asked of PostgreSQL unless `durable` says so. */
  jetable?: boolean;
  durable?: boolean;
  /** What only needs PostgreSQL, and can go on while Temporal starts. */
  pendant?: (moteur: Moteur) => Promise<void>;
  progres: Progres;
};

export type Moteur = {
  dossier: string;
  postgres: Postgres;
  /** Null while it is not started, and when TEMPORAL_ADDRESS gives a server that is not ours. */
  readonly temporal: Temporal | null;
  temporalAddress: string;
  uiUrl: string | null;
  databaseUrl: (base: string) => string;
  createDatabase: (base: string) => Promise<boolean>;
  processus: () => Processus[];
  stop: () => Promise<void>;
};

/** True when the person gives a Temporal server, by address or by profile. */
export const isTemporalGiven = (env: NodeJS.ProcessEnv) =>
  ['TEMPORAL_ADDRESS', 'TEMPORAL_PROFILE', 'TEMPORAL_CONFIG_FILE'].some((name) => Boolean(env[name]));

/** A folder for data thrown away; open to the account that PostgreSQL runs under when we are root. */
export function createDossierJetable(nom: string): string {
  const dossier = mkdtempSync(path.join(tmpdir(), `jalons-${nom}-`));
  chmodSync(dossier, 0o755);
  return dossier;
}

/** Takes the folder for this runner: refuses a second one, and ends what a killed one left behind. */
export async function takeDossier(dossier: string, jetable: boolean, progres: Progres): Promise<void> {
  const other = findLanceur(dossier);
  if (other !== null) {
    throw new PanneDeDemarrage(
      `Jalons tourne déjà dans ${dossier} (processus ${other}) : arrêtez-le par Ctrl-C, ou donnez un autre JALONS_DOSSIER.`,
    );
  }
  const ended = await terminateLeftovers(dossier);
  if (ended > 0) progres(`Fin de ${ended} processus laissés par un arrêt brutal.`);
  mkdirSync(dossier, { recursive: true });
  startGardien(dossier, { jetable });
}

async function createTemporal(options: OptionsMoteur, postgres: Postgres): Promise<Temporal> {
  const { dossier, cache, ports, namespaces, progres } = options;
  const programmes = await obtainTemporal({ cache, searched: process.env['PATH'] ?? '', progres });
  return new Temporal({ dossier, programmes, postgres, ports, namespaces, progres });
}

/** Takes the folder, then starts the engine in it. */
export async function startMoteur(options: OptionsMoteur): Promise<Moteur> {
  await takeDossier(path.resolve(options.dossier), options.jetable ?? false, options.progres);
  return launchMoteur(options);
}

/** Every part is waited for, whatever the others do, so that nothing goes on starting behind a failure. */
async function allOrFirstFailure(parts: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(parts)).find((part) => part.status === 'rejected');
  if (failed) throw failed.reason;
}

/** PostgreSQL, then Temporal on it, its namespaces and its UI; each waited for until it really answers. */
export async function launchMoteur(options: OptionsMoteur): Promise<Moteur> {
  const { ports, namespaces, progres, jetable = false } = options;
  const dossier = path.resolve(options.dossier);
  const durable = options.durable ?? !jetable;
  const postgres = new Postgres({ dossier, port: ports.postgres, durable, progres });
  const given = isTemporalGiven(process.env) ? loadClientConnectConfig().connectionOptions : null;
  let temporal: Temporal | null = null;
  const stop = async () => {
    await temporal?.stop();
    await postgres.stop();
    closeRegistre(dossier);
  };
  const moteur: Moteur = {
    dossier,
    postgres,
    get temporal() {
      return temporal;
    },
    temporalAddress: given?.address ?? `127.0.0.1:${ports.temporal}`,
    uiUrl: given || ports.ui === null ? null : `http://127.0.0.1:${ports.ui}`,
    databaseUrl: (base) => postgres.url(base),
    createDatabase: (base) => postgres.createDatabase(base),
    processus: () => [postgres.processus, ...(temporal?.processus ?? [])].filter((p) => p !== undefined),
    stop,
  };
  const startEngine = async () => {
    if (given) return prepareEspaces(given, namespaces);
    temporal = await createTemporal({ ...options, dossier }, postgres);
    progres('Temporal : démarrage du serveur');
    await temporal.start();
    await Promise.all([prepareEspaces({ address: temporal.address }, namespaces), temporal.startUi()]);
  };
  try {
    progres('PostgreSQL : démarrage');
    await postgres.start();
    await allOrFirstFailure([startEngine(), options.pendant?.(moteur) ?? Promise.resolve()]);
    return moteur;
  } catch (error) {
    await stop();
    throw error;
  }
}
