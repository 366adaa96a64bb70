import { Client } from 'pg';
import { getEngin } from './engin';

type Colonne = { table: string; colonne: string; binaire: boolean };

/** Where a string is found in clear in a database: every text and every byte column of every table. */
export async function searchBase(url: string, cherche: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const trouvees: string[] = [];
    for (const { table, colonne, binaire } of await listColonnes(client)) {
      const [nom, table_] = [client.escapeIdentifier(colonne), client.escapeIdentifier(table)];
      const contient = binaire
        ? `position(convert_to($1, 'UTF8') in ${nom}) > 0`
        : `position($1 in ${nom}::text) > 0`;
      const { rows } = await client.query<{ n: string }>(
        `select count(*) as n from ${table_} where ${contient}`,
        [cherche],
      );
      if (Number(rows[0]?.n) > 0) trouvees.push(`${table}.${colonne}`);
    }
    return trouvees;
  } finally {
    await client.end();
  }
}

/** The same in both databases of the Temporal server shared by the test files. */
export async function searchTemporal(cherche: string): Promise<readonly string[]> {
  const trouvees = ['temporal', 'temporal_visibility'].map(async (base) => {
    const url = new URL(getEngin().adminUrl);
    url.pathname = `/${base}`;
    return (await searchBase(url.href, cherche)).map((ou) => `${base}.${ou}`);
  });
  return (await Promise.all(trouvees)).flat();
}

/** Whatever is not a number, a date or a yes-or-no can hold what a person wrote. */
async function listColonnes(client: Client): Promise<Colonne[]> {
  const { rows } = await client.query<Colonne>(`
    select c.table_name as table, c.column_name as colonne, c.data_type = 'bytea' as binaire
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.data_type !~ '^(smallint|integer|bigint|boolean|double|timestamp|date)'`);
  return rows;
}
