import { z } from 'zod';
import { findStructure } from '../../registre/annuaire/structures.prisma';
import {
  listCourriels,
  listRecapitulatifs,
  listTousLesCourriels,
  type CourrielSuivi,
} from '../../registre/listes/courriels.prisma';
import { findZone } from '../../registre/listes/references.prisma';
import { given, identifiant } from '../contrat/champs';
import { courriels, filtreCourriels, lettre, tousLesCourriels } from '../contrat/courriels';
import { page, pageOf } from '../contrat/pages';
import { cleCourriel } from '../contrat/remises';
import { composeLettre } from '../lettre';
import { problemeOf } from '../probleme';
import { defineRoute, rends, V1, type Route } from '../route';

const id = identifiant('Identifiant du parcours.');
const introuvable = { probleme: problemeOf('introuvable') };

export const routesCourriels: readonly Route[] = [
  defineRoute({
    methode: 'get',
    chemin: `${V1}/courriels`,
    groupe: 'Courriels',
    resume: 'Trouver des courriels de tous les parcours : ceux qui n’ont pas pu partir, par exemple',
    recherche: z.strictObject({
      structureId: identifiant('Ceux de cette structure.').optional(),
      ...filtreCourriels,
    }),
    reponses: { 200: { description: 'Une page de courriels.', schema: tousLesCourriels } },
    async repond({ recherche: { limite, ...filtre } }, { base }) {
      return rends(
        200,
        pageOf(await listTousLesCourriels(base, { ...given(filtre), limite: limite + 1 }), limite),
      );
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/parcours/{id}/courriels`,
    groupe: 'Courriels',
    resume: 'Suivre les courriels d’un parcours',
    params: z.strictObject({ id }),
    recherche: z.strictObject(filtreCourriels),
    reponses: { 200: { description: 'Les courriels, du plus ancien au plus récent.', schema: courriels } },
    async repond({ params, recherche: { limite, ...filtre } }, { base }) {
      const [zone, suivis] = await Promise.all([
        findZone(base, params.id),
        listCourriels(base, params.id, { ...given(filtre), limite: limite + 1 }),
      ]);
      return zone === null ? introuvable : rends(200, courrielsOf(suivis, limite));
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/parcours/{id}/courriels/{cle}/lettre`,
    groupe: 'Courriels',
    resume: 'Imprimer un courriel adressé à la personne',
    description:
      'Pour une personne sans adresse, qui préfère le papier, ou dont l’adresse est refusée (R18, R43). Un lien de réponse y est tiré à chaque impression (R42).',
    params: z.strictObject({ id, cle: cleCourriel }),
    reponses: { 200: { description: 'La lettre, en HTML.', schema: lettre, type: 'text/html' } },
    async repond({ params }, d) {
      const lue = await composeLettre(d, params.id, params.cle);
      return lue === null ? introuvable : rends(200, lue);
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/structures/{id}/recapitulatifs`,
    groupe: 'Courriels',
    resume: 'Suivre les récapitulatifs du matin d’une structure',
    params: z.strictObject({ id: identifiant('Identifiant de la structure.') }),
    recherche: z.strictObject(page),
    reponses: { 200: { description: 'Du plus ancien au plus récent.', schema: courriels } },
    async repond({ params, recherche: { apres = null, limite } }, { base }) {
      const structure = await findStructure(base, params.id);
      if (structure === null) return introuvable;
      const suivis = await listRecapitulatifs(base, params.id, { apres, limite: limite + 1 });
      return rends(200, courrielsOf(suivis, limite));
    },
  }),
];

function courrielsOf(lus: readonly CourrielSuivi[], limite: number) {
  const { elements, suivant } = pageOf(lus, limite);
  return { courriels: elements, suivant };
}
