import { z } from 'zod';
import { disponibiliteOf } from '../../sante/sondes';
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
    smtp: dit.choix(['joignable', 'injoignable'], 'Le relais de messagerie.'),
  })
  .meta({ id: 'Disponibilite' });

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
      'PostgreSQL absent : non. Temporal ou le relais de messagerie absent : oui, les demandes sont prises ; effets et courriels partent à leur retour.',
    acces: 'libre',
    reponses: {
      200: { description: 'Prêt, ou dégradé.', schema: disponibilite },
      503: { description: 'PostgreSQL ne répond pas.', schema: disponibilite },
    },
    async repond(_, { sonde }) {
      const corps = disponibiliteOf(await sonde());
      return corps.etat === 'indisponible' ? rends(503, corps) : rends(200, corps);
    },
  }),
];
