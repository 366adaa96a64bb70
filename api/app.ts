import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Dependances } from './dependances';
import { createDocumentation } from './documentation';
import { problemeOfErreur } from './erreurs';
import { createMesures } from './mesures';
import { mountRoutes, sendProbleme } from './montage';
import { problemeOf } from './probleme';
import { mountReponses } from './routes/reponses';
import { mountPages } from './routes/pages';
import { createEnTetes } from './securite';
import { listRoutes } from './table';
import { createTraces } from './traces';

/** The API, without listening: `main.ts` gives it a port, a test gives it to supertest. */
export function createApp(d: Dependances): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', d.mandataires);
  app.use(createTraces(d.logger));
  if (d.metriques !== undefined) app.use(createMesures(d.metriques));
  app.use(createEnTetes(d.mode === 'production'));

  const routes = listRoutes(d.mode);
  mountRoutes(app, routes, d);
  app.use('/api/docs', createDocumentation());
  // R42 — these too in production: the token of the mail is the key.
  mountReponses(app, d);
  // Without sign-in yet, the pages show everything to everybody: production does not have them.
  if (d.mode !== 'production') mountPages(app, d);

  app.use((_req, res) => sendProbleme(res, problemeOf('introuvable')));
  app.use(createDernierRecours(d));
  return app;
}

/** Everything thrown ends here, as a problem that says what to do. */
function createDernierRecours({ logger }: Dependances): ErrorRequestHandler {
  return (erreur: unknown, _req, res, next) => {
    const { probleme, entetes } = problemeOfErreur(erreur, logger);
    if (res.headersSent) next(erreur);
    else sendProbleme(res, probleme, entetes);
  };
}
