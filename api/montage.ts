import { createHash } from 'node:crypto';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Jeton } from '../registre/acces/jetons';
import type { Idempotence } from '../registre/journal/idempotence.prisma';
import type { Dependances } from './dependances';
import { problemeOf, ProblemeLeve, type Probleme } from './probleme';
import { reponseOf, type Route } from './route';
import { politiqueDeLaPage } from './securite';

const readJson: RequestHandler = express.json({ limit: '100kb', type: 'application/json' });
const PERSONNE: Jeton = { id: '', agent: '' };

/** Puts every route of the table on express; what the table does not hold is 405 or 404. */
export function mountRoutes(app: Express, routes: readonly Route[], d: Dependances): void {
  const chemins = new Map<string, string[]>();
  for (const route of routes) {
    const chemin = expressPath(route.chemin);
    app[route.methode](chemin, serve(route, d));
    chemins.set(chemin, [...(chemins.get(chemin) ?? []), route.methode.toUpperCase()]);
  }
  for (const [chemin, methodes] of chemins) app.all(chemin, refuseMethode(methodes));
}

export function expressPath(chemin: string): string {
  return chemin.replace(/\{(\w+)\}/g, ':$1');
}

function serve(route: Route, d: Dependances): RequestHandler {
  return async (req, res) => {
    const jeton = route.acces === 'libre' ? PERSONNE : await d.guichet(req.headers.authorization);
    res.locals['agent'] = jeton.agent;
    const corps = route.corps === null ? undefined : await readCorps(req, res);
    const issue = await route.answer(
      {
        params: req.params,
        recherche: req.query,
        corps,
        jeton,
        idempotence: route.methode === 'get' ? undefined : readIdempotence(req, jeton, corps),
      },
      d,
    );
    const { statut, corps: sortie } = reponseOf(issue);
    const id: unknown = typeof sortie === 'object' && sortie !== null ? Reflect.get(sortie, 'id') : undefined;
    if (route.situe === true && statut < 300 && typeof id === 'string') res.location(`${req.path}/${id}`);
    send(res, statut, sortie, route.reponses[statut]?.type);
  };
}

async function readCorps(req: Request, res: Response): Promise<unknown> {
  // Without a body there is no type to refuse: the schema will say which fields are missing.
  const vide = req.get('Content-Length') === '0';
  if (!vide && req.is('application/json') === false) throw new ProblemeLeve(problemeOf('type_refuse'));
  await new Promise<void>((resolve, reject) => {
    readJson(req, res, (erreur?: unknown) => {
      if (erreur === undefined) resolve();
      else reject(erreur instanceof Error ? erreur : new Error('Corps illisible.'));
    });
  });
  return req.body ?? {};
}

/** The key of this write, and the hash of what it asks: the same key for something else is refused. */
function readIdempotence(req: Request, jeton: Jeton, corps: unknown): Idempotence | undefined {
  const cle = req.get('Idempotency-Key');
  if (cle === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(cle)) {
    const message = 'donnez de 1 à 200 caractères ASCII visibles, par exemple un UUID.';
    throw new ProblemeLeve(
      problemeOf('saisie_invalide', { erreurs: [{ champ: 'Idempotency-Key', message }] }),
    );
  }
  const demande = `${req.method} ${req.path}\n${JSON.stringify(corps ?? null)}`;
  return { jetonId: jeton.id, cle, empreinte: createHash('sha256').update(demande).digest('hex') };
}

function refuseMethode(methodes: readonly string[]): RequestHandler {
  const allow = [...methodes, ...(methodes.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  return (req, res) => {
    res.set('Allow', allow);
    if (req.method === 'OPTIONS') res.status(204).end();
    else sendProbleme(res, problemeOf('methode_refusee'));
  };
}

function send(res: Response, statut: number, corps: unknown, type: string | undefined): void {
  res.status(statut);
  if (statut === 204) res.end();
  else if (type === 'text/html' && typeof corps === 'string')
    res.set('Content-Security-Policy', politiqueDeLaPage(corps)).type('html').send(corps);
  else res.type(statut >= 400 ? 'application/problem+json' : 'application/json').send(JSON.stringify(corps));
}

export function sendProbleme(
  res: Response,
  probleme: Probleme,
  entetes: Readonly<Record<string, string>> = {},
): void {
  res.set(entetes).status(probleme.status).type('application/problem+json').send(JSON.stringify(probleme));
}
