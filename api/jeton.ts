import { parseArgs } from 'node:util';
import { getConfiguration } from '../config/configuration';
import { createBase } from '../registre/base';
import { createJeton } from '../registre/acces/jetons';
import { portees as toutes } from '../registre/acces/portees';

const EMPLOI = `Donnez l’agent qui signera les gestes, et ce que le jeton ouvre :
  npm run jeton -- prenom.nom [libellé] [--portees=lecture,ecriture]
Portées : ${toutes.join(', ')} ; ou « toutes ». Sans rien dire : lecture, ecriture.
`;

/** `npm run jeton -- AGENT [LIBELLE] [--portees=…]`: a bearer token, shown once; the base keeps its hash only. */
async function main(): Promise<void> {
  const lu = readArguments();
  if (lu === null) {
    process.stderr.write(EMPLOI);
    process.exitCode = 2;
    return;
  }
  const base = createBase(getConfiguration().DATABASE_URL, 1);
  try {
    process.stdout.write(`${await createJeton(base, lu)}\n`);
  } finally {
    await base.$disconnect();
  }
}

function readArguments() {
  const { values, positionals } = parseArgs({
    options: { portees: { type: 'string', default: 'lecture,ecriture' } },
    allowPositionals: true,
  });
  const [agent, libelle = agent] = positionals;
  const demandees = values.portees === 'toutes' ? toutes : values.portees.split(',');
  const portees = toutes.filter((p) => demandees.includes(p));
  if (agent === undefined || libelle === undefined || !/^[\w.-]{1,60}$/.test(agent)) return null;
  return portees.length === demandees.length ? { agent, libelle, portees } : null;
}

main().catch((erreur: unknown) => {
  process.stderr.write(
    `Le jeton n’a pas été créé : ${erreur instanceof Error ? erreur.message : String(erreur)}\n`,
  );
  process.exitCode = 1;
});
