import { readReferences, type References } from '../../registre/listes/references.prisma';
import type { Faute } from '../contrat/fautes';
import { accuse } from '../contrat/accuse';
import { ouverture } from '../contrat/ouverture';
import { askParcours } from '../demander';
import { newId } from '../../registre/identifiants';
import { problemeOf } from '../probleme';
import { defineRoute, V1, type Route } from '../route';

export const routeOuverture: Route = defineRoute({
  methode: 'post',
  chemin: `${V1}/parcours`,
  groupe: 'Parcours',
  operation: 'openParcours',
  resume: 'Ouvrir un parcours',
  description: 'Le premier rendez-vous est planifié dès qu’un référent est désigné (R07).',
  corps: ouverture,
  refuse: true,
  situe: true,
  etag: 'rang',
  reponses: { 201: { description: 'Le parcours est ouvert.', schema: accuse } },
  async repond({ corps, jeton, idempotence }, d) {
    const references = await readReferences(d.base, corps);
    const erreurs = [...fautesOf(corps, references)];
    const { zone } = references;
    if (erreurs.length > 0 || zone === null) return { probleme: problemeOf('saisie_invalide', { erreurs }) };
    const parcoursId = newId(d, `parcours:${references.idExterne ?? ''}:${references.parcours + 1}`);
    const { publics, ...dit } = corps;
    const demande = {
      type: 'openParcours',
      ...dit,
      zone,
      ...(publics !== undefined && { publics }),
    } as const;
    const saisie = { parcoursId, demande, textes: [], agent: jeton.agent };
    return askParcours(d, { ...saisie, idempotence, versions: null }, 201);
  },
});

/** What an opening names and nobody knows. */
export function* fautesOf(
  { structureId, referentId }: { readonly structureId: string; readonly referentId: string | null },
  lues: References,
): Iterable<Faute> {
  if (lues.zone === null)
    yield { champ: 'structureId', message: 'aucune structure ne porte cet identifiant.' };
  if (lues.idExterne === null)
    yield { champ: 'beneficiaireId', message: 'aucune personne ne porte cet identifiant.' };
  if (referentId !== null && lues.structureDuReferent !== structureId)
    yield { champ: 'referentId', message: 'aucun référent de cette structure ne porte cet identifiant.' };
}
