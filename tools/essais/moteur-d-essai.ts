import { readdirSync } from 'node:fs';
import path from 'node:path';
import { getConfiguration } from '../../config/configuration';
import { createDossierJetable, isTemporalGiven, startMoteur, type Moteur } from '../moteur/moteur';
import { findFreePorts } from '../moteur/ports';
import { deployMigrations } from '../systeme/migrations';
import { ROOT } from './commandes';
import { findNavigateur } from './navigateur';
import { namespaceOf } from './espaces';

/** The migrated database that each server test file copies. */
const MODELE = 'jalons_modele';

/** What cannot be asked of a server that the person gives: neither stopped, nor emptied, nor searched. */
const DEMANDENT_LE_NOTRE: Record<string, string> = {
  'test/workflows/pannes.serveur.test.ts': 'arrête Temporal et vide ses bases',
  'test/workflows/canari.serveur.test.ts': 'fouille les bases de Temporal',
};

/** Left out, not skipped: said in one line each, and kept from Jest (jest.config.cjs). */
function listLaisses(env: NodeJS.ProcessEnv): readonly string[] {
  return isTemporalGiven(env) ? Object.keys(DEMANDENT_LE_NOTRE) : [];
}

const explainLaisse = (fichier: string): string =>
  `Laissé de côté, car le serveur Temporal donné n’est pas le nôtre : ${fichier} ${DEMANDENT_LE_NOTRE[fichier] ?? ''}.`;

function findServerTests(): string[] {
  const found = readdirSync(path.join(ROOT, 'test'), { recursive: true, encoding: 'utf8' });
  return found
    .filter((file) => /\.serveur\.test\.tsx?$/.test(file))
    .map((file) => path.join(ROOT, 'test', file));
}

/** Where the API is fuzzed. */
export const NAMESPACE_FUZZ = 'essais-fuzz';

export type MoteurDEssai = { moteur: Moteur; modele: string; env: Record<string, string> };

/** The real servers, on free ports and throw-away data: beside a running `npm start` they disturb nothing. */
export async function startMoteurDEssai(dossier: string): Promise<MoteurDEssai> {
  // Before anything runs: without a browser, nothing is left behind.
  const navigateur = await findNavigateur();
  const namespaces = findServerTests().map((file) => namespaceOf(file, ROOT));
  const [postgres = 0, temporal = 0] = await findFreePorts(2);
  const progres = (phrase: string) => process.stdout.write(`${phrase}\n`);
  const moteur = await startMoteur({
    dossier,
    cache: getConfiguration().JALONS_CACHE,
    ports: { postgres, temporal, ui: null },
    namespaces: [...namespaces, NAMESPACE_FUZZ],
    jetable: true,
    pendant: (base) => deployMigrations(base, MODELE, progres),
    progres,
  });
  const laisses = listLaisses(process.env);
  for (const fichier of laisses) progres(explainLaisse(fichier));
  const env = {
    JALONS_TEST_LAISSES: laisses.join(','),
    JALONS_TEST_PG_URL: moteur.databaseUrl('postgres'),
    JALONS_TEST_MODELE: MODELE,
    JALONS_TEST_TEMPORAL: moteur.temporalAddress,
    JALONS_TEST_NAMESPACES: namespaces.join(','),
    JALONS_TEST_NAVIGATEUR: navigateur,
  };
  return { moteur, modele: MODELE, env };
}

export const newDossierDEssai = () => createDossierJetable('essais');
