import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PanneDeDemarrage, type Progres } from '../moteur/panne';

const EXIGENCES = path.join(__dirname, 'exigences.txt');

/** A Python of its own with schemathesis, every version fixed, built once in the cache; answers where its program is. */
export function ensureSchemathesis(cache: string, progres: Progres): string {
  const empreinte = createHash('sha256').update(readFileSync(EXIGENCES)).digest('hex').slice(0, 12);
  const dossier = path.join(cache, `schemathesis-${empreinte}`);
  const pret = path.join(dossier, '.pret');
  const programme = path.join(dossier, 'bin', 'schemathesis');
  if (existsSync(pret)) return programme;
  progres('Installation de schemathesis (une minute la première fois)');
  // A set-up that was cut is begun again.
  rmSync(dossier, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  run('python3', ['-m', 'venv', dossier], 'installez Python 3.10 ou plus récent, avec son module venv');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', EXIGENCES];
  run(path.join(dossier, 'bin', 'python'), pip, 'vérifiez que pip atteint son dépôt de paquets');
  writeFileSync(pret, '');
  return programme;
}

function run(commande: string, args: readonly string[], remede: string): void {
  const { status, error, stdout, stderr } = spawnSync(commande, args, { encoding: 'utf8' });
  if (status === 0) return;
  const dit =
    error === undefined ? `${stdout}${stderr}`.trim().split('\n').slice(-5).join('\n') : error.message;
  throw new PanneDeDemarrage(`schemathesis n’a pas pu être installé : ${remede}.\n${dit}`);
}
