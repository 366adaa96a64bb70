/**
 * Watches over the runner: its standard input is a pipe that the system closes when the runner ends, however it ends.
 * What the runner then left behind is terminated, and throw-away data erased.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { terminateLeftovers } from './registre-des-processus';
import { AVEC_TYPESCRIPT } from './typescript';

const ROOT = path.join(__dirname, '..', '..');

/** Starts the watch; it ends by itself after its runner. */
export function startGardien(dossier: string, { jetable }: { jetable: boolean }): void {
  const args = [
    ...AVEC_TYPESCRIPT,
    __filename,
    dossier,
    String(process.pid),
    ...(jetable ? ['--effacer'] : []),
  ];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
}

async function watch(dossier: string, lanceur: number, jetable: boolean): Promise<void> {
  // A Ctrl-C or a terminal that closes is for the runner; it is the end of the pipe that counts.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  await new Promise<void>((resolve) => {
    process.stdin
      .on('end', resolve)
      .on('error', () => resolve())
      .resume();
  });
  await terminateLeftovers(dossier, lanceur);
  if (jetable) rmSync(dossier, { recursive: true, force: true });
}

if (require.main === module) {
  const [dossier, lanceur, effacer] = process.argv.slice(2);
  if (dossier) void watch(dossier, Number(lanceur), effacer === '--effacer');
}
