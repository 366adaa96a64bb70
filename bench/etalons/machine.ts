import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

const TOURS = 50_000_000;
const ECRITURES = 200;
const REQUETES = 1_000;

/** One core, nothing but sums. */
export function timeBoucle(): number {
  const debut = performance.now();
  let x = 1;
  for (let i = 0; i < TOURS; i += 1) x = (Math.imul(x, 1_664_525) + 1_013_904_223) | 0;
  const duree = performance.now() - debut;
  return x === 0 ? Number.NaN : duree;
}

/** A page written and pushed to the disk, where the data of the measured system is. */
export function timeFsync(): readonly number[] {
  const dossier = mkdtempSync(path.join(tmpdir(), 'jalons-etalon-'));
  const fichier = openSync(path.join(dossier, 'page'), 'w');
  const page = Buffer.alloc(8192, 1);
  const durees = Array.from({ length: ECRITURES }, (_, i) => {
    const debut = performance.now();
    writeSync(fichier, page, 0, page.length, i * page.length);
    fdatasyncSync(fichier);
    return performance.now() - debut;
  });
  closeSync(fichier);
  rmSync(dossier, { recursive: true });
  return durees;
}

/** A question to PostgreSQL, and a row committed. */
export async function timePostgres(
  url: string,
): Promise<{ readonly lit: readonly number[]; readonly ecrit: readonly number[] }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const time = async (sql: string) => {
    const debut = performance.now();
    await client.query(sql);
    return performance.now() - debut;
  };
  try {
    await client.query('create table if not exists etalon (n int)');
    const lit: number[] = [];
    const ecrit: number[] = [];
    for (let i = 0; i < REQUETES; i += 1) lit.push(await time('select 1'));
    for (let i = 0; i < ECRITURES; i += 1) ecrit.push(await time(`insert into etalon values (${i})`));
    await client.query('drop table etalon');
    return { lit, ecrit };
  } finally {
    await client.end();
  }
}
