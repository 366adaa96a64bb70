import type { RequestHandler } from 'express';
import { findPromenadeEnCours } from '../../../registre/horloge/promenades';
import { phraseOf, pourcentOf } from '../../../web/horloge';
import type { Dependances } from '../../dependances';
import { V1, type Route } from '../../route';
import { askRoute, getRoute } from './demander';
import { valeursOf, type Valeurs } from './saisie';

/** What a button of the clock asks of the API. */
function corpsOf({ vers = '', le = '' }: Valeurs): object {
  const [quoi, a] = vers.split(' ');
  switch (quoi) {
    case 'echeance':
      return { vers: 'prochaine_echeance' };
    case 'instant':
      return { vers: 'instant', a };
    case 'jour':
      return { vers: 'jours', nombre: 1 };
    case 'mois':
      return { vers: 'mois', nombre: 1 };
    default:
      return { vers: 'date', le };
  }
}

export function createPromenade(routes: readonly Route[], d: Dependances): RequestHandler {
  return async (req, res) => {
    const valeurs = valeursOf(req.body);
    const route = getRoute(routes, `${V1}/horloge/promenades`);
    const rendue = await askRoute(route, { params: {}, corps: corpsOf(valeurs), cle: null }, d);
    const retour = new URL(retourSur(valeurs['retour'] ?? ''), 'http://ici');
    if (!rendue.ok) retour.searchParams.set('horloge', rendue.probleme.code);
    res.redirect(303, `${retour.pathname}${retour.search}#horloge`);
  };
}

/** Only a page of ours: an address given by a form leads nowhere else. */
function retourSur(retour: string): string {
  return /^\/(?:parcours\/[0-9a-f-]{36})?(?:\?referent=[\w-]{1,36})?$/.test(retour) ? retour : '/';
}

/** What the page reads while the clock walks. */
export function createSuivi({ base }: Dependances): RequestHandler {
  return async (_req, res) => {
    const marche = await findPromenadeEnCours(base);
    res.set('Cache-Control', 'no-store');
    if (marche === null) res.json({ finie: true });
    else res.json({ finie: false, pourcent: pourcentOf(marche), phrase: phraseOf(marche, 'metropole') });
  };
}
