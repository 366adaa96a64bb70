import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

const IDENTIFIANT = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** One line for each answer, with ids only: never a query, a header, a name, an address or a reason. */
export function createTraces(logger: Logger) {
  return pinoHttp<Request, Response>({
    logger,
    genReqId: () => randomUUID(),
    autoLogging: { ignore: (req) => req.path === '/healthz' || req.path === '/readyz' },
    wrapSerializers: false,
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'réponse',
    customErrorMessage: () => 'réponse',
    customAttributeKeys: { responseTime: 'ms' },
    // Asked twice by pino-http: at the beginning, when nothing is known yet, it has nothing to say.
    customProps: (req, res) => (res.headersSent ? propsOf(req, res) : {}),
  });
}

function propsOf(req: Request, res: Response) {
  const agent: unknown = res.locals['agent'];
  return {
    requete: req.id,
    methode: req.method,
    route: routeOf(req),
    sujet: IDENTIFIANT.exec(req.path)?.[0],
    ...(typeof agent === 'string' && agent !== '' && { agent }),
    statut: res.statusCode,
  };
}

/** The path as it was declared: what a caller wrote in it stays out of the log. */
function routeOf(req: Request): string {
  const route: unknown = req.route;
  const chemin: unknown = typeof route === 'object' && route !== null ? Reflect.get(route, 'path') : null;
  return typeof chemin === 'string' ? chemin : 'inconnue';
}
