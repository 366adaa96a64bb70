import type { RequestHandler } from 'express';
import { exemples, type Exemple } from '../../../domain/courriels/exemples/exemples';
import { estImprimable, renderLettre } from '../../../domain/courriels/lettre';
import { renderCourriel } from '../../../domain/courriels/rendu';
import { renderGalerie } from '../../../web/galerie/galerie';
import type { Dependances } from '../../dependances';
import { ProblemeLeve, problemeOf } from '../../probleme';
import { politiqueDeLaPage, politiqueWith } from '../../securite';
import { readAutour } from './cadre';

/** R18 — the page shows each mail in a frame of its own: as it is received, away from the styles of the page. */
export function createPageGalerie(d: Dependances): RequestHandler {
  return async (req, res) => {
    const { cadre } = await readAutour(req, d);
    const politique = politiqueWith({ 'frame-src': ["'self'"] });
    res.set('Content-Security-Policy', politique).type('html').send(renderGalerie({ cadre }));
  };
}

const DANS_LA_GALERIE = { 'frame-ancestors': ["'self'"] };

/** The mail of an example: its styles are on its elements, as mailboxes want them. */
export const sendCourrielDExemple: RequestHandler = (req, res) => {
  const { html } = renderCourriel(getExemple(req.params['nom']).donnees);
  const politique = politiqueWith({
    ...DANS_LA_GALERIE,
    'script-src': ["'none'"],
    'style-src': ["'unsafe-inline'"],
  });
  res.set('Content-Security-Policy', politique).type('html').send(html);
};

export const sendLettreDExemple: RequestHandler = (req, res) => {
  const { donnees } = getExemple(req.params['nom']);
  if (!estImprimable(donnees)) throw new ProblemeLeve(problemeOf('introuvable'));
  const html = renderLettre(donnees);
  res.set('Content-Security-Policy', politiqueDeLaPage(html, DANS_LA_GALERIE)).type('html').send(html);
};

function getExemple(nom: unknown): Exemple {
  const exemple = exemples.find((e) => e.nom === nom);
  if (exemple === undefined) throw new ProblemeLeve(problemeOf('introuvable'));
  return exemple;
}
