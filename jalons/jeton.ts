import { createJeton } from '../registre/acces/jetons';
import { portees as toutes } from '../registre/acces/portees';
import { withBase } from './base';
import { defineCommande, MauvaisUsage } from './commande';

const PAR_DEFAUT = ['lecture', 'ecriture'] as const;

/** A bearer token, shown once; the base keeps its hash only. */
export const jeton = defineCommande({
  resume: 'crée un jeton pour l’API, affiché une seule fois',
  suite: 'AGENT [LIBELLE]',
  options: {
    portees: {
      type: 'string',
      dit: `ce qu’il ouvre, séparé par des virgules : ${toutes.join(', ')} ; ou « toutes ». Sans rien dire : ${PAR_DEFAUT.join(', ')}`,
    },
  },
  async run({ values, positionals: [agent = '', libelle = agent, ...trop] }) {
    if (!/^[\w.-]{1,60}$/.test(agent) || trop.length > 0) {
      throw new MauvaisUsage(
        'Donnez l’agent qui signera les gestes (prenom.nom), puis un libellé au besoin.',
      );
    }
    const portees = parsePortees(values.portees);
    const cree = await withBase((base) => createJeton(base, { libelle, agent, portees }));
    process.stdout.write(`${cree}\n`);
    return 0;
  },
});

function parsePortees(lu: string | undefined) {
  if (lu === undefined) return PAR_DEFAUT;
  if (lu === 'toutes') return toutes;
  const demandees = lu.split(',').map((p) => p.trim());
  const inconnue = demandees.find((d) => !toutes.some((p) => p === d));
  if (inconnue !== undefined)
    throw new MauvaisUsage(`La portée « ${inconnue} » n’existe pas : ${toutes.join(', ')}, ou « toutes ».`);
  return toutes.filter((p) => demandees.includes(p));
}
