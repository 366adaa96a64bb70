import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { aucunPoint, type Point } from '../activities/points';
import type { Configuration } from '../config/configuration';

/**
 * In tests only: when the file `point` of the data folder names this place, the process is killed there as a
 * power cut would, once. It proves that nothing is lost and nothing happens twice.
 */
export function createPoint(config: Pick<Configuration, 'JALONS_MODE' | 'JALONS_DOSSIER'>): Point {
  if (config.JALONS_MODE !== 'test') return aucunPoint;
  const fichier = path.join(config.JALONS_DOSSIER, 'point');
  return (nom) => {
    if (existsSync(fichier) && readFileSync(fichier, 'utf8').trim() === nom) {
      rmSync(fichier);
      process.kill(process.pid, 'SIGKILL');
    }
    return Promise.resolve();
  };
}
