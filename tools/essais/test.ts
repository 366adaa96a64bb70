import { runFuzz } from '../fuzz/fuzz';
import { runToTheEnd } from '../systeme/jusquau-bout';
import { runWithMoteur } from './avec-moteur';
import { renderBilan, sum, type Bilan } from './bilan';
import { runJest, runVerifications } from './commandes';

/** Without arguments everything; with arguments (paths, `-t`), those tests alone, on the servers. */
async function test(arret: AbortSignal, args: readonly string[]): Promise<number> {
  const bilans: Bilan[] = [];
  if (args.length > 0) {
    const tests = ['sans-serveur', 'serveur'] as const;
    bilans.push(...(await runWithMoteur(arret, ({ env }) => runJest(tests, args, arret, env))));
  } else {
    bilans.push(...(await runVerifications('complete', arret)));
    if (!arret.aborted) bilans.push(await runJest(['sans-serveur'], [], arret));
    if (!arret.aborted) bilans.push(...(await runServeurs(arret)));
  }
  const total = sum(bilans);
  process.stdout.write(`\n${renderBilan(total)}\n`);
  return total.failed === 0 && !arret.aborted ? 0 : 1;
}

const runServeurs = (arret: AbortSignal) =>
  runWithMoteur(
    arret,
    ({ env }) => runJest(['serveur'], [], arret, env),
    (essai) => runFuzz(essai, arret),
  );

export const main = (args: string[]): Promise<void> => runToTheEnd((arret) => test(arret, args));
