import { getConfiguration } from '../config/configuration';
import { createBase } from '../registre/base';
import { createJeton } from '../registre/acces/jetons';

/** `npm run jeton -- AGENT [LIBELLE]`: a bearer token, shown once; the base keeps its hash only. */
async function main(): Promise<void> {
  const [agent, libelle = agent] = process.argv.slice(2);
  if (agent === undefined || libelle === undefined || !/^[\w.-]{1,60}$/.test(agent)) {
    process.stderr.write('Donnez l’agent qui signera les gestes : npm run jeton -- prenom.nom [libellé]\n');
    process.exitCode = 2;
    return;
  }
  const base = createBase(getConfiguration().DATABASE_URL, 1);
  try {
    process.stdout.write(`${await createJeton(base, { libelle, agent })}\n`);
  } finally {
    await base.$disconnect();
  }
}

main().catch((erreur: unknown) => {
  process.stderr.write(
    `Le jeton n’a pas été créé : ${erreur instanceof Error ? erreur.message : String(erreur)}\n`,
  );
  process.exitCode = 1;
});
