import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { probleme } from './contrat/probleme';
import { FORME_IF_MATCH } from './version';
import { porteeOf, V1, type Route } from './route';

const JETON = 'jeton';

/** Why a status other than those of the route may come: said once, for every route. */
const PROBLEMES = {
  400: 'Saisie à corriger, champ par champ, ou requête illisible.',
  401: 'Jeton absent, inconnu ou révoqué.',
  403: 'Le jeton n’a pas la portée demandée, citée dans « donnees ».',
  404: 'Rien à cette adresse, ou pas d’accès.',
  409: 'L’état des choses s’y oppose : refus de la loi du dispositif, ou conflit.',
  412: 'Ce qui a été lu a changé depuis : « If-Match » ne correspond plus.',
  413: 'Corps trop gros.',
  415: 'Le corps n’est pas du type attendu : JSON en UTF-8, ou CSV pour un import.',
  422: 'La valeur demandée ne peut pas être acceptée, ou la clé d’idempotence a servi à autre chose.',
  428: '« If-Match » est attendu.',
  429: 'Trop de requêtes pour ce jeton.',
  500: 'Erreur interne, avec sa référence.',
  503: 'Momentanément indisponible : réessayez avec la même clé d’idempotence.',
  504: 'La réponse tarde trop : redites la demande avec la même clé d’idempotence.',
} as const;

type StatutProbleme = keyof typeof PROBLEMES;

type Entete = { readonly description: string; readonly schema: { readonly type: 'string' } };

const texte = (description: string): Entete => ({ description, schema: { type: 'string' } });
const ENTETES: Readonly<Partial<Record<StatutProbleme, Record<string, Entete>>>> = {
  401: { 'WWW-Authenticate': texte('Comment s’identifier.') },
  403: { 'WWW-Authenticate': texte('La portée demandée.') },
  429: { 'Retry-After': texte('Secondes avant de revenir.') },
  503: { 'Retry-After': texte('Secondes avant de revenir.') },
};
const ETAG = texte('Version de ce qui est lu, à rendre dans « If-Match ».');
const LOCATION = texte('Adresse où le relire.');

const cle = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .meta({
    description:
      'Un UUID, par exemple : la même clé et le même corps donnent la même réponse pendant 24 heures, sans second effet.',
  });
const version = z.string().regex(new RegExp(FORME_IF_MATCH)).meta({
  description: 'L’« ETag » de ce qui a été lu : si cela a changé depuis, rien n’est fait (412).',
  example: '"12"',
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
  const { typeDuCorps = 'application/json' } = route;
  const entetes = entetesOf(route);
  return {
    method: methode,
    path: chemin,
    operationId: route.operation ?? operationOf(methode, chemin),
    summary: resume,
    ...(description !== undefined && { description }),
    tags: [groupe],
    security: route.acces === undefined ? [{ [JETON]: [porteeOf(route)] }] : [],
    request: {
      ...(hasFields(params) && { params }),
      ...(hasFields(recherche) && { query: recherche }),
      ...(hasFields(entetes) && { headers: entetes }),
      ...(corps !== null && {
        body: { required: true, content: { [typeDuCorps]: { schema: corps } } },
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

function entetesOf({ methode, sansCle, siVersion }: Route): z.ZodObject {
  return z.object({
    ...(methode !== 'get' && sansCle !== true && { 'Idempotency-Key': cle.optional() }),
    ...(siVersion === 'permise' && { 'If-Match': version.optional() }),
    ...(siVersion === 'exigee' && { 'If-Match': version }),
  });
}

function hasFields(schema: z.ZodObject): boolean {
  return Object.keys(schema.shape).length > 0;
}

function reponsesOf({ reponses, etag, situe }: Route): RouteConfig['responses'] {
  const headers = {
    ...(etag !== undefined && { ETag: ETAG }),
    ...(situe === true && { Location: LOCATION }),
  };
  return Object.fromEntries(
    Object.entries(reponses).map(([statut, { description, schema, type = 'application/json' }]) => [
      statut,
      SANS_CORPS.has(statut) ? { description } : { description, headers, content: { [type]: { schema } } },
    ]),
  );
}

const SANS_CORPS: ReadonlySet<string> = new Set(['204', '304']);

/** The problems that a route can meet: what it reads decides, the rest is common to all. */
function statutsProbleme(route: Route): readonly StatutProbleme[] {
  const { siVersion, params, corps, acces } = route;
  const ecrit = route.methode !== 'get';
  const libre = acces === 'libre';
  return [
    400,
    ...(acces === undefined ? ([401, 403] as const) : []),
    ...(hasFields(params) ? ([404] as const) : []),
    ...(ecrit ? ([409, 422] as const) : []),
    ...(siVersion === undefined ? [] : ([412] as const)),
    ...(corps === null ? [] : ([413, 415] as const)),
    ...(siVersion === 'exigee' ? ([428] as const) : []),
    ...(libre ? [] : ([429] as const)),
    500,
    ...(libre ? [] : ([503, 504] as const)),
  ];
}

function problemesOf(route: Route): RouteConfig['responses'] {
  const content = { 'application/problem+json': { schema: probleme } };
  return Object.fromEntries(
    statutsProbleme(route).map((statut) => [
      statut,
      { description: PROBLEMES[statut], headers: ENTETES[statut] ?? {}, content },
    ]),
  );
}
