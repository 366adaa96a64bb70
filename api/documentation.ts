import path from 'node:path';
import express, { Router } from 'express';

const DOSSIER = path.dirname(require.resolve('swagger-ui-dist/package.json'));
const SERVIS = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

const PAGE = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>API de Jalons</title>
    <link rel="icon" href="/api/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <noscript>Cette page demande JavaScript ; le document se lit aussi à l’adresse /api/v1/openapi.json.</noscript>
    <main id="documentation"></main>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/demarrage.js"></script>
  </body>
</html>
`;

const DEMARRAGE = `SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#documentation',
  deepLinking: true,
  validatorUrl: null,
  tryItOutEnabled: true,
});
`;

/** The OpenAPI document as a page, from files of this server alone. */
export function createDocumentation(): Router {
  const router = Router();
  router.get('/', (_req, res) => res.type('html').send(PAGE));
  router.get('/demarrage.js', (_req, res) => res.type('text/javascript').send(DEMARRAGE));
  for (const fichier of SERVIS) {
    router.get(`/${fichier}`, express.static(DOSSIER, { index: false, maxAge: '1d' }));
  }
  return router;
}
