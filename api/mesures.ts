import type { RequestHandler } from 'express';
import { Histogram, type Registry } from 'prom-client';
import { routeOf } from './traces';

/** How long each answer took, by the route as it was declared: what a caller wrote in it is nowhere. */
export function createMesures(metriques: Registry): RequestHandler {
  const duree = new Histogram({
    name: 'jalons_http_secondes',
    help: 'Durée des réponses de l’API et des pages',
    labelNames: ['methode', 'route', 'statut'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metriques],
  });
  return (req, res, next) => {
    const fin = duree.startTimer();
    res.once('close', () => {
      const statut = res.writableFinished ? `${Math.floor(res.statusCode / 100)}xx` : 'coupee';
      fin({ methode: req.method, route: routeOf(req), statut });
    });
    next();
  };
}
