import { createHash } from 'node:crypto';
import type { Jeton } from '../../../registre/acces/jetons';
import { portees } from '../../../registre/acces/portees';
import type { Dependances } from '../../dependances';
import { ProblemeLeve, type Probleme } from '../../probleme';
import { reponseOf, type Route } from '../../route';
import { CLE } from './saisie';

/** Who writes through the pages: there is no sign-in in the demonstration. */
const DEMONSTRATION: Jeton = {
  id: '00000000-0000-4000-8000-000000000000',
  agent: 'demonstration',
  portees,
};

type Demandee = { readonly params: object; readonly corps: unknown; readonly cle: string | null };
export type Rendue =
  | { readonly ok: true; readonly corps: unknown }
  | { readonly ok: false; readonly probleme: Probleme };

/** A form asks by the door of the API: same reading, same law, same key. */
export async function askRoute(
  route: Route,
  { params, corps, cle }: Demandee,
  d: Dependances,
): Promise<Rendue> {
  const demande = `${route.chemin}\n${JSON.stringify([params, corps])}`;
  const idempotence =
    cle === null
      ? undefined
      : { jetonId: DEMONSTRATION.id, cle, empreinte: createHash('sha256').update(demande).digest('hex') };
  try {
    const issue = await route.answer(
      { params, recherche: {}, corps, jeton: DEMONSTRATION, idempotence, versions: null },
      d,
    );
    const { statut, corps: rendu } = reponseOf(issue);
    return statut < 400 ? { ok: true, corps: rendu } : { ok: false, probleme: rendu as Probleme };
  } catch (erreur) {
    if (erreur instanceof ProblemeLeve) return { ok: false, probleme: erreur.probleme };
    throw erreur;
  }
}

/** A route of the table: its absence would be our bug. */
export function getRoute(
  routes: readonly Route[],
  chemin: string,
  methode: Route['methode'] = 'post',
): Route {
  const route = routes.find((r) => r.methode === methode && r.chemin === chemin);
  if (route === undefined) throw new Error(`Aucune route ${methode} ${chemin}.`);
  return route;
}

/** A form sent without its key, or with a broken one, is read as one without. */
export function cleOf(valeurs: Readonly<Record<string, string>>): string | null {
  const cle = valeurs[CLE];
  return cle !== undefined && /^[\w-]{1,100}$/.test(cle) ? cle : null;
}

/** A confirmation; asked twice, the page of what was confirmed says where it is. */
export async function confirmOnce(
  route: Route,
  demande: Demandee,
  dejaConfirme: Probleme['code'],
  d: Dependances,
): Promise<void> {
  const rendue = await askRoute(route, demande, d);
  if (!rendue.ok && rendue.probleme.code !== dejaConfirme) throw new ProblemeLeve(rendue.probleme);
}
