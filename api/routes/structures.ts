import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  addFermeture,
  correctStructure,
  createStructure,
  findStructure,
  listStructures,
  removeFermeture,
} from '../../registre/annuaire/structures.prisma';
import { given, identifiant, ligne } from '../contrat/champs';
import { page, pageDe, pageOf } from '../contrat/pages';
import {
  correctionStructure,
  fermeture,
  nouvelleFermeture,
  nouvelleStructure,
  structure,
} from '../contrat/structures';
import { writeOnce } from '../ecriture';
import { newId } from '../../registre/identifiants';
import { problemeOfPrise } from '../prise';
import { problemeOf } from '../probleme';
import { defineRoute, rends, rienARendre, V1, type Route } from '../route';

const id = identifiant('Identifiant de la structure.');
const params = z.strictObject({ id });

export const routesStructures: readonly Route[] = [
  defineRoute({
    methode: 'post',
    chemin: `${V1}/structures`,
    groupe: 'Structures',
    resume: 'Créer une structure',
    portee: 'administration',
    etag: 'version',
    corps: nouvelleStructure,
    refuse: true,
    situe: true,
    reponses: { 201: { description: 'La structure créée.', schema: structure } },
    repond: ({ corps, idempotence }, d) =>
      writeOnce(d.base, idempotence, async (tx) => {
        const nouvelId = newId(d, `structure:${corps.code}`);
        if (!(await createStructure(tx, nouvelId, corps))) return { probleme: problemeOf('code_deja_pris') };
        return rends(201, { id: nouvelId, ...corps, version: 1, fermetures: [] });
      }),
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/structures`,
    groupe: 'Structures',
    resume: 'Lister les structures',
    recherche: z.strictObject({ code: ligne('Celle qui porte ce code.', 40).optional(), ...page }),
    reponses: { 200: { description: 'Une page de structures.', schema: pageDe('Structures', structure) } },
    async repond({ recherche: { code = null, apres = null, limite } }, { base }) {
      const lues = await listStructures(base, { code, apres, limite: limite + 1 });
      return rends(200, pageOf(lues, limite));
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/structures/{id}`,
    groupe: 'Structures',
    resume: 'Lire une structure',
    params,
    etag: 'version',
    reponses: { 200: { description: 'La structure.', schema: structure } },
    async repond({ params: { id } }, { base }) {
      const lue = await findStructure(base, id);
      return lue === null ? problemeOfPrise.inconnue : rends(200, lue);
    },
  }),
  defineRoute({
    methode: 'patch',
    chemin: `${V1}/structures/{id}`,
    groupe: 'Structures',
    resume: 'Corriger la fiche d’une structure',
    description: 'Seuls les champs donnés changent ; ni le code ni le territoire.',
    portee: 'administration',
    params,
    corps: correctionStructure,
    etag: 'version',
    siVersion: 'exigee',
    reponses: { 200: { description: 'La structure, corrigée.', schema: structure } },
    repond: ({ params: { id }, corps, versions, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        const corrigee = await correctStructure(tx, id, given(corps), versions);
        return typeof corrigee === 'string' ? problemeOfPrise[corrigee] : rends(200, corrigee);
      }),
  }),
  defineRoute({
    methode: 'post',
    chemin: `${V1}/structures/{id}/fermetures`,
    groupe: 'Structures',
    resume: 'Déclarer des jours de fermeture',
    description: 'Aucun rendez-vous n’y est plus placé (R08). Ceux qui y sont déjà placés restent.',
    portee: 'administration',
    params,
    corps: nouvelleFermeture,
    siVersion: 'permise',
    reponses: { 201: { description: 'La fermeture déclarée.', schema: fermeture } },
    repond: ({ params: { id }, corps, versions, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        const nouvelle = { id: randomUUID(), ...corps };
        const prise = await addFermeture(tx, id, nouvelle, versions);
        return prise === 'prise' ? rends(201, nouvelle) : problemeOfPrise[prise];
      }),
  }),
  defineRoute({
    methode: 'delete',
    chemin: `${V1}/structures/{id}/fermetures/{fermetureId}`,
    groupe: 'Structures',
    resume: 'Retirer une fermeture',
    portee: 'administration',
    params: params.extend({ fermetureId: identifiant('Identifiant de la fermeture.') }),
    siVersion: 'permise',
    reponses: { 204: rienARendre },
    repond: ({ params: { id, fermetureId }, versions, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        const retrait = await removeFermeture(tx, id, fermetureId, versions);
        return retrait === 'prise' ? rends(204, null) : problemeOfPrise[retrait];
      }),
  }),
];
