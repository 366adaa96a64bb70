import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { getConfiguration } from '../../config/configuration';
import { PanneDeDemarrage } from '../moteur/panne';
import { findLanceur, terminateLeftovers } from '../moteur/registre-des-processus';
import { runToTheEnd } from './jusquau-bout';

/** What a folder of ours holds: anything else is not erased. */
const OURS = ['postgres', 'journaux', 'temporal', 'temporal.db', 'courriels', 'processus.json'];

async function reset(): Promise<number> {
  const dossier = path.resolve(getConfiguration().JALONS_DOSSIER);
  if (findLanceur(dossier) !== null) {
    throw new PanneDeDemarrage(
      `Jalons tourne dans ${dossier} : arrêtez-le (Ctrl-C) avant d’effacer ses données.`,
    );
  }
  await terminateLeftovers(dossier);
  const found = OURS.map((name) => path.join(dossier, name)).filter((file) => existsSync(file));
  for (const file of found) rmSync(file, { recursive: true, force: true });
  process.stdout.write(
    found.length > 0 ? `Données effacées : ${dossier}\n` : `Rien à effacer dans ${dossier}\n`,
  );
  return 0;
}

export const main = (): Promise<void> => runToTheEnd(reset);
