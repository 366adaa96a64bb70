import { isPannePassagere } from '../registre/acces/pannes';
import { renderAide, renderEmploi } from './aide';
import { MauvaisUsage, type Commande } from './commande';
import { docteur } from './docteur';
import { effacer } from './effacer';
import { importer } from './import';
import { jeton } from './jeton';
import { purge } from './purge';
import { reconstruire } from './reconstruire';
import { retours } from './retours';
import { reveiller } from './reveiller';

/** Every command of `npm run jalons -- COMMANDE`: one file each. */
const COMMANDES: Readonly<Record<string, Commande>> = {
  docteur,
  effacer,
  import: importer,
  jeton,
  purge,
  reconstruire,
  retours,
  reveiller,
};

const AIDE = ['aide', '--help', '-h'];
const MAUVAIS_USAGE = 2;

const say = (texte: string) => void process.stdout.write(texte);
const complain = (texte: string) => void process.stderr.write(texte);

/** One sentence: above its own, Prisma draws the code that called it. */
function explainErreur(erreur: unknown): string {
  if (isPannePassagere(erreur))
    return 'PostgreSQL ne répond pas à l’adresse de DATABASE_URL. « npm run jalons -- docteur » dit quoi réparer.';
  if (!(erreur instanceof Error)) return String(erreur);
  return erreur.name.startsWith('PrismaClient') ? erreur.message.replace(/^[^]*\n/, '') : erreur.message;
}

async function main([nom, ...args]: readonly string[]): Promise<number> {
  if (nom === undefined || AIDE.includes(nom)) {
    say(renderAide(COMMANDES));
    return 0;
  }
  const commande = Object.hasOwn(COMMANDES, nom) ? COMMANDES[nom] : undefined;
  if (commande === undefined) {
    complain(`La commande « ${nom} » n’existe pas.\n\n${renderAide(COMMANDES)}`);
    return MAUVAIS_USAGE;
  }
  if (args.includes('--help') || args.includes('-h')) {
    say(renderEmploi(nom, commande));
    return 0;
  }
  try {
    return await commande.run(args);
  } catch (erreur) {
    if (erreur instanceof MauvaisUsage) {
      complain(`${erreur.message}\n\n${renderEmploi(nom, commande)}`);
      return MAUVAIS_USAGE;
    }
    complain(`« ${nom} » n’a pas abouti : ${explainErreur(erreur)}\n`);
    return 1;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
