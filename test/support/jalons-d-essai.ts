import { execFile } from 'node:child_process';
import path from 'node:path';
import { AVEC_TYPESCRIPT } from '../../tools/moteur/typescript';

const ROOT = path.join(__dirname, '..', '..');

export type Fin = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** `npm run jalons -- …`, as a process of its own. */
export function runJalons(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Fin> {
  return new Promise((resolve) => {
    const enfant = execFile(
      process.execPath,
      [...AVEC_TYPESCRIPT, 'jalons/main.ts', ...args],
      { cwd: ROOT, env: { ...process.env, ...env }, encoding: 'utf8' },
      (_erreur, stdout, stderr) => resolve({ code: enfant.exitCode, stdout, stderr }),
    );
  });
}
