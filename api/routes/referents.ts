import { z } from 'zod';
import {
  correctReferent,
  createReferent,
  findReferent,
  listReferents,
} from '../../registre/annuaire/referents.prisma';
import { given, identifiant } from '../contrat/champs';
import { page, pageDe, pageOf } from '../contrat/pages';
import { correctionReferent, nouveauReferent, referent } from '../contrat/referents';
import { writeOnce } from '../ecriture';
import { newId } from '../../registre/identifiants';
import { problemeOfPrise } from '../prise';
import { problemeOf } from '../probleme';
import { defineRoute, rends, V1, type Route } from '../route';

const structureInconnue = {
  probleme: problemeOf('saisie_invalide', {
    erreurs: [{ champ: 'structureId', message: 'aucune structure ne porte cet identifiant.' }],
  }),
};

const params = z.strictObject({ id: identifiant('Identifiant du référent.') });
const dejaInscrit = { probleme: problemeOf('referent_deja_inscrit') };

export const routesReferents: readonly Route[] = [
  defineRoute({
    methode: 'post',
    chemin: `${V1}/referents`,
    groupe: 'Référents',
    resume: 'Inscrire un référent',
    portee: 'administration',
    etag: 'version',
    corps: nouveauReferent,
    refuse: true,
    situe: true,
    reponses: { 201: { description: 'Le référent inscrit.', schema: referent } },
    repond: ({ corps, idempotence }, d) =>
      writeOnce(d.base, idempotence, async (tx) => {
        const id = newId(d, `referent:${corps.structureId}:${corps.courriel}`);
        const creation = await createReferent(tx, id, corps);
        if (creation === 'structure_inconnue') return structureInconnue;
        if (creation === 'deja_inscrit') return dejaInscrit;
        return rends(201, { id, ...corps, version: 1, permanences: [], absences: [] });
      }),
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/referents`,
    groupe: 'Référents',
    resume: 'Lister les référents',
    recherche: z.strictObject({ structureId: identifiant('Ceux de cette structure.').optional(), ...page }),
    reponses: { 200: { description: 'Une page de référents.', schema: pageDe('Referents', referent) } },
    async repond({ recherche: { structureId = null, apres = null, limite } }, { base }) {
      const lus = await listReferents(base, { structureId, apres, limite: limite + 1 });
      return rends(200, pageOf(lus, limite));
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/referents/{id}`,
    groupe: 'Référents',
    resume: 'Lire un référent, ses permanences et ses absences',
    params,
    etag: 'version',
    reponses: { 200: { description: 'Le référent.', schema: referent } },
    async repond({ params: { id } }, { base }) {
      const lu = await findReferent(base, id);
      return lu === null ? problemeOfPrise.inconnue : rends(200, lu);
    },
  }),
  defineRoute({
    methode: 'patch',
    chemin: `${V1}/referents/{id}`,
    groupe: 'Référents',
    resume: 'Corriger la fiche d’un référent',
    description: 'Seuls les champs donnés changent. Un référent ne change pas de structure.',
    portee: 'administration',
    params,
    corps: correctionReferent,
    etag: 'version',
    siVersion: 'exigee',
    reponses: { 200: { description: 'Le référent, corrigé.', schema: referent } },
    repond: ({ params: { id }, corps, versions, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        const corrige = await correctReferent(tx, id, given(corps), versions);
        if (corrige === 'deja_inscrit') return dejaInscrit;
        return typeof corrige === 'string' ? problemeOfPrise[corrige] : rends(200, corrige);
      }),
  }),
];
