import path from 'node:path';
import { getConfiguration, type Configuration } from '../../config/configuration';
import { PanneDeDemarrage, type Progres } from '../moteur/panne';
import type { Processus } from '../moteur/processus';
import { loadDemonstration } from './demonstration';
import { orAborted, runToTheEnd, untilAborted } from './jusquau-bout';
import { startSysteme, type PortsSysteme } from './systeme';
import { renderTableau } from './tableau';

const since = Date.now();
const progres: Progres = (phrase) => {
  const seconds = Math.floor((Date.now() - since) / 1000);
  process.stdout.write(`[${String(seconds).padStart(3)} s] ${phrase}\n`);
};

const portsOf = (c: Configuration): PortsSysteme => ({
  api: c.API_PORT,
  worker: c.WORKER_PORT,
  metriques: c.API_METRIQUES_PORT,
  sdk: c.SDK_METRIQUES_PORT,
  postgres: c.JALONS_PORT_POSTGRES,
  temporal: c.JALONS_PORT_TEMPORAL,
  ui: c.JALONS_PORT_TEMPORAL_UI,
  smtp: c.JALONS_PORT_SMTP,
  courriels: c.JALONS_PORT_COURRIELS,
});

/** The first process that ends although nobody asked it to. */
const anAccident = (processus: Processus[]): Promise<Processus> =>
  Promise.race(processus.map((p) => p.fin.then(() => (p.demande ? new Promise<never>(() => undefined) : p))));

async function start(arret: AbortSignal): Promise<number> {
  const configuration = getConfiguration();
  if (configuration.JALONS_MODE === 'production') {
    throw new PanneDeDemarrage(
      'npm start lance un système de démonstration : JALONS_MODE=production n’y a pas de sens.',
    );
  }
  const dossier = path.resolve(configuration.JALONS_DOSSIER);
  const starting = startSysteme({
    dossier,
    cache: configuration.JALONS_CACHE,
    namespace: configuration.TEMPORAL_NAMESPACE,
    ports: portsOf(configuration),
    jetable: false,
    progres,
  });
  const systeme = await orAborted(starting, arret, dossier);
  if (!systeme) return 0;
  let fallen: Processus | null;
  try {
    if (!arret.aborted) await loadDemonstration(systeme, arret);
    if (!arret.aborted) process.stdout.write(`${renderTableau(systeme, Date.now() - since, dossier)}\n`);
    fallen = await Promise.race([anAccident(systeme.processus()), untilAborted(arret).then(() => null)]);
  } finally {
    process.stdout.write('\nArrêt en cours…\n');
    await systeme.stop();
  }
  if (!fallen) {
    process.stdout.write('Tout est arrêté.\n');
    return 0;
  }
  process.stderr.write(
    `${fallen.nom} s’est arrêté de lui-même. Fin de ${fallen.journal} :\n${fallen.lastLines()}\n`,
  );
  return 1;
}

export const main = (): Promise<void> => runToTheEnd(start);
