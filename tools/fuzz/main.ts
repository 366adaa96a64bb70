import { runWithMoteur } from '../essais/avec-moteur';
import { renderBilan } from '../essais/bilan';
import { runToTheEnd } from '../systeme/jusquau-bout';
import { runFuzz } from './fuzz';

/** `npm run test:fuzz`: the API alone, on servers of its own. */
async function fuzz(arret: AbortSignal): Promise<number> {
  const bilan = await runWithMoteur(arret, (essai) => runFuzz(essai, arret));
  process.stdout.write(`\n${renderBilan(bilan)}\n`);
  return bilan.failed === 0 && !arret.aborted ? 0 : 1;
}

export const main = (): Promise<void> => runToTheEnd(fuzz);
