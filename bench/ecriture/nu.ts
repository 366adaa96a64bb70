import express from 'express';
import { Pool } from 'pg';

/**
 * The naive twin of a write: express, its JSON parser, the pool of `pg`, one INSERT that commits by itself. No token,
 * no schema, no law, no lock, no key, no journal, no log: the floor under any API on this machine.
 */
async function main(): Promise<void> {
  const {
    DATABASE_URL: connectionString,
    DATABASE_CONNEXIONS: max = '10',
    API_PORT: port = '0',
  } = process.env;
  const pool = new Pool({ connectionString, max: Number(max) });
  await pool.query(`CREATE TABLE nu (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), corps jsonb NOT NULL, cree_a timestamptz NOT NULL DEFAULT now())`);
  const app = express();
  app.get('/healthz', (_req, res) => void res.json({ etat: 'vivant' }));
  app.post(
    '/api/v1/parcours/:id/rendez-vous',
    express.json({ limit: '100kb', type: 'application/json' }),
    async (req, res) => {
      const values = [JSON.stringify(req.body)];
      const { rows } = await pool.query<{ id: string }>(
        'INSERT INTO nu (corps) VALUES ($1) RETURNING id',
        values,
      );
      res.json({ id: rows[0]?.id });
    },
  );
  app.listen(Number(port), '127.0.0.1');
}

void main();
