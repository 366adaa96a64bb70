import { readConfiguration, type Configuration } from '../config/configuration';
import { createBase } from '../registre/base';
import { createClient } from '../temporal/connexion';
import { defineCommande } from './commande';
import { etatOf, natureOf, renderConstats, rouge, type Constat } from './docteur/constat';
import { examineCourriels } from './docteur/courriels';
import { examineApi, examineConfiguration, examineNode } from './docteur/environnement';
import { examinePostgresql } from './docteur/postgresql';
import { examineHorloge, examineRetards, examineWorkflows } from './docteur/registre';
import { examineTemporal } from './docteur/temporal';

const CODES = { vert: 0, orange: 1, rouge: 2 } as const;

/** Looks at everything Jalons stands on, changes nothing, and says how to mend what is wrong. */
export const docteur = defineCommande({
  resume: 'examine tout ce sur quoi Jalons repose et dit comment réparer',
  options: { json: { type: 'boolean', dit: 'en JSON, pour une machine' } },
  run: async ({ values: { json = false } }) => {
    const { etat, constats } = await examineTout();
    process.stdout.write(
      json ? `${JSON.stringify({ etat, constats }, null, 2)}\n` : renderConstats(constats),
    );
    return CODES[etat];
  },
});

export async function examineTout() {
  const lecture = readConfiguration();
  const constats = [examineNode(), examineConfiguration(lecture)];
  if (lecture.ok) constats.push(...(await examineSysteme(lecture.configuration)));
  return { etat: etatOf(constats), constats };
}

async function examineSysteme(config: Configuration): Promise<readonly Constat[]> {
  const base = createBase(config.DATABASE_URL, 3);
  const client = createClient(config.TEMPORAL_NAMESPACE);
  try {
    const [postgresql, temporal, courriels] = await Promise.all([
      examinePostgresql(base, config),
      examineTemporal(client, config),
      examineCourriels(config),
    ]);
    const heure = () => (postgresql.joignable ? Date.now() - postgresql.avanceMs : null);
    const api = await examineApi(config, heure);
    const registre = postgresql.joignable
      ? await Promise.all([
          look('Horloge', () => examineHorloge(base, config)),
          look('Échéances', () => examineRetards(base)),
          ...(temporal.joignable
            ? [look('Workflows', async () => [await examineWorkflows(base, client, config)])]
            : []),
        ])
      : [];
    return [...postgresql.constats, ...temporal.constats, courriels, ...api, ...registre.flat()];
  } finally {
    await Promise.all([base.$disconnect(), client.connection.close()]);
  }
}

/** One look that fails does not hide the others: a base without its migrations has no table to look at. */
async function look(sujet: string, examine: () => Promise<readonly Constat[]>): Promise<readonly Constat[]> {
  try {
    return await examine();
  } catch (erreur) {
    const dit = `n’a pas pu être examiné (${natureOf(erreur)})`;
    return [rouge(sujet, dit, 'Réparez d’abord les lignes rouges qui précèdent, puis recommencez.')];
  }
}
