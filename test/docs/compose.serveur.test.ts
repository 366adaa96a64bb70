import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { getConfiguration } from '../../config/configuration';
import { createDossierJetable } from '../../tools/moteur/moteur';
import { findFreePorts } from '../../tools/moteur/ports';
import { Postgres } from '../../tools/moteur/postgres';
import { obtainTemporal } from '../../tools/moteur/temporal-programmes';

/** The job of docker-compose.yml, with the same tool as in its image, on a real PostgreSQL. */
test('le travail « temporal-schema » crée les deux bases, et peut être relancé', async () => {
  const programmes = await obtainTemporal({
    cache: getConfiguration().JALONS_CACHE,
    searched: '',
    progres: () => undefined,
  });
  if (programmes.origine !== 'construits') throw new Error('Les programmes construits manquent.');
  const dossier = createDossierJetable('schema');
  const [port = 0] = await findFreePorts(1);
  const postgres = new Postgres({ dossier, port, durable: false, progres: () => undefined });
  await postgres.start();
  try {
    const env = {
      PATH: `${path.dirname(programmes.schema)}:${process.env['PATH'] ?? ''}`,
      POSTGRES_SEEDS: '127.0.0.1',
      DB_PORT: String(port),
      POSTGRES_USER: 'postgres',
      SQL_PASSWORD: 'jalons',
    };
    const run = () =>
      execFileSync('sh', [path.join(__dirname, '../../tools/temporal/schema.sh')], { env, stdio: 'pipe' });
    run();
    const version = () => postgres.query('temporal', 'select curr_version from schema_version');
    const [first] = await version();
    expect(first?.['curr_version']).toMatch(/^1\./);
    run();
    expect(await version()).toEqual([first]);
  } finally {
    await postgres.stop();
    rmSync(dossier, { recursive: true, force: true });
  }
});
