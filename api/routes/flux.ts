import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { renderFlux } from '../../domain/courriels/ics';
import { createFlux, listFlux, readFlux, revokeFlux } from '../../registre/agenda/flux.prisma';
import { identifiant } from '../contrat/champs';
import { calendrier, fluxCree, listeFlux } from '../contrat/flux';
import { problemeOfPrise } from '../prise';
import { defineRoute, rends, rienARendre, V1, type Route } from '../route';

const params = z.strictObject({ id: identifiant('Identifiant du référent.') });

/** A référent's appointments in the calendar of his choice, by an address that only he knows. */
export const routesFlux: readonly Route[] = [
  defineRoute({
    methode: 'post',
    chemin: `${V1}/referents/{id}/flux`,
    groupe: 'Référents',
    resume: 'Créer l’adresse secrète de l’agenda d’un référent',
    description:
      'Pour un logiciel d’agenda. L’adresse n’est montrée qu’une fois : aucune clé d’idempotence n’en garde la copie.',
    portee: 'administration',
    params,
    sansCle: true,
    reponses: { 201: { description: 'L’adresse, cette fois seulement.', schema: fluxCree } },
    async repond({ params: { id } }, { base, apiUrl }) {
      const cree = await createFlux(base, id, randomUUID());
      if (cree === null) return problemeOfPrise.inconnue;
      const [flux, secret] = cree;
      return rends(201, { ...flux, url: `${apiUrl}/agenda/${secret}.ics` });
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/referents/{id}/flux`,
    groupe: 'Référents',
    resume: 'Lister les adresses secrètes de l’agenda d’un référent, sans les montrer',
    portee: 'administration',
    params,
    reponses: { 200: { description: 'De la plus ancienne à la plus récente.', schema: listeFlux } },
    async repond({ params: { id } }, { base }) {
      const flux = await listFlux(base, id);
      return flux === null ? problemeOfPrise.inconnue : rends(200, { flux });
    },
  }),
  defineRoute({
    methode: 'delete',
    chemin: `${V1}/referents/{id}/flux/{fluxId}`,
    groupe: 'Référents',
    resume: 'Révoquer une adresse secrète : elle n’ouvre plus rien',
    portee: 'administration',
    params: params.extend({ fluxId: identifiant('Identifiant de l’adresse.') }),
    sansCle: true,
    reponses: { 204: rienARendre },
    repond: async ({ params: { id, fluxId } }, { base }) =>
      (await revokeFlux(base, id, fluxId)) ? rends(204, null) : problemeOfPrise.inconnue,
  }),
  defineRoute({
    methode: 'get',
    chemin: '/agenda/{secret}.ics',
    groupe: 'Référents',
    operation: 'readAgenda',
    resume: 'S’abonner à l’agenda d’un référent',
    description: 'Heures et lieux seulement : ni nom, ni motif. « If-None-Match » est entendu.',
    acces: 'secret',
    params: z.strictObject({
      secret: z
        .string()
        .regex(/^[\w-]{43}$/)
        .meta({ description: 'Le secret de l’adresse.' }),
    }),
    reponses: {
      200: { description: 'Le calendrier.', schema: calendrier, type: 'text/calendar' },
      304: { description: 'Inchangé.', schema: z.null() },
    },
    async repond({ params: { secret } }, { base, apiUrl, debit }) {
      const cle = createHash('sha256').update(secret).digest('hex');
      await debit(`agenda:${cle}`);
      const attendus = await readFlux(base, secret);
      if (attendus === null) return problemeOfPrise.inconnue;
      const ics = renderFlux(attendus.map((r) => ({ ...r, url: `${apiUrl}/parcours/${r.parcoursId}` })));
      const etag = createHash('sha256').update(ics).digest('base64url');
      return rends(200, ics, { ETag: `"${etag}"`, 'Cache-Control': 'private, no-cache' });
    },
  }),
];
