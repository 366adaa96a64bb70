import path from 'node:path';
import express, { Router, type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { renderErreur } from '../../web/erreur';
import type { Dependances } from '../dependances';
import { problemeOfErreur } from '../erreurs';
import { ProblemeLeve, problemeOf, type Probleme } from '../probleme';
import { listRoutes } from '../table';
import { createAdresseAgenda, createPageAgenda, createRevocationAgenda } from './pages/agenda';
import { createDonnees } from './pages/donnees';
import { createPageDossier } from './pages/dossier';
import { createDocument } from './pages/document';
import { createEffacement, createPageEffacement } from './pages/effacement';
import { createPageGalerie, sendCourrielDExemple, sendLettreDExemple } from './pages/galerie';
import { createPromenade, createSuivi } from './pages/horloge';
import {
  createConfirmationImport,
  createImportDesPages,
  createPageImport,
  createPageNouvelImport,
  createRejets,
  createSuiviImport,
} from './pages/imports';
import { createPageLettre } from './pages/lettre';
import { createPageListe } from './pages/liste';
import { isMemeOrigine } from './pages/origine';
import { createOuverture, createPageOuverture } from './pages/ouverture';
import { createGeste, createPageParcours } from './pages/parcours';
import { createPreference } from './pages/preference';
import {
  createConfirmationPurge,
  createPageNouvellePurge,
  createPagePurge,
  createPurgeDesPages,
  createSuiviPurge,
} from './pages/purges';
import {
  createConfirmation,
  createPageNouveauTransfert,
  createPageTransfert,
  createSuiviTransfert,
  createTransfertDesPages,
} from './pages/transferts';

const WEB = path.join(__dirname, '..', '..', 'web');
const FICHIERS = ['style.css', 'frise.js', 'promenade.js', 'jalons.svg'] as const;

/** The pages of the demonstration (web/): each route fetches what a pure page draws, and asks by the API's door. */
export function mountPages(app: Express, d: Dependances): void {
  const routes = listRoutes(d.mode);
  const pages = Router();
  pages.get('/', createPageListe(d));
  pages.get('/parcours/nouveau', createPageOuverture(d));
  pages.get('/parcours/:id', createPageParcours(d));
  pages.get('/parcours/:id/lettres/:cle', createPageLettre(d));
  pages.get('/parcours/:id/documents/:documentId', createDocument(d));
  pages.get('/parcours/:id/manquements/:numero', createPageDossier(d));
  pages.get('/transferts/nouveau', createPageNouveauTransfert(d));
  pages.get('/transferts/:id', createPageTransfert(d));
  pages.get('/transferts/:id/suivi', createSuiviTransfert(d));
  pages.get('/parcours/:id/donnees.pdf', createDonnees(d, 'pdf'));
  pages.get('/parcours/:id/donnees.json', createDonnees(d, 'json'));
  pages.get('/referents/:id/agenda', createPageAgenda(d));
  pages.get('/imports/nouveau', createPageNouvelImport(d));
  pages.get('/imports/:id', createPageImport(d));
  pages.get('/imports/:id/rejets.csv', createRejets(d));
  pages.get('/imports/:id/suivi', createSuiviImport(d));
  pages.get('/purges/nouvelle', createPageNouvellePurge(d));
  pages.get('/purges/:id', createPagePurge(d));
  pages.get('/purges/:id/suivi', createSuiviPurge(d));
  pages.get('/parcours/:id/effacement', createPageEffacement(d));
  pages.get('/modeles', createPageGalerie(d));
  pages.get('/modeles/:nom/courriel', sendCourrielDExemple);
  pages.get('/modeles/:nom/lettre', sendLettreDExemple);
  pages.get('/horloge/promenade', createSuivi(d));

  const formulaire = [readFormulaire, refuseAilleurs(d)];
  pages.post('/parcours/nouveau', formulaire, createOuverture(routes, d));
  pages.post('/transferts/nouveau', formulaire, createTransfertDesPages(routes, d));
  pages.post('/transferts/:id/confirmation', formulaire, createConfirmation(routes, d));
  pages.post('/referents/:id/agenda', formulaire, createAdresseAgenda(d));
  pages.post('/referents/:id/agenda/:fluxId/revocation', formulaire, createRevocationAgenda(d));
  pages.post('/imports/nouveau', refuseAilleurs(d), createImportDesPages(routes, d));
  pages.post('/imports/:id/confirmation', formulaire, createConfirmationImport(routes, d));
  pages.post('/horloge/promenades', formulaire, createPromenade(routes, d));
  pages.post('/purges/nouvelle', formulaire, createPurgeDesPages(routes, d));
  pages.post('/purges/:id/confirmation', formulaire, createConfirmationPurge(routes, d));
  pages.post('/parcours/:id/effacement', formulaire, createEffacement(routes, d));
  pages.post('/parcours/:id/preference', formulaire, createPreference(routes, d));
  pages.post('/parcours/:id/:geste', formulaire, createGeste(routes, d));
  for (const nom of FICHIERS)
    pages.get(`/web/${nom}`, (_req, res) => res.sendFile(nom, { root: WEB, maxAge: 60_000 }));

  pages.get('/favicon.ico', (_req, res) => res.redirect(301, '/web/jalons.svg'));
  // An address that a person typed is answered by a page; those of the API keep their own form.
  pages.use((req, _res, next) => {
    if (req.path.startsWith('/api/') || req.accepts(['json', 'html']) !== 'html') next();
    else next(new ProblemeLeve(problemeOf('introuvable')));
  });
  pages.use(createPageErreur(d));
  app.use(pages);
}

const readFormulaire = express.urlencoded({ extended: false, limit: '100kb' });

function refuseAilleurs({ apiUrl }: Dependances): RequestHandler {
  return (req, _res, next) => {
    if (isMemeOrigine(req, apiUrl)) next();
    else next(new ProblemeLeve(problemeOf('requete_illisible')));
  };
}

function createPageErreur({ logger }: Dependances): ErrorRequestHandler {
  return (erreur: unknown, req, res, next) => {
    if (res.headersSent || req.path.startsWith('/api/')) {
      next(erreur);
      return;
    }
    const { probleme, entetes } = problemeOfErreur(erreur, logger);
    res
      .set(entetes)
      .status(probleme.status)
      .type('html')
      .send(renderErreur(pageOf(probleme)));
  };
}

function pageOf({ status, title, detail, reference }: Probleme) {
  return { cadre: null, statut: status, titre: title, phrase: detail, reference: reference ?? null };
}
