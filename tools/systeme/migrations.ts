import { spawn } from 'node:child_process';
import path from 'node:path';
import { PanneDeDemarrage } from '../moteur/panne';

const ROOT = path.join(__dirname, '..', '..');
const PRISMA = path.join(ROOT, 'node_modules/prisma/build/index.js');

/** `prisma migrate deploy`, as anyone would type it; creates the database if it is missing. */
export async function deployMigrations(databaseUrl: string): Promise<void> {
  const child = spawn(process.execPath, [PRISMA, 'migrate', 'deploy'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new PanneDeDemarrage(`Les migrations de la base ont échoué.\n${output.trim()}`);
}
