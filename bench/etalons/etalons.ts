import { cpus } from 'node:os';
import type { Banc, Ligne } from '../mesure';
import { enQuantiles, millisecondes, nombre } from '../nombres';
import { timeBoucle, timeFsync, timePostgres } from './machine';
import { timeWorkflowVide } from './moteur';

/** What the machine is worth at this moment: figures of two runs compare only through these. */
export async function calibrate(banc: Banc, quand: string): Promise<readonly Ligne[]> {
  banc.dit(`Étalons de la machine, ${quand}`);
  const boucle = timeBoucle();
  const fsync = timeFsync();
  const { lit, ecrit } = await timePostgres(banc.databaseUrl);
  const vide = await timeWorkflowVide(banc);
  const coeurs = cpus();
  return [
    {
      quoi: `Étalons ${quand}`,
      valeur: `${nombre(coeurs.length)} cœurs, ${coeurs[0]?.model ?? '?'}, Node ${process.versions.node}`,
    },
    { quoi: '  boucle de 50 millions de tours', valeur: millisecondes(boucle) },
    { quoi: '  fsync de 8 ko', valeur: enQuantiles(fsync) },
    { quoi: '  aller-retour avec PostgreSQL', valeur: enQuantiles(lit) },
    { quoi: '  une ligne validée dans PostgreSQL', valeur: enQuantiles(ecrit) },
    { quoi: '  workflow vide, du départ au résultat', valeur: enQuantiles(vide) },
  ];
}
