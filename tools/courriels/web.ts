import express, { Router, type Express, type Response } from 'express';
import { readFileSync } from 'node:fs';
import { renderAbsent, renderListe, renderMessage, STYLE } from './pages';
import { Regle, type Regles } from './regles';
import type { Reserve } from './reserve';

const PAGE_CSP =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'";
/** The mail's own HTML: no script, no outside address, no form. */
const MAIL_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";

const sendPage = (res: Response, page: string, status = 200) =>
  res.status(status).set('Content-Security-Policy', PAGE_CSP).type('html').send(page);

function addApi(app: Express, reserve: Reserve, regles: Regles): void {
  app.get('/api/messages', (req, res) => {
    const { a, depuis } = req.query;
    const after = typeof depuis === 'string' ? Number(depuis) : 0;
    const messages = reserve.list().filter((m) => m.id > after && (typeof a !== 'string' || m.a.includes(a)));
    res.json(messages);
  });
  app.get('/api/messages/:id', async (req, res) => {
    const recu = reserve.find(Number(req.params.id));
    if (!recu) {
      res.status(404).json({ erreur: 'Ce courriel n’existe pas.' });
      return;
    }
    const { text, html, attachments } = await reserve.parse(recu.id);
    const pieces = attachments.map((p) => ({
      nom: p.filename,
      type: p.contentType,
      contenu: p.content.toString(),
    }));
    res.json({ ...recu, texte: text ?? null, html: html === false ? null : html, pieces });
  });
  app.delete('/api/messages', (_req, res) => {
    reserve.clear();
    res.status(204).end();
  });
  app.get('/api/regles', (_req, res) => res.json(regles.list()));
  app.post('/api/regles', express.json(), (req, res) => {
    const regle = Regle.safeParse(req.body);
    if (!regle.success) {
      res.status(400).json({ erreurs: regle.error.issues });
      return;
    }
    regles.add(regle.data);
    res.status(201).json(regle.data);
  });
  app.delete('/api/regles', (_req, res) => {
    regles.clear();
    res.status(204).end();
  });
}

function createPages(reserve: Reserve): Router {
  const pages = Router();
  pages.get('/', (req, res) => {
    const a = typeof req.query['a'] === 'string' ? req.query['a'] : null;
    sendPage(
      res,
      renderListe(
        reserve.list().filter((m) => a === null || m.a.includes(a)),
        a,
      ),
    );
  });
  pages.param('id', (_req, res, next, id: string) => {
    if (/^\d{1,9}$/.test(id) && reserve.find(Number(id))) next();
    else sendPage(res, renderAbsent(), 404);
  });
  pages.get('/messages/:id', async (req, res) => {
    const recu = reserve.find(Number(req.params.id));
    if (recu) sendPage(res, renderMessage(recu, await reserve.parse(recu.id)));
  });
  pages.get('/messages/:id/html', async (req, res) => {
    const { html } = await reserve.parse(Number(req.params.id));
    res.set('Content-Security-Policy', MAIL_CSP).type('html');
    res.send(`<!doctype html><base target="_blank">${html === false ? '' : html}`);
  });
  pages.get('/messages/:id/brut', (req, res) => {
    res
      .attachment(`${req.params.id}.eml`)
      .type('message/rfc822')
      .send(readFileSync(reserve.file(Number(req.params.id))));
  });
  pages.get('/messages/:id/pieces/:rang', async (req, res) => {
    const { attachments } = await reserve.parse(Number(req.params.id));
    const piece = attachments[Number(req.params.rang)];
    if (!piece) sendPage(res, renderAbsent(), 404);
    else
      res
        .attachment(piece.filename ?? 'piece')
        .type(piece.contentType)
        .send(piece.content);
  });
  return pages;
}

export function createWeb(reserve: Reserve, regles: Regles): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_req, res, next) => {
    res.set({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    });
    next();
  });
  app.get('/healthz', (_req, res) => res.json({ etat: 'pret' }));
  app.get('/style.css', (_req, res) => res.type('css').send(STYLE));
  addApi(app, reserve, regles);

  app.use(createPages(reserve));
  return app;
}
