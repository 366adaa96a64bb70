import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  addFermeture,
  createStructure,
  findStructure,
  listStructures,
  removeFermeture,
} from '../../registre/annuaire/structures.prisma';
import { identifiant } from '../contrat/champs';
import { page, pageDe, pageOf } from '../contrat/pages';
import { fermeture, nouvelleFermeture, nouvelleStructure, structure } from '../contrat/structures';
import { writeOnce } from '../ecriture';
import { newId } from '../identifiants';
import { problemeOf } from '../probleme';
import { defineRoute, rends, rienARendre, V1, type Route } from '../route';

const id = identifiant('Identifiant de la structure.');
const params = z.strictObject({ id });
const introuvable = { probleme: problemeOf('introuvable') };

export const routesStructures: readonly Route[] = [
  defineRoute({
    methode: 'post',
    chemin: `${V1}/structures`,
    groupe: 'Structures',
    resume: 'Créer une structure',
    corps: nouvelleStructure,
    refuse: true,
    situe: true,
    reponses: { 201: { description: 'La structure créée.', schema: structure } },
    repond: ({ corps, idempotence }, d) =>
      writeOnce(d.base, idempotence, async (tx) => {
        const nouvelId = newId(d, `structure:${corps.code}`);
        if (!(await createStructure(tx, nouvelId, corps))) return { probleme: problemeOf('code_deja_pris') };
        return rends(201, { id: nouvelId, ...corps, fermetures: [] });
      }),
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/structures`,
    groupe: 'Structures',
    resume: 'Lister les structures',
    recherche: z.strictObject(page),
    reponses: { 200: { description: 'Une page de structures.', schema: pageDe('Structures', structure) } },
    async repond({ recherche: { apres = null, limite } }, { base }) {
      const lues = await listStructures(base, { apres, limite: limite + 1 });
      return rends(200, pageOf(lues, limite));
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/structures/{id}`,
    groupe: 'Structures',
    resume: 'Lire une structure',
    params,
    reponses: { 200: { description: 'La structure.', schema: structure } },
    async repond({ params: { id } }, { base }) {
      const lue = await findStructure(base, id);
      return lue === null ? introuvable : rends(200, lue);
    },
  }),
  defineRoute({
    methode: 'post',
    chemin: `${V1}/structures/{id}/fermetures`,
    groupe: 'Structures',
    resume: 'Déclarer des jours de fermeture',
    description: 'Aucun rendez-vous n’y est plus placé (R08). Ceux qui y sont déjà placés restent.',
    params,
    corps: nouvelleFermeture,
    reponses: { 201: { description: 'La fermeture déclarée.', schema: fermeture } },
    repond: ({ params: { id }, corps, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        const nouvelle = { id: randomUUID(), ...corps };
        return (await addFermeture(tx, id, nouvelle)) ? rends(201, nouvelle) : introuvable;
      }),
  }),
  defineRoute({
    methode: 'delete',
    chemin: `${V1}/structures/{id}/fermetures/{fermetureId}`,
    groupe: 'Structures',
    resume: 'Retirer une fermeture',
    params: params.extend({ fermetureId: identifiant('Identifiant de la fermeture.') }),
    reponses: { 204: rienARendre },
    repond: ({ params: { id, fermetureId }, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) =>
        (await removeFermeture(tx, id, fermetureId)) ? rends(204, null) : introuvable,
      ),
  }),
];
