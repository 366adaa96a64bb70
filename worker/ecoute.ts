import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Logger } from 'pino';

/** LISTEN on a connection of its own. Notices are hints only: whoever needs them sweeps as well. */
export type Ecoute = {
  readonly on: (canal: string, ecouteur: (message: string) => void) => () => void;
  readonly stop: () => Promise<void>;
};

const CANAUX = ['jalons_reveil', 'jalons_promenade'] as const;
const REPRISE_MS = 1_000;

export function startEcoute(databaseUrl: string, logger: Logger): Ecoute {
  const emetteur = new EventEmitter();
  let fini = false;
  let client: pg.Client | null = null;

  const connect = async () => {
    if (fini) return;
    const nouveau = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2_000 });
    nouveau.on('error', () => undefined);
    nouveau.on('end', () => {
      if (!fini) setTimeout(() => void connect(), REPRISE_MS);
    });
    nouveau.on('notification', ({ channel, payload }) => emetteur.emit(channel, payload ?? ''));
    try {
      await nouveau.connect();
      for (const canal of CANAUX) await nouveau.query(`LISTEN ${canal}`);
      client = nouveau;
    } catch (erreur) {
      logger.warn({ erreur: String(erreur) }, 'écoute de PostgreSQL interrompue');
      await nouveau.end().catch(() => undefined);
    }
  };
  void connect();
  return {
    on(canal, ecouteur) {
      emetteur.on(canal, ecouteur);
      return () => emetteur.off(canal, ecouteur);
    },
    async stop() {
      fini = true;
      await client?.end().catch(() => undefined);
    },
  };
}
