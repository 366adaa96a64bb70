import type { RequestHandler } from 'express';
import { findDossier } from '../../../registre/listes/dossiers.prisma';
import type { Dependances } from '../../dependances';
import { ProblemeLeve, problemeOf } from '../../probleme';
import { V1, type Route } from '../../route';
import { askRoute, getRoute } from './demander';
import { idOf } from './parcours';
import { valeursOf } from './saisie';

/** R43 — recorded on the person, by the door of the API: it holds for all her parcours. */
export function createPreference(routes: readonly Route[], d: Dependances): RequestHandler {
  const route = getRoute(routes, `${V1}/beneficiaires/{id}`, 'patch');
  return async (req, res) => {
    const id = idOf(req);
    const dossier = await findDossier(d.base, id);
    if (dossier === null) throw new ProblemeLeve(problemeOf('introuvable'));
    const { preference } = valeursOf(req.body);
    const params = { id: dossier.personne.id };
    const rendue = await askRoute(route, { params, corps: { preference }, cle: null }, d);
    if (!rendue.ok) throw new ProblemeLeve(rendue.probleme);
    res.redirect(303, `/parcours/${id}?fait=preference`);
  };
}
