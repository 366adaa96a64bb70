import { z } from 'zod';
import type { Base } from '../../registre/base';
import { dit } from '../contrat/champs';
import { defineRoute, rends, type Route } from '../route';

const sante = z.strictObject({ etat: dit.choix(['vivant'], 'Le processus répond.') }).meta({ id: 'Sante' });

const disponibilite = z
  .strictObject({
    etat: dit.choix(
      ['pret', 'degrade', 'indisponible'],
      '« degrade » : les demandes sont prises, les effets attendent.',
    ),
    postgresql: dit.choix(['joignable', 'injoignable'], 'La base.'),
    temporal: dit.choix(['joignable', 'injoignable'], 'Le moteur.'),
  })
  .meta({ id: 'Disponibilite' });

/** A probe that waits for a frozen base says nothing useful. */
const DELAI_MS = 1_500;

export const routesService: readonly Route[] = [
  defineRoute({
    methode: 'get',
    chemin: '/healthz',
    groupe: 'Service',
    resume: 'Le processus répond-il ?',
    acces: 'libre',
    reponses: { 200: { description: 'Oui.', schema: sante } },
    repond: () => Promise.resolve(rends(200, { etat: 'vivant' as const })),
  }),
  defineRoute({
    methode: 'get',
    chemin: '/readyz',
    groupe: 'Service',
    resume: 'Le service peut-il travailler ?',
    description:
      'PostgreSQL absent : non. Temporal absent : oui, les demandes sont prises et exécutées à son retour.',
    acces: 'libre',
    reponses: {
      200: { description: 'Prêt, ou dégradé.', schema: disponibilite },
      503: { description: 'PostgreSQL ne répond pas.', schema: disponibilite },
    },
    async repond(_, { base, reveil }) {
      const [postgresql, temporal] = await Promise.all([ping(base), reveil.isReachable()]);
      const corps = { postgresql: dite(postgresql), temporal: dite(temporal) };
      if (!postgresql) return rends(503, { etat: 'indisponible' as const, ...corps });
      return rends(200, { etat: temporal ? ('pret' as const) : ('degrade' as const), ...corps });
    },
  }),
];

const dite = (joignable: boolean): 'joignable' | 'injoignable' => (joignable ? 'joignable' : 'injoignable');

async function ping(base: Base): Promise<boolean> {
  const question = base.$queryRaw`SELECT 1 AS un`.then(
    () => true,
    () => false,
  );
  let minuterie: NodeJS.Timeout | undefined;
  const trop = new Promise<boolean>((resolve) => {
    minuterie = setTimeout(() => resolve(false), DELAI_MS);
  });
  return Promise.race([question, trop]).finally(() => clearTimeout(minuterie));
}
