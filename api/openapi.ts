import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { probleme } from './contrat/probleme';
import { V1, type Route } from './route';

const JETON = 'jeton';

/** Why a status other than those of the route may come: said once, for every route. */
const PROBLEMES = {
  400: 'Saisie à corriger, champ par champ, ou requête illisible.',
  401: 'Jeton absent, inconnu ou révoqué.',
  404: 'Rien à cette adresse, ou pas d’accès.',
  409: 'L’état des choses s’y oppose : refus de la loi du dispositif, ou conflit.',
  413: 'Corps trop gros.',
  415: 'Le corps n’est pas du JSON en UTF-8.',
  422: 'La valeur demandée ne peut pas être acceptée, ou la clé d’idempotence a servi à autre chose.',
  500: 'Erreur interne, avec sa référence.',
  503: 'Momentanément indisponible : réessayez avec la même clé d’idempotence.',
} as const;

const entetesEcriture = z.object({
  'Idempotency-Key': z.string().min(1).max(200).optional().meta({
    description: 'La même clé et le même corps donnent la même réponse, sans second effet.',
    example: '6a1c3f0e-0d5e-4f1e-9b1c-1f0a4f8f7a10',
  }),
});

/** The document that the routes say of themselves. */
export function renderOpenApi(routes: readonly Route[], apiUrl: string) {
  const registre = new OpenAPIRegistry();
  registre.registerComponent('securitySchemes', JETON, { type: 'http', scheme: 'bearer' });
  for (const route of routes) registre.registerPath(configOf(route));
  return new OpenApiGeneratorV31(registre.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Jalons',
      version: '1',
      description:
        'Accompagnements : parcours, rendez-vous, bilans, obligations. Les refus et les erreurs suivent la RFC 9457.',
    },
    servers: [{ url: apiUrl }],
    tags: [...new Set(routes.map((r) => r.groupe))].map((name) => ({ name })),
  });
}

function configOf(route: Route): RouteConfig {
  const { methode, chemin, resume, description, groupe, params, recherche, corps } = route;
  const lit = methode === 'get';
  return {
    method: methode,
    path: chemin,
    operationId: route.operation ?? operationOf(methode, chemin),
    summary: resume,
    ...(description !== undefined && { description }),
    tags: [groupe],
    security: route.acces === 'libre' ? [] : [{ [JETON]: [] }],
    request: {
      ...(hasFields(params) && { params }),
      ...(hasFields(recherche) && { query: recherche }),
      ...(!lit && { headers: entetesEcriture }),
      ...(corps !== null && {
        body: { required: true, content: { 'application/json': { schema: corps } } },
      }),
    },
    responses: { ...problemesOf(route), ...reponsesOf(route) },
  };
}

/** `get /api/v1/structures/{id}` is `getStructuresId`. */
function operationOf(methode: string, chemin: string): string {
  const noms = chemin.replace(V1, '').match(/[a-z]+/gi) ?? [];
  return [methode, ...noms.map((nom) => nom.charAt(0).toUpperCase() + nom.slice(1))].join('');
}

function hasFields(schema: z.ZodObject): boolean {
  return Object.keys(schema.shape).length > 0;
}

function reponsesOf({ reponses }: Route): RouteConfig['responses'] {
  return Object.fromEntries(
    Object.entries(reponses).map(([statut, { description, schema, type = 'application/json' }]) => [
      statut,
      statut === '204' ? { description } : { description, content: { [type]: { schema } } },
    ]),
  );
}

/** The problems that a route can meet: what it reads decides, the rest is common to all. */
export function statutsProbleme(route: Route): readonly (keyof typeof PROBLEMES)[] {
  const ecrit = route.methode !== 'get';
  const libre = route.acces === 'libre';
  return [
    400,
    ...(libre ? [] : ([401] as const)),
    ...(hasFields(route.params) ? ([404] as const) : []),
    ...(ecrit ? ([409, 422] as const) : []),
    ...(route.corps === null ? [] : ([413, 415] as const)),
    500,
    ...(libre ? [] : ([503] as const)),
  ];
}

function problemesOf(route: Route): RouteConfig['responses'] {
  const content = { 'application/problem+json': { schema: probleme } };
  return Object.fromEntries(
    statutsProbleme(route).map((statut) => [statut, { description: PROBLEMES[statut], content }]),
  );
}
