import { getConfiguration } from '../../config/configuration';
import { createDossierJetable } from '../moteur/moteur';
import { findFreePorts } from '../moteur/ports';
import { runOnSysteme } from './demonstration';
import { orAborted, runToTheEnd } from './jusquau-bout';
import { startSysteme, type PortsSysteme } from './systeme';

export async function freePortsOfSysteme(): Promise<PortsSysteme> {
  const [api = 0, worker = 0, metriques = 0, sdk = 0, ...autres] = await findFreePorts(9);
  const [postgres = 0, temporal = 0, ui = 0, smtp = 0, courriels = 0] = autres;
  return { api, worker, metriques, sdk, postgres, temporal, ui, smtp, courriels };
}

/** The written lives, on a system of their own that is thrown away afterwards, beside a running `npm start`. */
async function demo(arret: AbortSignal, args: string[]): Promise<number> {
  const dossier = createDossierJetable('demo');
  const { JALONS_CACHE, TEMPORAL_NAMESPACE } = getConfiguration();
  const starting = startSysteme({
    dossier,
    cache: JALONS_CACHE,
    namespace: TEMPORAL_NAMESPACE,
    ports: await freePortsOfSysteme(),
    jetable: true,
    progres: (phrase) => process.stdout.write(`${phrase}\n`),
  });
  const systeme = await orAborted(starting, arret, dossier);
  if (!systeme) return 130;
  try {
    return arret.aborted ? 130 : await runOnSysteme(systeme, 'demo/main.ts', args, arret);
  } finally {
    await systeme.stop();
  }
}

export const main = (args: string[]): Promise<void> => runToTheEnd((arret) => demo(arret, args));
