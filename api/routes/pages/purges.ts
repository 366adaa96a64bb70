import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { PurgeSuivie } from '../../../registre/conservation/purges';
import { findPurge, listPersonnes, listPurges } from '../../../registre/conservation/suivi.prisma';
import { renderNouvellePurge } from '../../../web/conservation/nouvelle';
import { avancePurgeOf, renderPurge } from '../../../web/conservation/purge';
import type { Dependances } from '../../dependances';
import { ProblemeLeve, problemeOf } from '../../probleme';
import { V1, type Route } from '../../route';
import { readAutour } from './cadre';
import { askRoute, cleOf, confirmOnce, getRoute } from './demander';
import { idOf } from './parcours';
import { valeursOf } from './saisie';

const PAR_PAGE = 50;
const DERNIERES = 5;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function createPageNouvellePurge(d: Dependances): RequestHandler {
  return async (req, res) => {
    const [{ cadre }, dernieres] = await Promise.all([readAutour(req, d), listPurges(d.base, DERNIERES)]);
    const mois = d.information.conservationMois;
    res.type('html').send(renderNouvellePurge({ cadre, mois, dernieres }));
  };
}

/** The preview is asked of the API: people are counted, nothing else. */
export function createPurgeDesPages(routes: readonly Route[], d: Dependances): RequestHandler {
  const route = getRoute(routes, `${V1}/purges`);
  return async (_req, res) => {
    const rendue = await askRoute(route, { params: {}, corps: undefined, cle: null }, d);
    if (!rendue.ok) throw new ProblemeLeve(rendue.probleme);
    res.redirect(303, `/purges/${String(Reflect.get(rendue.corps as object, 'id'))}`);
  };
}

export function createPagePurge(d: Dependances): RequestHandler {
  return async (req, res) => {
    const [{ cadre }, purge] = await Promise.all([readAutour(req, d), getPurge(req, d)]);
    const { apres } = req.query;
    const lues = await listPersonnes(d.base, purge.id, {
      apres: typeof apres === 'string' && UUID.test(apres) ? apres : null,
      limite: PAR_PAGE + 1,
    });
    const personnes = lues.slice(0, PAR_PAGE);
    const suivante = lues.length > PAR_PAGE ? (personnes.at(-1)?.id ?? null) : null;
    res.type('html').send(renderPurge({ cadre, purge, personnes, suivante, cle: randomUUID() }));
  };
}

export function createConfirmationPurge(routes: readonly Route[], d: Dependances): RequestHandler {
  const route = getRoute(routes, `${V1}/purges/{id}/confirmation`);
  return async (req, res) => {
    const id = idOf(req);
    const cle = cleOf(valeursOf(req.body));
    await confirmOnce(route, { params: { id }, corps: undefined, cle }, 'purge_deja_confirmee', d);
    res.redirect(303, `/purges/${id}`);
  };
}

/** What the page reads while people are erased one by one. */
export function createSuiviPurge(d: Dependances): RequestHandler {
  return async (req, res) => {
    const purge = await getPurge(req, d);
    res.set('Cache-Control', 'no-store').json({ finie: purge.etat !== 'en_cours', ...avancePurgeOf(purge) });
  };
}

async function getPurge(req: Request, { base }: Dependances): Promise<PurgeSuivie> {
  const purge = await findPurge(base, idOf(req));
  if (purge === null) throw new ProblemeLeve(problemeOf('introuvable'));
  return purge;
}
