/** A field of ours, the column where it goes and its type: `['parcours_id', 'uuid']`. */
type Colonnes<L> = { readonly [K in keyof L]-?: readonly [colonne: string, type: string] };

/** `INSERT` of any number of rows in one statement of one value, `liste`: all of them, in JSON. */
export function insertionOf<L>(table: string, colonnes: Colonnes<L>, suite = '', liste = '$1'): string {
  const champs = Object.entries<readonly [string, string]>(colonnes);
  const noms = champs.map(([, [colonne]]) => colonne).join(', ');
  const lus = champs.map(([champ]) => `x."${champ}"`).join(', ');
  const types = champs.map(([champ, [, type]]) => `"${champ}" ${type}`).join(', ');
  return `INSERT INTO ${table} (${noms}) SELECT ${lus} FROM jsonb_to_recordset(${liste}::jsonb) AS x(${types}) ${suite}`;
}
