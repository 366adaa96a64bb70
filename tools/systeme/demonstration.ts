import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PanneDeDemarrage } from '../moteur/panne';
import { AVEC_TYPESCRIPT } from '../moteur/typescript';
import type { Systeme } from './systeme';

const ROOT = path.join(__dirname, '..', '..');
const CHARGER = 'demo/charger.ts';

async function isEmpty({ moteur }: Systeme): Promise<boolean> {
  const [known] = await moteur.postgres.query(
    'jalons',
    `select to_regclass('structure') is not null as known`,
  );
  if (known?.['known'] !== true) return false;
  const found = await moteur.postgres.query('jalons', 'select 1 from structure limit 1');
  return found.length === 0;
}

/** Runs a program of the repository on the running system, its words passed on; answers its exit code. */
export async function runOnSysteme(
  systeme: Systeme,
  fichier: string,
  args: string[],
  arret: AbortSignal,
): Promise<number> {
  const child = spawn(process.execPath, [...AVEC_TYPESCRIPT, path.join(ROOT, fichier), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...systeme.env },
  });
  const abort = () => child.kill('SIGTERM');
  arret.addEventListener('abort', abort, { once: true });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  arret.removeEventListener('abort', abort);
  return code ?? 1;
}

/** The demonstration département, on the first run only. */
export async function loadDemonstration(systeme: Systeme, arret: AbortSignal): Promise<void> {
  if (!existsSync(path.join(ROOT, CHARGER)) || !(await isEmpty(systeme))) return;
  process.stdout.write('Premier démarrage : chargement du département de démonstration\n');
  if ((await runOnSysteme(systeme, CHARGER, [], arret)) !== 0 && !arret.aborted) {
    throw new PanneDeDemarrage(
      'Le département de démonstration n’a pas pu être chargé (npm run reset pour recommencer).',
    );
  }
}
