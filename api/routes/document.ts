import { z } from 'zod';
import { renderOpenApi } from '../openapi';
import { defineRoute, rends, V1, type Route } from '../route';

const documentOpenApi = z
  .looseObject({ openapi: z.string().meta({ description: 'Version d’OpenAPI.' }) })
  .meta({ id: 'DocumentOpenApi' });

/** The document that all the routes say of themselves, this one included. */
export function createRouteDocument(routes: () => readonly Route[]): Route {
  let rendu: z.output<typeof documentOpenApi> | undefined;
  return defineRoute({
    methode: 'get',
    chemin: `${V1}/openapi.json`,
    groupe: 'Service',
    resume: 'Lire ce document (OpenAPI 3.1)',
    acces: 'libre',
    reponses: { 200: { description: 'Le document.', schema: documentOpenApi } },
    repond: (_, { apiUrl }) => {
      rendu ??= { ...renderOpenApi(routes(), apiUrl) };
      return Promise.resolve(rends(200, rendu));
    },
  });
}
