import { z } from 'zod';
import { createReferent, findReferent, listReferents } from '../../registre/annuaire/referents.prisma';
import { identifiant } from '../contrat/champs';
import { page, pageDe, pageOf } from '../contrat/pages';
import { nouveauReferent, referent } from '../contrat/referents';
import { writeOnce } from '../ecriture';
import { newId } from '../identifiants';
import { problemeOf } from '../probleme';
import { defineRoute, rends, V1, type Route } from '../route';

const structureInconnue = {
  probleme: problemeOf('saisie_invalide', {
    erreurs: [{ champ: 'structureId', message: 'aucune structure ne porte cet identifiant.' }],
  }),
};

export const routesReferents: readonly Route[] = [
  defineRoute({
    methode: 'post',
    chemin: `${V1}/referents`,
    groupe: 'Référents',
    resume: 'Inscrire un référent',
    corps: nouveauReferent,
    refuse: true,
    situe: true,
    reponses: { 201: { description: 'Le référent inscrit.', schema: referent } },
    repond: ({ corps, idempotence }, d) =>
      writeOnce(d.base, idempotence, async (tx) => {
        const id = newId(d, `referent:${corps.structureId}:${corps.courriel}`);
        const creation = await createReferent(tx, id, corps);
        if (creation === 'structure_inconnue') return structureInconnue;
        if (creation === 'deja_inscrit') return { probleme: problemeOf('referent_deja_inscrit') };
        return rends(201, { id, ...corps, permanences: [], absences: [] });
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
    params: z.strictObject({ id: identifiant('Identifiant du référent.') }),
    reponses: { 200: { description: 'Le référent.', schema: referent } },
    async repond({ params: { id } }, { base }) {
      const lu = await findReferent(base, id);
      return lu === null ? { probleme: problemeOf('introuvable') } : rends(200, lu);
    },
  }),
];
