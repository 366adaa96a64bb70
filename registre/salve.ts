import type { Socket } from 'node:net';
import type { PoolClient } from 'pg';
import { causeOf } from './acces/pannes';
import type { Base, Transaction } from './base';

/** One statement, prepared once by each connection under its name. */
export type Requete = {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
};

/** Whoever answers a statement with its rows. */
export type Lecteur = { readonly read: <L>(requete: Requete) => Promise<L[]> };

/** A transaction whose statements leave without waiting for one another's answers (docs/decisions/0016). */
export type Salve = Lecteur & {
  /** Leaves at once; its failure is the commit's. */
  readonly write: (requete: Requete) => void;
};

/**
 * One transaction in as few round trips as it has questions: BEGIN leaves with the first statements, COMMIT with the
 * last ones. PostgreSQL still runs them in order, each seeing what was committed when its turn came.
 */
export async function inSalve<T>(base: Base, work: (tx: Salve) => Promise<T>): Promise<T> {
  const client = await base.pool.connect();
  // What breaks an idle moment of the transaction breaks its next statement too: it is said there.
  const ignore = () => undefined;
  client.on('error', ignore);
  const envois: Promise<unknown>[] = [];
  const send = <L extends object>(requete: Requete | string) => {
    cork(client);
    const envoi = typeof requete === 'string' ? client.query<L>(requete) : client.query<L>(configOf(requete));
    envoi.catch(ignore);
    envois.push(envoi);
    return envoi;
  };
  const tx: Salve = {
    read: async <L>(requete: Requete) => (await send(requete)).rows as L[],
    write: (requete) => void send(requete),
  };
  try {
    void send('BEGIN');
    const rendu = await work(tx);
    const validation = send('COMMIT');
    await Promise.all(envois);
    if ((await validation).command !== 'COMMIT') throw new Error('La transaction a été annulée.');
    close(client, ignore);
    return rendu;
  } catch (erreur) {
    const rompue = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    close(client, ignore, rompue);
    throw erreur;
  }
}

/** What is sent in one go leaves in one packet: PostgreSQL wakes once for all of it. */
function cork(client: PoolClient): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function close(client: PoolClient, ignore: () => void, rompue = false): void {
  client.off('error', ignore);
  client.release(rompue);
}

const configOf = ({ name, text, values }: Requete) => ({ name, text, values: [...values] });

/** The same statements outside any transaction, on a connection of the pool. */
export function lecteurOf({ pool }: Base): Lecteur {
  return { read: async <L>(requete: Requete) => (await pool.query(configOf(requete))).rows as L[] };
}

/**
 * The same statements inside a transaction of Prisma, one round trip each. Never told from the base by asking for a
 * pool: the client of a transaction answers as the base does (seen on Prisma 7.10).
 */
export function lecteurDans(tx: Transaction): Lecteur {
  return { read: ({ text, values }) => tx.$queryRawUnsafe(text, ...values) };
}

/** A lock that did not come within `lock_timeout`: a panne passagère that says what was held. */
export class VerrouTenu extends Error {
  declare private readonly nominale: true;
  readonly code = '55P03';
  readonly sur: 'cle' | 'parcours' | 'referent';

  constructor(sur: VerrouTenu['sur'], cause: unknown) {
    super(`Verrou tenu ailleurs : ${sur}.`, { cause });
    this.sur = sur;
  }
}

/** Names the lock that a statement waits for. */
export async function lock<T>(sur: VerrouTenu['sur'], attente: Promise<T>): Promise<T> {
  try {
    return await attente;
  } catch (erreur) {
    throw causeOf(erreur).code === '55P03' ? new VerrouTenu(sur, erreur) : erreur;
  }
}
