import { createJeton } from '../registre/acces/jetons';
import { withBase } from './base';
import { defineCommande, MauvaisUsage } from './commande';

/** A bearer token, shown once; the base keeps its hash only. */
export const jeton = defineCommande({
  resume: 'crée un jeton pour l’API, affiché une seule fois',
  suite: 'AGENT [LIBELLE]',
  options: {},
  async run({ positionals: [agent = '', libelle = agent, ...trop] }) {
    if (!/^[\w.-]{1,60}$/.test(agent) || trop.length > 0) {
      throw new MauvaisUsage(
        'Donnez l’agent qui signera les gestes (prenom.nom), puis un libellé au besoin.',
      );
    }
    const cree = await withBase((base) => createJeton(base, { libelle, agent }));
    process.stdout.write(`${cree}\n`);
    return 0;
  },
});
