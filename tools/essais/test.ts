import { runFuzz } from '../fuzz/fuzz';
import { runToTheEnd } from '../systeme/jusquau-bout';
import { runWithMoteur, type EssaiEnCours } from './avec-moteur';
import { renderBilan, sum, type Bilan } from './bilan';
import { runJest, runVerifications } from './commandes';

/** Without arguments everything; with arguments (paths, `-t`), those tests alone, on the servers. */
async function test(arret: AbortSignal, args: readonly string[]): Promise<number> {
  const tests = ['sans-serveur', 'serveur'] as const;
  const total = await runWithMoteur(arret, (essai) =>
    args.length > 0
      ? runJest(tests, args, arret, essai.env)
      : // The server tests often wait: what only computes fills their gaps.
        Promise.all([runJest(tests, [], arret, essai.env), runLeReste(essai, arret)]).then(sum),
  );
  process.stdout.write(`\n${renderBilan(total)}\n`);
  return total.failed === 0 && !arret.aborted ? 0 : 1;
}

async function runLeReste(essai: EssaiEnCours, arret: AbortSignal): Promise<Bilan> {
  const verifications = await runVerifications(1, arret);
  return arret.aborted ? verifications : sum([verifications, await runFuzz(essai, arret)]);
}

export const main = (args: string[]): Promise<void> => runToTheEnd((arret) => test(arret, args));
