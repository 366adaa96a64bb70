import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Moteur } from '../moteur/moteur';
import { PanneDeDemarrage, type Progres } from '../moteur/panne';
import { runChild } from './enfant';

const ROOT = path.join(__dirname, '..', '..');
const PRISMA = path.join(ROOT, 'node_modules/prisma/build/index.js');
const MIGRATIONS = path.join(ROOT, 'prisma', 'migrations');

/** What Prisma writes down of each migration: its name and the sha-256 of its file. */
function listMigrations(): string[] {
  const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => {
    const sql = readFileSync(path.join(MIGRATIONS, name, 'migration.sql'));
    return `${name} ${createHash('sha256').update(sql).digest('hex')}`;
  });
}

/** True when Prisma's own table says that every migration of the folder, as it is now, has been applied. */
async function isUpToDate({ postgres }: Moteur, base: string): Promise<boolean> {
  const sql = `select migration_name || ' ' || checksum as applied from _prisma_migrations
    where finished_at is not null and rolled_back_at is null`;
  const rows = await postgres.query(base, sql).catch(() => []);
  const applied = new Set(rows.map((row) => row['applied']));
  const wanted = listMigrations();
  return wanted.length === applied.size && wanted.every((migration) => applied.has(migration));
}

/**
 * `prisma migrate deploy`, as anyone would type it, which creates the database if it is missing; spared when there is
 * nothing to apply, since the command alone takes two seconds.
 */
export async function deployMigrations(moteur: Moteur, base: string, progres: Progres): Promise<void> {
  if (await isUpToDate(moteur, base)) return;
  progres('Migrations de la base');
  const { code, dit } = await runChild([PRISMA, 'migrate', 'deploy'], {
    DATABASE_URL: moteur.databaseUrl(base),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  });
  if (code !== 0) throw new PanneDeDemarrage(`Les migrations de la base ont échoué.\n${dit}`);
}
