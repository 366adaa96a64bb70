import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildTemporal } from './temporal-construction';
import { PanneDeDemarrage, type Progres } from './panne';

export type ProgrammesTemporal =
  | { origine: 'construits'; serveur: string; schema: string; interface: string }
  | { origine: 'cli'; temporal: string };

const MODULES = path.join(__dirname, '..', 'temporal');
const NAMES = ['temporal-server', 'temporal-sql-tool', 'temporal-ui'] as const;

/** Where the programs of these exact pinned modules are kept, for every clone on this machine. */
export function cacheFolder(cache: string): string {
  const key = createHash('sha256')
    .update(readFileSync(path.join(MODULES, 'go.sum')))
    .digest('hex');
  return path.join(cache, 'temporal', key.slice(0, 16));
}

function findOnPath(name: string, searched: string): string | null {
  for (const folder of searched.split(path.delimiter)) {
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      continue;
    }
  }
  return null;
}

const SANS_TEMPORAL = [
  'Temporal est introuvable sur cette machine. Au choix :',
  '  - donnez TEMPORAL_ADDRESS (un serveur déjà en marche, Temporal Cloud compris) ;',
  '  - installez le programme « temporal » et mettez-le dans le PATH ;',
  '  - installez Go 1.26 ou plus : Jalons construit alors le serveur une fois pour toutes ;',
  '  - employez Docker : docker compose up.',
].join('\n');

type Recherche = { cache: string; searched: string; progres: Progres };

/** Programs built before, then a `temporal` command, then the pinned Go modules; otherwise says the ways. */
export async function obtainTemporal({ cache, searched, progres }: Recherche): Promise<ProgrammesTemporal> {
  const folder = cacheFolder(cache);
  const [serveur, schema, ui] = NAMES.map((name) => path.join(folder, name)) as [string, string, string];
  const built: ProgrammesTemporal = { origine: 'construits', serveur, schema, interface: ui };
  if ([serveur, schema, ui].every((file) => existsSync(file))) return built;
  const temporal = findOnPath('temporal', searched);
  if (temporal) return { origine: 'cli', temporal };
  const go = findOnPath('go', searched);
  if (!go) throw new PanneDeDemarrage(SANS_TEMPORAL);
  await buildTemporal({ go, modules: MODULES, folder, progres });
  return built;
}
