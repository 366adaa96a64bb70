import { getConfiguration } from '../../config/configuration';
import { createDossierJetable } from '../moteur/moteur';
import { freePortsOfSysteme } from './demo';
import { runOnSysteme } from './demonstration';
import { orAborted, runToTheEnd } from './jusquau-bout';
import { deployMigrations } from './migrations';
import { startSysteme } from './systeme';

/** A migrated database that stays empty: each measure copies it (bench/main.ts). */
const MODELE = 'jalons_modele';

/** What is measured, on a system of its own that is thrown away afterwards; PostgreSQL durable, as in production. */
async function bench(arret: AbortSignal, args: string[]): Promise<number> {
  const dossier = createDossierJetable('bench');
  const { JALONS_CACHE, TEMPORAL_NAMESPACE } = getConfiguration();
  const progres = (phrase: string) => process.stdout.write(`${phrase}\n`);
  const starting = startSysteme({
    dossier,
    cache: JALONS_CACHE,
    namespace: TEMPORAL_NAMESPACE,
    ports: await freePortsOfSysteme(),
    jetable: true,
    durable: true,
    progres,
  });
  const systeme = await orAborted(starting, arret, dossier);
  if (!systeme) return 130;
  try {
    if (arret.aborted) return 130;
    await deployMigrations(systeme.moteur, MODELE, progres);
    systeme.env['JALONS_MODELE'] = MODELE;
    return await runOnSysteme(systeme, 'bench/main.ts', args, arret);
  } finally {
    await systeme.stop();
  }
}

export const main = (args: string[]): Promise<void> => runToTheEnd((arret) => bench(arret, args));
