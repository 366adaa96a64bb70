import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { bundleAt } from '../../worker/bundle';

const rien = () => undefined;
const silencieux = { log: rien, trace: rien, debug: rien, info: rien, warn: rien, error: rien };

/** A cache in which the real worker finds the twin's workflows in place of its own: all else is the same. */
export async function createCacheDuJumeau(cache: string): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.join(__dirname, 'index.ts'),
    logger: silencieux,
  });
  mkdirSync(cache, { recursive: true });
  writeFileSync(bundleAt(cache), code);
  return cache;
}
