import { runToTheEnd } from '../systeme/jusquau-bout';
import { renderBilan, sum } from './bilan';
import { runJest, runVerifications } from './commandes';

/** Everything that needs no server: the pre-push check. */
async function verify(arret: AbortSignal, args: readonly string[]): Promise<number> {
  // Started together, so that neither core waits while the other ends its last check.
  const total = sum(await Promise.all([runVerifications(1, arret), runJest(['sans-serveur'], args, arret)]));
  process.stdout.write(`\n${renderBilan(total)}\n`);
  return total.failed === 0 && !arret.aborted ? 0 : 1;
}

export const main = (args: string[]): Promise<void> => runToTheEnd((arret) => verify(arret, args));
