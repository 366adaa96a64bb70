import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';

const OID_CHAR = 18;
const OID_TEXT = 25;

/**
 * Connection fields one by one: given a connection string, the adapter would send the shadow database's
 * statements to the main database.
 */
export function connectionFields(url) {
  const parsed = new URL(url);
  const sslmode = parsed.searchParams.get('sslmode');
  return {
    host: parsed.hostname,
    port: Number(parsed.port || 5432),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    ...(sslmode === null || sslmode === 'disable'
      ? {}
      : { ssl: { rejectUnauthorized: sslmode === 'verify-full' } }),
    allowExitOnIdle: true,
  };
}

/** Catalogue columns of type "char" (OID 18) cannot be read by the stock adapter; the engine wants Character. */
function readCharColumns(connection) {
  const performIO = connection.performIO.bind(connection);
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => {
    const charColumns = [];
    connection.performIO = async (io) => {
      const answer = await performIO(io);
      answer.fields.forEach((field, index) => {
        if (field.dataTypeID !== OID_CHAR) return;
        field.dataTypeID = OID_TEXT;
        charColumns.push(index);
      });
      return answer;
    };
    try {
      const result = await queryRaw(query);
      for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    } finally {
      connection.performIO = performIO;
    }
  };
}

/** The stock adapter cuts scripts at every `;`, inside strings and function bodies too. */
function runScriptsWhole(connection) {
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
}

function correct(connection) {
  readCharColumns(connection);
  runScriptsWhole(connection);
  return connection;
}

/** `@prisma/adapter-pg`, corrected for what migrations ask of it. */
export class MigrationPg extends PrismaPg {
  #fields;
  #opened = [];

  constructor(fields) {
    super(fields);
    this.#fields = fields;
  }

  async connect() {
    const connection = correct(await super.connect());
    this.#opened.push(connection);
    return connection;
  }

  /** The stock adapter drops the shadow database before it closes its own pool, which always fails. */
  async connectToShadowDb() {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    const main = await super.connect();
    await main.underlyingDriver().query(`CREATE DATABASE "${name}"`);
    const shadow = correct(await new PrismaPg({ ...this.#fields, database: name }).connect());
    shadow.dispose = async () => {
      await shadow.underlyingDriver().end();
      await main.underlyingDriver().query(`DROP DATABASE "${name}" WITH (FORCE)`);
      await main.underlyingDriver().end();
    };
    return shadow;
  }

  async closeAll() {
    await Promise.allSettled(this.#opened.map((connection) => connection.underlyingDriver().end()));
  }
}
