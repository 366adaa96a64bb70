import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Jeton } from '../registre/acces/jetons';
import type { Idempotence } from '../registre/journal/idempotence.prisma';
import { checkPortee } from './acces';
import { inTime } from './delai';
import type { Dependances } from './dependances';
import { problemeOf, ProblemeLeve, type Probleme } from './probleme';
import { porteeOf, reponseOf, type Issue, type Reponses, type Route, type TypeDeCorps } from './route';
import { politiqueDeLaPage } from './securite';
import { etagOf, readVersions } from './version';
import { readFlux } from './flux';

const readJson: RequestHandler = express.json({ limit: '100kb', type: 'application/json' });
/** Bytes of a file that is sent; read as they come. */
export const FICHIER_MAX = 20 * 1024 * 1024;
const PERSONNE: Jeton = { id: '', agent: '', portees: [] };

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
    const issue = await inTime(answer(route, req, res, d), route.delaiMs ?? d.delaiMs);
    const { statut, corps } = reponseOf(issue);
    if (statut < 300) res.set(entetesOf(route, req, corps));
    if ('entetes' in issue) res.set(issue.entetes);
    await send(req, res, { statut, corps, type: typeOf(route, statut) });
  };
}

async function answer(route: Route, req: Request, res: Response, d: Dependances): Promise<Issue<Reponses>> {
  const jeton =
    route.acces === undefined ? await d.guichet(req.headers.authorization, adresseOf(req)) : PERSONNE;
  res.locals['agent'] = jeton.agent;
  if (route.acces === undefined) {
    await d.debit(jeton.id);
    checkPortee(jeton, porteeOf(route));
  }
  const corps = route.corps === null ? undefined : await readCorps(req, res, route);
  const versions = readVersions(req.get('If-Match'), route);
  const sansCle = route.methode === 'get' || route.sansCle === true;
  const idempotence = sansCle ? undefined : readIdempotence(req, jeton, corps);
  const brute = { params: req.params, recherche: req.query, corps, jeton, idempotence, versions };
  return route.acces === 'secret'
    ? unlessInconnu(req, d, () => route.answer(brute, d))
    : route.answer(brute, d);
}

/** An address that only its holder knows: those that open nothing are counted. */
async function unlessInconnu(
  req: Request,
  { inconnus }: Dependances,
  answerIt: () => Promise<Issue<Reponses>>,
): Promise<Issue<Reponses>> {
  await inconnus.check(adresseOf(req));
  const issue = await answerIt();
  if (reponseOf(issue).statut === 404) await inconnus.count(adresseOf(req));
  return issue;
}

/** The network address of whoever asks, as `mandataires` lets it be read. */
function adresseOf(req: Request): string {
  return req.ip ?? '';
}

function entetesOf(route: Route, req: Request, corps: unknown): Record<string, string> {
  const etag = etagOf(route, corps);
  const id: unknown = typeof corps === 'object' && corps !== null ? Reflect.get(corps, 'id') : undefined;
  return {
    ...(etag !== null && { ETag: etag }),
    ...(route.situe === true && typeof id === 'string' && { Location: `${req.path}/${id}` }),
  };
}

async function readCorps(
  req: Request,
  res: Response,
  { typeDuCorps }: Pick<Route, 'typeDuCorps'>,
): Promise<unknown> {
  // Without a body there is no type to refuse: the schema will say which fields are missing.
  const vide = req.get('Content-Length') === '0';
  if (!vide && req.is(typeDuCorps ?? 'application/json') === false)
    throw new ProblemeLeve(problemeOf('type_refuse'));
  if (typeDuCorps !== undefined) return readFlux(req, FICHIER_MAX);
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
  const si = req.get('If-Match') ?? '';
  const demande = `${req.method} ${req.path} ${si}\n${JSON.stringify(corps ?? null)}`;
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

type TypeEnvoye = TypeDeCorps | 'application/json' | 'application/problem+json';
type Sortie = { readonly statut: number; readonly corps: unknown; readonly type: TypeEnvoye };

/** What a route does not document itself is a problem. */
function typeOf({ reponses }: Route, statut: number): TypeEnvoye {
  const documentee = reponses[statut];
  return documentee === undefined ? 'application/problem+json' : (documentee.type ?? 'application/json');
}

/** What is said of people is kept by no cache on the way. */
async function send(req: Request, res: Response, { statut, corps, type }: Sortie): Promise<void> {
  res.status(statut).set('Cache-Control', res.get('Cache-Control') ?? 'no-store');
  if (statut === 204 || statut === 304) res.end();
  // Not `send`, which would answer 304 by itself: a parcours of the same rank is read on another day.
  else if (type === 'application/json' || type === 'application/problem+json')
    res.type(type).end(JSON.stringify(corps));
  else await sendFichier(req, res, type, corps);
}

/** A table of any length leaves as it is read: nobody holds it whole. */
async function sendFichier(req: Request, res: Response, type: TypeDeCorps, corps: unknown): Promise<void> {
  res.type(type);
  if (type === 'text/html' && typeof corps === 'string')
    res.set('Content-Security-Policy', politiqueDeLaPage(corps));
  if (typeof corps === 'string' || Buffer.isBuffer(corps)) res.send(corps);
  else if (req.method === 'HEAD') res.end();
  else await pipeline(Readable.from(corps as AsyncIterable<string>), res);
}

export function sendProbleme(
  res: Response,
  probleme: Probleme,
  entetes: Readonly<Record<string, string>> = {},
): void {
  res
    .set({ 'Cache-Control': 'no-store', ...entetes })
    .status(probleme.status)
    .type('application/problem+json')
    .send(JSON.stringify(probleme));
}
