import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleWorkflowCode, type WorkflowBundle } from '@temporalio/worker';

const DOSSIER = path.join(__dirname, '..', 'workflows');

/**
 * The workflows' code, bundled once for each version of it and of the SDK: a worker is ready in a fraction of a
 * second instead of one or two (bench/demarrage.ts), and tests share one bundle.
 */
export async function readBundle(cache: string): Promise<WorkflowBundle> {
  const fichier = bundleAt(cache);
  if (!existsSync(fichier)) {
    const { code } = await bundleWorkflowCode({
      workflowsPath: path.join(DOSSIER, 'index.ts'),
      preloadModules: [path.join(DOSSIER, 'bac-a-sable.ts')],
      logger: silencieux,
    });
    mkdirSync(cache, { recursive: true });
    const provisoire = `${fichier}.${process.pid}`;
    writeFileSync(provisoire, code);
    renameSync(provisoire, fichier);
  }
  return { code: readFileSync(fichier, 'utf8') };
}

/** Where the bundle of this version of the workflows is kept. */
export function bundleAt(cache: string): string {
  return path.join(cache, `workflows-${empreinte()}.js`);
}

function empreinte(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(require.resolve('@temporalio/workflow/package.json')));
  for (const nom of readdirSync(DOSSIER).sort()) hash.update(readFileSync(path.join(DOSSIER, nom)));
  return hash.digest('hex').slice(0, 16);
}

const rien = () => undefined;
const silencieux = { log: rien, trace: rien, debug: rien, info: rien, warn: rien, error: rien };
