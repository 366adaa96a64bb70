import { PanneDeDemarrage } from '../moteur/panne';
import { terminateLeftovers } from '../moteur/registre-des-processus';

/**
 * Runs a program to its end: SIGINT and SIGTERM abort it once (a terminal and npm may each pass the same one on), and a
 * failure with a known cause is told by its sentence alone.
 */
export async function runToTheEnd(program: (arret: AbortSignal) => Promise<number>): Promise<void> {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
  try {
    process.exitCode = await program(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) {
      process.exitCode = 130;
    } else {
      const known = error instanceof PanneDeDemarrage;
      process.stderr.write(`\n${known ? error.message : String((error as Error).stack ?? error)}\n`);
      process.exitCode = 1;
    }
  }
  process.exit();
}

export const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** What is being started, or null when it is given up meanwhile: what had started in the folder is then stopped. */
export async function orAborted<T>(
  starting: Promise<T>,
  arret: AbortSignal,
  dossier: string,
): Promise<T | null> {
  const started = await Promise.race([starting, untilAborted(arret).then(() => null)]);
  if (started === null) {
    process.stdout.write('\nArrêt en cours…\n');
    await terminateLeftovers(dossier, process.pid);
    process.stdout.write('Tout est arrêté.\n');
  }
  return started;
}
