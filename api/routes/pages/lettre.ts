import type { RequestHandler } from 'express';
import type { Dependances } from '../../dependances';
import { composeLettre } from '../../lettre';
import { ProblemeLeve, problemeOf } from '../../probleme';
import { politiqueDeLaPage } from '../../securite';
import { idOf } from './parcours';

/** R18 — the letter to print, as a page. */
export function createPageLettre(d: Dependances): RequestHandler {
  return async (req, res) => {
    const html = await composeLettre(d, idOf(req), String(req.params['cle']));
    if (html === null) throw new ProblemeLeve(problemeOf('introuvable'));
    res.set('Content-Security-Policy', politiqueDeLaPage(html)).type('html').send(html);
  };
}
