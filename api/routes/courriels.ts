import { z } from 'zod';
import { estEffacee } from '../../domain/conservation/effacement';
import { estImprimable, renderLettre } from '../../domain/courriels/lettre';
import { estDecedee } from '../../domain/parcours/suivi-sortie';
import { readDonnees } from '../../registre/courriels/donnees.prisma';
import { findLettreVoulue } from '../../domain/parcours/lettres';
import { findStructure } from '../../registre/annuaire/structures.prisma';
import { findDossier } from '../../registre/listes/dossiers.prisma';
import {
  findCourrielVoulu,
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
    description: 'Pour une personne sans adresse, ou dont l’adresse est refusée (R18).',
    params: z.strictObject({ id, cle: cleCourriel }),
    reponses: { 200: { description: 'La lettre, en HTML.', schema: lettre, type: 'text/html' } },
    async repond({ params }, { base, apiUrl, information }) {
      // A person without an address has no courriel: only the letter that the journal asks for (R18).
      const p = (await findDossier(base, params.id))?.parcours ?? null;
      const voulu = (await findCourrielVoulu(base, params.id, params.cle)) ?? findLettreVoulue(p, params.cle);
      // R33, R45 — after a death, or once she is erased, nothing is written to the person, on paper either.
      if (voulu?.destinataire !== 'personne' || (p !== null && (estDecedee(p) || estEffacee(p))))
        return introuvable;
      const donnees = await readDonnees(base, params.id, voulu, { apiUrl, information, canal: 'lettre' });
      return estImprimable(donnees) ? rends(200, renderLettre(donnees)) : introuvable;
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
