import { Client } from 'pg';
import { getConfiguration } from '../config/configuration';
import { readReglagesTemporal } from '../temporal/connexion';
import { api } from './api';
import { cinquante } from './cinquante';
import { courriels } from './courriels';
import { ecritureApi } from './ecriture-api';
import { calibrate } from './etalons/etalons';
import { demarrage } from './demarrage';
import { importation } from './import';
import { jumeau } from './jumeau';
import type { Banc, Ligne, Mesure } from './mesure';
import { secondes } from './nombres';
import { renderTableau } from './tableau';
import { reveils } from './reveils';
import { vie } from './vie';

const MESURES: readonly Mesure[] = [
  jumeau,
  vie,
  cinquante,
  reveils,
  demarrage,
  ecritureApi,
  importation,
  api,
  courriels,
];

/** Runs the measures, all or the named ones, between two readings of the machine; ends with one table. */
async function main(demandees: readonly string[]): Promise<number> {
  const inconnues = demandees.filter((nom) => !MESURES.some((m) => m.nom === nom));
  if (inconnues.length > 0) {
    process.stderr.write(
      `Mesure inconnue : ${inconnues.join(', ')}. Il y a : ${MESURES.map((m) => m.nom).join(', ')}.\n`,
    );
    return 1;
  }
  const banc = createBanc();
  const lignes: Ligne[] = [...(await calibrate(banc, 'au début'))];
  for (const { nom, mesure } of MESURES) {
    if (demandees.length > 0 && !demandees.includes(nom)) continue;
    banc.dit(`Mesure « ${nom} »`);
    const debut = Date.now();
    lignes.push({ quoi: '', valeur: '' }, ...(await mesure(banc)));
    banc.dit(`  fini en ${secondes(Date.now() - debut)}`);
  }
  lignes.push({ quoi: '', valeur: '' }, ...(await calibrate(banc, 'à la fin')));
  process.stdout.write(`\n${renderTableau(lignes)}\n\nComment les lire : docs/mesures.md\n`);
  return 0;
}

function createBanc(): Banc {
  const { API_URL, DATABASE_URL, TEMPORAL_NAMESPACE } = getConfiguration();
  const { connectionOptions, namespace } = readReglagesTemporal(TEMPORAL_NAMESPACE);
  const modele = process.env['JALONS_MODELE'];
  if (modele === undefined) throw new Error('Lancez npm run bench : il prépare le système mesuré.');
  const depart = Date.now();
  return {
    apiUrl: API_URL,
    databaseUrl: DATABASE_URL,
    temporalAddress: connectionOptions.address ?? '',
    namespace,
    createBase: (nom) => copyBase(DATABASE_URL, modele, nom),
    dit: (phrase) =>
      process.stdout.write(`[${String(Math.floor((Date.now() - depart) / 1000)).padStart(4)} s] ${phrase}\n`),
  };
}

async function copyBase(url: string, modele: string, nom: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const base = client.escapeIdentifier(`banc_${nom}`);
    await client.query(`drop database if exists ${base} with (force)`);
    await client.query(`create database ${base} template ${client.escapeIdentifier(modele)}`);
  } finally {
    await client.end();
  }
  const adresse = new URL(url);
  adresse.pathname = `/banc_${nom}`;
  return adresse.href;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (erreur: unknown) => {
    process.stderr.write(
      `Le banc s’arrête : ${erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur)}\n`,
    );
    process.exit(1);
  },
);
