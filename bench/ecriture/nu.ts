import express from 'express';
import { Pool } from 'pg';

/**
 * The naive twin of a write: express, its JSON parser, the plainest pool of `pg`, one INSERT that commits by itself.
 * No token, no schema, no law, no lock, no key, no journal, no log: the floor under any API on this machine.
 */
const [databaseUrl = '', port = '0', connexions = '10'] = process.argv.slice(2);
const pool = new Pool({ connectionString: databaseUrl, max: Number(connexions) });
const app = express();
app.get('/healthz', (_req, res) => void res.json({ etat: 'vivant' }));
app.post('/rendez-vous', express.json({ limit: '100kb' }), async (req, res) => {
  const { rows } = await pool.query<{ id: string }>('INSERT INTO nu (corps) VALUES ($1) RETURNING id', [
    JSON.stringify(req.body),
  ]);
  res.json({ id: rows[0]?.id });
});
app.listen(Number(port), '127.0.0.1');
