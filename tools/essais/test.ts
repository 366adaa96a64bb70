import { orAborted, runToTheEnd } from '../systeme/jusquau-bout';
import { renderBilan, sum, UN_ECHEC, type Bilan } from './bilan';
import { runJest, runVerifications, type Projet } from './commandes';
import { newDossierDEssai, startMoteurDEssai } from './moteur-d-essai';

/** Jest with the real servers around it, stopped whatever happens. */
async function runWithMoteur(
  projets: readonly Projet[],
  args: readonly string[],
  arret: AbortSignal,
): Promise<Bilan> {
  const dossier = newDossierDEssai();
  const essai = await orAborted(startMoteurDEssai(dossier), arret, dossier);
  if (!essai) return UN_ECHEC;
  try {
    return await runJest(projets, args, arret, essai.env);
  } finally {
    await essai.moteur.stop();
  }
}

/** Without arguments everything; with arguments (paths, `-t`), those tests alone, on the servers. */
async function test(arret: AbortSignal, args: readonly string[]): Promise<number> {
  const bilans: Bilan[] = [];
  if (args.length > 0) {
    bilans.push(await runWithMoteur(['sans-serveur', 'serveur'], args, arret));
  } else {
    bilans.push(...(await runVerifications('complete', arret)));
    if (!arret.aborted) bilans.push(await runJest(['sans-serveur'], [], arret));
    if (!arret.aborted) bilans.push(await runWithMoteur(['serveur'], [], arret));
  }
  const total = sum(bilans);
  process.stdout.write(`\n${renderBilan(total)}\n`);
  return total.failed === 0 && !arret.aborted ? 0 : 1;
}

export const main = (args: string[]): Promise<void> => runToTheEnd((arret) => test(arret, args));
