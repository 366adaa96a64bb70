import path from 'node:path';
import { Client } from 'pg';
import { namespaceOf } from '../../tools/essais/espaces';

const ROOT = path.join(__dirname, '..', '..');

function need(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} manque : lancez « npm test -- chemin/du/test ».`);
  return value;
}

/** What a server test file works with; its namespace is its own. */
export function getEngin(): { adminUrl: string; temporalAddress: string; namespace: string } {
  const file = expect.getState().testPath ?? '';
  const namespace = namespaceOf(file, ROOT);
  if (!need('JALONS_TEST_NAMESPACES').split(',').includes(namespace)) {
    throw new Error(`Le namespace ${namespace} n’a pas été préparé pour ${file}.`);
  }
  return { adminUrl: need('JALONS_TEST_PG_URL'), temporalAddress: need('JALONS_TEST_TEMPORAL'), namespace };
}

/** A fresh database with every migration, copied from the one migrated when the tests began. */
export async function createBase(name: string): Promise<string> {
  const { adminUrl } = getEngin();
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`drop database if exists "${name}" with (force)`);
    await client.query(`create database "${name}" template "${need('JALONS_TEST_MODELE')}"`);
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}
