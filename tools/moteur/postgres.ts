import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { PanneDeDemarrage, type Progres } from './panne';
import { findProgrammes, type Compte, type Programmes } from './postgres-programmes';
import { Processus, waitUntilReady } from './processus';
import { readMarque } from './registre-des-processus';

export const UTILISATEUR = 'postgres';
/** The server listens on 127.0.0.1 only and holds invented people. */
export const MOT_DE_PASSE = 'jalons';

/** Durability given up: only where the data is thrown away after the run. */
const SANS_DURABILITE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export type OptionsPostgres = { dossier: string; port: number; durable: boolean; progres: Progres };

export class Postgres {
  readonly #options: OptionsPostgres;
  #processus: Processus | undefined;

  constructor(options: OptionsPostgres) {
    this.#options = options;
  }

  url(base: string): string {
    return `postgresql://${UTILISATEUR}:${MOT_DE_PASSE}@127.0.0.1:${this.#options.port}/${base}`;
  }

  /** Starts the server, on a new folder if there is none, and waits until it answers. */
  async start(): Promise<void> {
    const { dossier, port, durable, progres } = this.#options;
    const programmes = findProgrammes();
    const data = path.join(dossier, 'postgres');
    if (existsSync(path.join(data, 'PG_VERSION'))) {
      removeStalePid(data);
    } else {
      progres('PostgreSQL : préparation du dossier des données');
      initialise(data, programmes);
    }
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
      'timezone=UTC',
      'log_timezone=UTC',
      ...(durable ? [] : SANS_DURABILITE),
    ];
    this.#processus = await startServer(
      {
        nom: 'postgres',
        commande: programmes.postgres,
        args: ['-D', data, '-p', String(port), ...settings.flatMap((s) => ['-c', s])],
        dossier,
        cwd: data,
        env: { LC_ALL: 'C' },
        signal: 'SIGINT',
        ...programmes.compte,
      },
      () => this.query('postgres', 'select 1').then(() => true),
    );
  }

  stop = async (): Promise<void> => this.#processus?.stop();

  kill = async (): Promise<void> => this.#processus?.kill();

  get processus(): Processus | undefined {
    return this.#processus;
  }

  async query(base: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: this.url(base), connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<Record<string, unknown>>(sql, values)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Creates a database unless it exists; true when it was created. */
  async createDatabase(base: string): Promise<boolean> {
    const found = await this.query('postgres', 'select 1 from pg_database where datname = $1', [base]);
    if (found.length > 0) return false;
    await this.query('postgres', `create database "${base}"`);
    return true;
  }
}

const RETRIES = 20;

/** After a kill, the old server's last processes can hold its memory for a moment: starting again soon works. */
async function startServer(
  programme: ConstructorParameters<typeof Processus>[0],
  probe: () => Promise<boolean>,
): Promise<Processus> {
  for (let attempt = 1; ; attempt += 1) {
    const processus = new Processus(programme);
    try {
      await waitUntilReady('PostgreSQL', probe, { processus });
      return processus;
    } catch (error) {
      const busy = /shared memory block|lock file "postmaster.pid"/.test(processus.lastLines());
      if (!busy || attempt === RETRIES) throw error;
      await new Promise((r) => setTimeout(r, 250));
    }
  }
}

function initialise(data: string, { initdb, compte }: Programmes): void {
  mkdirSync(path.dirname(data), { recursive: true });
  mkdirSync(data, { mode: 0o700 });
  const secret = mkdtempSync(path.join(tmpdir(), 'jalons-'));
  const passwordFile = path.join(secret, 'mot-de-passe');
  writeFileSync(passwordFile, `${MOT_DE_PASSE}\n`);
  giveTo(compte, [data, secret, passwordFile]);
  const options = ['--auth=scram-sha-256', '--encoding=UTF8', '--no-sync', '--no-instructions'];
  // The collation that PostgreSQL carries itself: the same order of names on every machine.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const { status, stderr, error } = spawnSync(
    initdb,
    [`--pgdata=${data}`, `--username=${UTILISATEUR}`, `--pwfile=${passwordFile}`, ...options, ...locale],
    { ...compte, cwd: secret, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  );
  rmSync(secret, { recursive: true, force: true });
  if (status === 0) return;
  rmSync(data, { recursive: true, force: true });
  const closed =
    compte.uid === undefined ? '' : ' (le compte « postgres » doit pouvoir traverser ce dossier)';
  throw new PanneDeDemarrage(
    `PostgreSQL n’a pas pu préparer ${data}${closed} ; JALONS_DOSSIER peut en donner un autre.\n${error?.message ?? stderr}`,
  );
}

function giveTo({ uid, gid }: Compte, files: string[]): void {
  if (uid === undefined || gid === undefined) return;
  for (const file of files) chownSync(file, uid, gid);
}

/**
 * A killed server leaves its `postmaster.pid`; when its number has since gone to another program, PostgreSQL would
 * refuse to start. No server of ours is alive on this folder here: the register of processes was emptied before.
 */
function removeStalePid(data: string): void {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pid = ''] = readFileSync(file, 'utf8').split('\n');
  if (readMarque(Number(pid)) !== null && readCommand(Number(pid)).includes('postgres')) return;
  rmSync(file, { force: true });
}

function readCommand(pid: number): string {
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return typeof stdout === 'string' ? stdout : 'postgres';
}
