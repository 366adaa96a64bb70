import { z } from 'zod';
import { addAbsence, findReferent } from '../../registre/annuaire/referents.prisma';
import {
  confirmTransfert,
  createTransfert,
  findTransfert,
  type TransfertSuivi,
} from '../../registre/transferts/transferts.prisma';
import { cibleTransfert } from '../../workflows/messages';
import { identifiant } from '../contrat/champs';
import type { Faute } from '../contrat/fautes';
import { nouveauTransfert, transfert } from '../contrat/transferts';
import { writeOnce } from '../ecriture';
import { newId } from '../../registre/identifiants';
import { problemeOf } from '../probleme';
import { defineRoute, rends, V1, type Route } from '../route';

const params = z.strictObject({ id: identifiant('Identifiant du transfert.') });
const introuvable = { probleme: problemeOf('introuvable') };
const fautif = (erreurs: readonly Faute[]) => ({ probleme: problemeOf('saisie_invalide', { erreurs }) });

export const routesTransferts: readonly Route[] = [
  defineRoute({
    methode: 'post',
    chemin: `${V1}/transferts`,
    groupe: 'Référents',
    operation: 'createTransfert',
    resume: 'Préparer le transfert d’un portefeuille, ou le remplacement d’un référent absent',
    description: 'Rend un aperçu : rien n’est fait avant sa confirmation (R23, R24).',
    corps: nouveauTransfert,
    refuse: true,
    situe: true,
    reponses: { 201: { description: 'L’aperçu du transfert.', schema: transfert } },
    repond: ({ corps, jeton, idempotence }, d) =>
      writeOnce(d.base, idempotence, async (tx) => {
        const [de, vers] = [await findReferent(tx, corps.deId), await findReferent(tx, corps.versId)];
        if (de === null)
          return fautif([{ champ: 'deId', message: 'aucun référent ne porte cet identifiant.' }]);
        if (vers?.structureId !== de.structureId || vers.id === de.id)
          return fautif([{ champ: 'versId', message: 'donnez un autre référent de la même structure.' }]);
        const passage =
          corps.genre === 'definitif'
            ? { genre: corps.genre, motif: corps.motif }
            : { genre: corps.genre, du: corps.du, au: corps.au };
        const nombre = await tx.transfert.count({ where: { deId: de.id } });
        const id = newId(d, `transfert:${de.id}:${nombre + 1}`);
        const ecrits = await createTransfert(tx, {
          ...{ id, deId: de.id, versId: vers.id, passage, structureId: de.structureId },
          par: `agent:${jeton.agent}`,
          parcoursIds: corps.parcoursIds,
        });
        const ecrit = ecrits === 0 ? null : await findTransfert(tx, id);
        return ecrit === null ? { probleme: problemeOf('transfert_vide') } : rends(201, vueOf(ecrit));
      }),
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/transferts/{id}`,
    groupe: 'Référents',
    resume: 'Suivre un transfert : son aperçu, son avancement, ce qu’est devenu chaque parcours',
    params,
    reponses: { 200: { description: 'Le transfert.', schema: transfert } },
    async repond({ params: { id } }, { base }) {
      const lu = await findTransfert(base, id);
      return lu === null ? introuvable : rends(200, vueOf(lu));
    },
  }),
  defineRoute({
    methode: 'post',
    chemin: `${V1}/transferts/{id}/confirmation`,
    groupe: 'Référents',
    operation: 'confirmTransfert',
    resume: 'Confirmer un transfert : ses parcours passent un à un',
    description: 'Un remplacement déclare aussi l’absence du référent remplacé.',
    params,
    refuse: true,
    reponses: { 202: { description: 'Le transfert est en cours.', schema: transfert } },
    async repond({ params: { id }, idempotence }, d) {
      const reveils: bigint[] = [];
      const issue = await writeOnce(d.base, idempotence, async (tx) => {
        const lu = await findTransfert(tx, id);
        if (lu === null) return introuvable;
        const numero = await confirmTransfert(tx, id);
        if (numero === null) return { probleme: problemeOf('transfert_deja_confirme') };
        reveils.push(numero);
        const { passage } = lu;
        if (passage.genre === 'remplacement')
          await addAbsence(tx, lu.deId, { id, du: passage.du, au: passage.au });
        return rends(202, { ...vueOf(lu), etat: 'en_cours' as const });
      });
      for (const numero of reveils) d.reveil.wake({ cible: cibleTransfert(id), numero, raison: 'confirme' });
      return issue;
    },
  }),
];

function vueOf(t: TransfertSuivi) {
  const { id, structureId, deId, versId, passage, etat, creeA, finiA, lignes } = t;
  const somme = (nombre: (l: TransfertSuivi['lignes'][number]) => number) =>
    lignes.reduce((total, l) => total + nombre(l), 0);
  const jours = passage.genre === 'remplacement' ? passage : { du: null, au: null };
  return {
    ...{ id, structureId, deId, versId, etat, creeA, finiA },
    genre: passage.genre,
    motif: passage.genre === 'definitif' ? passage.motif : null,
    du: jours.du,
    au: jours.au,
    total: lignes.length,
    faits: somme((l) => (l.etat === 'fait' ? 1 : 0)),
    ecartes: somme((l) => (l.etat === 'ecarte' ? 1 : 0)),
    deplaces: somme((l) => l.deplaces),
    aReplacer: somme((l) => l.aReplacer),
    parcours: lignes.map(({ parcoursId, etat: e, raison, deplaces, aReplacer }) => ({
      ...{ parcoursId, raison, deplaces, aReplacer },
      etat: e as 'a_faire' | 'fait' | 'ecarte',
    })),
  };
}
