import pg from 'pg';
import { connectionFields } from './adapter.mjs';

const UNKNOWN_DATABASE = '3D000';

/** The native engine's `cli` subcommands; an error goes to stderr in the form that the Prisma CLI reads. */
export async function answerCli(command, url) {
  const fields = connectionFields(url);
  const name = fields.database.replaceAll('"', '""');
  const onMain = command === 'can-connect-to-database';
  const client = new pg.Client(onMain ? fields : { ...fields, database: 'postgres' });
  try {
    await client.connect();
    if (command === 'create-database') await client.query(`CREATE DATABASE "${name}"`);
    if (command === 'drop-database') await client.query(`DROP DATABASE IF EXISTS "${name}"`);
    return 0;
  } catch (error) {
    const error_code = error.code === UNKNOWN_DATABASE ? 'P1003' : 'P1001';
    const report = { message: error.message, error_code, is_panic: false };
    const line = JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields: report });
    // The Prisma CLI skips the first line: the native engine says there that it starts.
    process.stderr.write(`{}\n${line}\n`);
    return 1;
  } finally {
    await client.end().catch(() => undefined);
  }
}
