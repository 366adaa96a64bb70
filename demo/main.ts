import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { getConfiguration } from '../config/configuration';
import { instantAt } from '../domain/temps/heure-locale';
import { jour } from '../domain/temps/jour';
import { createChronique, jourDit, tableau } from './jeu/chronique';
import { differences, releveDuMonde } from './jeu/comparaison';
import { createGuichet } from './jeu/guichet';
import { liveHistoire } from './jeu/histoire-jouee';
import { openParcours } from './jeu/ouvertures';
import { readReleve } from './jeu/releve-reel';
import { writeHistoire } from './oracle/histoire';
import { walkTo } from './oracle/marche';
import { passationsOf, portefeuille } from './vies/portefeuille';
import { viesDeLaLoi } from './vies/vies-de-la-loi';
import { sixVies } from './vies/six-vies';

const DEBUT = jour('2025-01-06');
const FIN = jour('2026-08-31');

/**
 * Six written lives, or all of them (`--toutes`), from a real CSV, through the API, on the real engine: eighteen
 * months walked in a minute or two, then held against the oracle. Answers a non-zero code on any difference.
 */
async function main(): Promise<number> {
  const { API_PORT, JALONS_PORT_COURRIELS } = getConfiguration();
  const lesquelles = process.argv.includes('--toutes') ? 'toutes' : 'six';
  const vies = lesquelles === 'toutes' ? [...sixVies, ...viesDeLaLoi, ...portefeuille] : sixVies;
  const depart = Date.now();
  const chronique = createChronique(process.stdout);
  const g = createGuichet(`http://127.0.0.1:${API_PORT}`, createJetonDeDemonstration());
  const maintenant = instantAt(DEBUT, '09:00', 'metropole');
  await g.post('/horloge/gel', { a: maintenant });

  const { monde, suivies, structures } = await openParcours(g, maintenant, vies, lesquelles);
  const titres = new Map(vies.map(({ code, titre }) => [code, titre]));
  chronique.phrase(`${jourDit(maintenant)}  ${titres.size} vies écrites :`);
  for (const [code, titre] of titres) chronique.phrase(`            ${code.padEnd(14)}  ${titre}`);
  const passations = passationsOf(suivies);
  const gestes = writeHistoire(monde, suivies, DEBUT, FIN, passations);
  const fin = instantAt(FIN, '18:00', 'metropole');
  walkTo(monde, fin);

  const duree = Date.parse(fin) - Date.parse(maintenant);
  const suit = ({ rendueA, attente }: { rendueA: typeof fin | null; attente: string | null }) => {
    if (attente !== null) chronique.phrase(attente);
    if (rendueA !== null) chronique.avance(rendueA, Date.parse(rendueA) - Date.parse(maintenant), duree);
  };
  const dit = (phrase: string) => chronique.phrase(phrase);
  const { pas, ecarts: inattendus } = await liveHistoire(g, { gestes, passations, fin, suit, dit });

  const boite = `http://127.0.0.1:${JALONS_PORT_COURRIELS}`;
  const obtenu = await readReleve(g, boite, [...monde.parcours.keys()], structures);
  const ecarts = [...inattendus, ...differences(releveDuMonde(monde), obtenu)];
  chronique.phrase('');
  chronique.phrase(tableau(monde, new Map(suivies.map(({ parcoursId, vie }) => [parcoursId, vie.code]))));
  const secondes = ((Date.now() - depart) / 1000).toFixed(0);
  chronique.phrase(`${jourDit(maintenant)} – ${jourDit(fin)} : ${pas} arrêts de l’horloge en ${secondes} s.`);
  for (const ecart of ecarts.slice(0, 20)) chronique.phrase(`DIFFÉRENCE  ${ecart}`);
  chronique.phrase(
    ecarts.length === 0
      ? 'Vérification : le moteur a fait exactement ce que dit la loi (échéances, courriels, créneaux).'
      : `Vérification : ${ecarts.length} différences avec ce que dit la loi.`,
  );
  return ecarts.length === 0 ? 0 : 1;
}

/** The API gives no token over HTTP: a person creates the first one on the machine, as in a département. */
function createJetonDeDemonstration(): string {
  const racine = path.join(__dirname, '..');
  const programme = ['tools/typescript.cjs', 'jalons/main.ts'];
  const args = [...programme, 'jeton', 'demonstration', '--portees=toutes'];
  return execFileSync(process.execPath, args, { cwd: racine, encoding: 'utf8' }).trim();
}

main().then(
  (code) => process.exit(code),
  (erreur: unknown) => {
    process.stderr.write(
      `La démonstration s’arrête : ${erreur instanceof Error ? erreur.message : String(erreur)}\n`,
    );
    process.exit(1);
  },
);
