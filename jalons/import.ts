import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readApercu } from '../imports/apercu';
import { getConfiguration } from '../config/configuration';
import { FichierIllisible } from '../imports/illisible';
import { renderRaison, renderRejets } from '../imports/rejets';
import { inTransaction, type Base } from '../registre/base';
import { PAR_JOUR, type ImportSuivi } from '../registre/imports/imports';
import { confirmImport, findImport, listLignes } from '../registre/imports/suivi.prisma';
import { createAvancement } from './avancement';
import { withBase } from './base';
import { defineCommande, MauvaisUsage } from './commande';
import { renderImport } from './import-dit';

const IDENTIFIANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Reasons shown; the others are in the file of what was set aside. */
const MONTREES = 20;
const SUIVI_MS = 500;

/** A list of people and their parcours: read and reported on; done only when asked. */
export const importer = defineCommande({
  resume:
    'lit une liste de personnes et de leurs parcours (CSV), dit ce qu’elle ferait, et le fait si on le demande',
  suite: 'FICHIER',
  options: {
    appliquer: { type: 'boolean', dit: 'fait ce que l’aperçu annonce ; sans elle, rien n’est inscrit' },
    'par-jour': {
      type: 'string',
      dit: `ouvertures par jour ouvré et par référent, ${PAR_JOUR} sans rien dire ; 0 : toutes à la fois`,
    },
    silencieux: {
      type: 'boolean',
      dit: 'n’écrit à personne à l’ouverture : chaque référent remet lui-même la première convocation',
    },
    rejets: { type: 'string', dit: 'fichier où écrire les lignes rejetées ; rejets.csv sans rien dire' },
    reprendre: {
      type: 'string',
      dit: 'suit, ou confirme avec --appliquer, un import déjà lu, par son identifiant',
    },
    agent: {
      type: 'string',
      dit: 'l’agent qui signe les ouvertures (prenom.nom) ; « exploitation » sans rien dire',
    },
  },
  async run({ values, positionals: [fichier, ...trop] }) {
    if (trop.length > 0 || (fichier === undefined) === (values.reprendre === undefined))
      throw new MauvaisUsage('Donnez un fichier CSV, ou --reprendre et l’identifiant d’un import.');
    if (values.reprendre !== undefined && !IDENTIFIANT.test(values.reprendre))
      throw new MauvaisUsage('Donnez à --reprendre l’identifiant d’un import.');
    const parJour = parseParJour(values['par-jour']);
    const agent = values.agent ?? 'exploitation';
    if (!/^[\w.-]{1,60}$/.test(agent)) throw new MauvaisUsage('Donnez à --agent un nom comme prenom.nom.');
    return withBase(async (base) => {
      const id =
        fichier === undefined
          ? (values.reprendre ?? '').toLowerCase()
          : await readFichier(base, fichier, {
              par: `agent:${agent}`,
              ...{ parJour: parJour ?? PAR_JOUR, silencieux: values.silencieux === true },
            });
      const lu = await getImport(base, id);
      if (lu.etat === 'apercu') {
        await report(base, lu, values.rejets ?? 'rejets.csv');
        if (values.appliquer !== true) {
          say(
            `Rien n’a été inscrit. Pour le faire : npm run jalons -- import --reprendre ${id} --appliquer\n`,
          );
          return lu.rejetes > 0 ? 1 : 0;
        }
        const rythme = {
          ...(parJour !== null && { parJour }),
          ...(values.silencieux === true && { silencieux: true }),
        };
        await inTransaction(base, (tx) => confirmImport(tx, id, rythme));
      }
      const fin = await follow(base, id);
      say(renderImport(fin));
      if (fin.rejetes > 0) await writeRejets(base, fin, values.rejets ?? 'rejets.csv');
      return fin.rejetes > 0 ? 1 : 0;
    }, 2);
  },
});

const say = (texte: string) => void process.stdout.write(texte);

function parseParJour(lu: string | undefined): number | null {
  if (lu === undefined) return null;
  if (!/^\d{1,4}$/.test(lu)) throw new MauvaisUsage('Donnez à --par-jour un nombre entier.');
  return Number(lu);
}

async function getImport(base: Base, id: string): Promise<ImportSuivi> {
  const lu = await findImport(base, id);
  if (lu === null || lu.etat === 'lecture') throw new Error('aucun import lu ne porte cet identifiant.');
  return lu;
}

async function readFichier(
  base: Base,
  fichier: string,
  x: { readonly par: `agent:${string}`; readonly parJour: number; readonly silencieux: boolean },
): Promise<string> {
  const { size } = await stat(fichier).catch(() => {
    throw new MauvaisUsage(`Le fichier « ${fichier} » n’existe pas.`);
  });
  if (size === 0) throw new FichierIllisible('Ce fichier est vide.');
  const avancement = createAvancement({ total: null, unite: 'lignes lues' });
  const saisie = { mode: getConfiguration().JALONS_MODE, ...x };
  const { id, ignorees } = await readApercu(base, createReadStream(fichier), saisie, avancement.advance);
  avancement.end();
  if (ignorees.length > 0)
    say(`Colonnes laissées de côté : ${ignorees.map((c) => `« ${c} »`).join(', ')}.\n`);
  return id;
}

async function report(base: Base, lu: ImportSuivi, rejets: string): Promise<void> {
  say(renderImport(lu));
  if (lu.rejetes === 0) return;
  const lignes = await listLignes(base, lu.id, { verdict: 'rejete', apres: 0, limite: MONTREES });
  for (const { numero, raisons } of lignes)
    say(`  ligne ${numero} : ${raisons.map(renderRaison).join(' ')}\n`);
  if (lu.rejetes > lignes.length) say(`  … et ${lu.rejetes - lignes.length} autres.\n`);
  await writeRejets(base, lu, rejets);
}

/** People's data: for whoever runs the command alone. */
async function writeRejets(base: Base, lu: ImportSuivi, fichier: string): Promise<void> {
  await pipeline(Readable.from(renderRejets(base, lu)), createWriteStream(fichier, { mode: 0o600 }));
  say(`Lignes rejetées : ${fichier}, à corriger et à renvoyer tel quel.\n`);
}

/** Until everybody is listed and what is due is open; what opens another day needs nobody to watch. */
async function follow(base: Base, id: string): Promise<ImportSuivi> {
  let lu = await getImport(base, id);
  const avancement = createAvancement({
    total: lu.aInscrire,
    unite: 'personnes inscrites',
    parLeWorker: true,
  });
  for (let reste = lu.aInscrire; lu.etat === 'en_cours' && lu.aInscrire > 0;) {
    await new Promise((resolve) => setTimeout(resolve, SUIVI_MS));
    lu = await getImport(base, id);
    avancement.advance(reste - lu.aInscrire);
    reste = lu.aInscrire;
  }
  avancement.end();
  return lu;
}
