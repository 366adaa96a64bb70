import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { PanneDeDemarrage, type Progres } from './panne';
import { findFreePorts } from './ports';
import { MOT_DE_PASSE, UTILISATEUR, type Postgres } from './postgres';
import { answers, Processus, waitUntilReady } from './processus';
import { isServing } from './temporal-espaces';
import type { ProgrammesTemporal } from './temporal-programmes';
import {
  AUTRES_PORTS,
  BASE,
  BASE_DE_VISIBILITE,
  writeServerSettings,
  writeUiSettings,
} from './temporal-reglages';
import { ATTRIBUTS_DE_RECHERCHE } from '../../temporal/attributs';

const SCHEMAS = { [BASE]: 'postgresql/v12/temporal', [BASE_DE_VISIBILITE]: 'postgresql/v12/visibility' };

export type OptionsTemporal = {
  dossier: string;
  programmes: ProgrammesTemporal;
  postgres: Postgres;
  ports: { postgres: number; temporal: number; ui: number | null };
  namespaces: readonly string[];
  progres: Progres;
};

/** The Temporal server and its UI, as processes that can be stopped, killed and started again. */
export class Temporal {
  readonly address: string;
  readonly uiUrl: string | null;
  readonly #options: OptionsTemporal;
  #serveur: Processus | undefined;
  #interface: Processus | undefined;

  constructor(options: OptionsTemporal) {
    this.#options = options;
    this.address = `127.0.0.1:${options.ports.temporal}`;
    this.uiUrl = options.ports.ui === null ? null : `http://127.0.0.1:${options.ports.ui}`;
  }

  /** Starts the server alone, on schemas created or upgraded first, and waits until it serves. */
  async start(): Promise<void> {
    const { programmes, postgres, ports } = this.#options;
    if (programmes.origine === 'cli') {
      this.#serveur = this.#startCli(programmes.temporal);
    } else {
      await upgradeSchemas(postgres, programmes.schema, ports.postgres);
      await forgetFormerServers(postgres);
      this.#serveur = await this.#startServer(programmes.serveur);
    }
    await waitUntilReady('Temporal', () => isServing(this.address), { processus: this.#serveur });
  }

  async startUi(): Promise<void> {
    const { dossier, programmes, ports, namespaces } = this.#options;
    if (ports.ui === null || programmes.origine === 'cli') return;
    const config = writeUiSettings(dossier, this.address, ports.ui, namespaces[0] ?? 'default');
    this.#interface = new Processus({
      nom: 'temporal-ui',
      commande: programmes.interface,
      args: ['--root', dossier, '--config', path.relative(dossier, config), '--env', 'development', 'start'],
      dossier,
    });
    await waitUntilReady('L’interface Temporal', () => answers(`${this.uiUrl ?? ''}/healthz`), {
      processus: this.#interface,
    });
  }

  stop = async (): Promise<void> => {
    await this.#interface?.stop();
    await this.#serveur?.stop();
  };

  kill = async (): Promise<void> => this.#serveur?.kill();

  get processus(): Processus[] {
    return [this.#serveur, this.#interface].filter((p) => p !== undefined);
  }

  async #startServer(serveur: string): Promise<Processus> {
    const { dossier, ports } = this.#options;
    const autres = await findFreePorts(AUTRES_PORTS);
    const settings = writeServerSettings(dossier, ports.postgres, { frontend: ports.temporal, autres });
    return new Processus({
      nom: 'temporal',
      commande: serveur,
      args: ['--config-file', settings, '--allow-no-auth', 'start'],
      dossier,
    });
  }

  #startCli(temporal: string): Processus {
    const { dossier, ports, namespaces } = this.#options;
    const file = path.join(dossier, 'temporal.db');
    const ui = ports.ui === null ? ['--headless'] : ['--ui-port', String(ports.ui)];
    return new Processus({
      nom: 'temporal',
      commande: temporal,
      args: [
        ...[
          'server',
          'start-dev',
          '--ip',
          '127.0.0.1',
          '--port',
          String(ports.temporal),
          '--db-filename',
          file,
          ...ui,
        ],
        ...namespaces.flatMap((name) => ['--namespace', name]),
        ...Object.keys(ATTRIBUTS_DE_RECHERCHE).flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
        ...['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="10ms"', '--log-level', 'warn'],
      ],
      dossier,
    });
  }
}

/** Creates the two databases and brings their schemas to the server's version. */
async function upgradeSchemas(postgres: Postgres, tool: string, port: number): Promise<void> {
  for (const [base, schema] of Object.entries(SCHEMAS)) {
    const where = ['--plugin', 'postgres12_pgx', '--ep', '127.0.0.1', '-p', String(port), '-u', UTILISATEUR];
    const run = (...args: string[]) => runTool(tool, [...where, '--pw', MOT_DE_PASSE, '--db', base, ...args]);
    await postgres.createDatabase(base);
    const [known] = await postgres.query(base, `select to_regclass('schema_version') is not null as known`);
    if (known?.['known'] !== true) run('setup-schema', '-v', '0.0');
    run('update-schema', '--schema-name', schema);
  }
}

/**
 * A server starts by calling the ones whose heartbeat is recent. Here they are our own former ones, gone, and waiting
 * for them costs up to a minute [measured]: only one server uses this database.
 */
async function forgetFormerServers(postgres: Postgres): Promise<void> {
  await postgres.query(BASE, 'delete from cluster_membership');
}

function runTool(tool: string, args: string[]): void {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status === 0) return;
  throw new PanneDeDemarrage(`Le schéma de Temporal n’a pas pu être installé.\n${stdout}${stderr}`);
}
