import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { cibleParcours } from '../workflows/messages';

const PARCOURS = /\/parcours\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i;
const IDENTIFIANT = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** What only asks whether the process lives is not worth a line. */
const SONDES: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** One line for each answer, with ids only: never a query, a header, a name, an address or a reason. */
export function createTraces(logger: Logger): RequestHandler {
  return (req, res, next) => {
    if (!SONDES.has(req.path)) {
      const demande = randomUUID();
      const debut = Date.now();
      res.once('close', () => {
        const niveau = res.statusCode >= 500 ? 'error' : 'info';
        logger[niveau]({ demande, ...propsOf(req, res), ms: Date.now() - debut }, 'réponse');
      });
    }
    next();
  };
}

function propsOf(req: Request, res: Response) {
  const agent: unknown = res.locals['agent'];
  return {
    methode: req.method,
    route: routeOf(req),
    ...sujetOf(req, res),
    ...(typeof agent === 'string' && agent !== '' && { agent }),
    statut: res.statusCode,
  };
}

/** The parcours that was asked about, or the one that has just been opened; else whatever the path names. */
function sujetOf(req: Request, res: Response) {
  const [, parcours] = PARCOURS.exec(`${req.path} ${String(res.getHeader('Location') ?? '')}`) ?? [];
  if (parcours !== undefined) return { parcours, workflow: cibleParcours(parcours) };
  return { sujet: IDENTIFIANT.exec(req.path)?.[0] };
}

/** The path as it was declared: what a caller wrote in it stays out of the log. */
export function routeOf(req: Request): string {
  const route: unknown = req.route;
  const chemin: unknown = typeof route === 'object' && route !== null ? Reflect.get(route, 'path') : null;
  return typeof chemin === 'string' ? chemin : 'inconnue';
}
