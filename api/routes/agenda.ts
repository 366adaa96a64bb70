import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  addAbsence,
  addPermanence,
  removeAbsence,
  removePermanence,
  type Permanence,
} from '../../registre/annuaire/referents.prisma';
import { readHorloge } from '../../registre/horloge/horloge';
import { createRetour } from '../../registre/transferts/transferts.prisma';
import { identifiant } from '../contrat/champs';
import { absence, nouvelleAbsence, nouvellePermanence, permanence } from '../contrat/referents';
import { writeOnce } from '../ecriture';
import { problemeOf } from '../probleme';
import { defineRoute, rends, rienARendre, V1, type Route } from '../route';

const params = z.strictObject({ id: identifiant('Identifiant du référent.') });
const introuvable = { probleme: problemeOf('introuvable') };

/** When a référent receives, and when he is away. */
export const routesAgenda: readonly Route[] = [
  defineRoute({
    methode: 'post',
    chemin: `${V1}/referents/{id}/permanences`,
    groupe: 'Référents',
    resume: 'Ajouter une permanence',
    description: 'Chaque semaine, ce jour-là, entre ces heures : les rendez-vous y sont placés (R08).',
    params,
    corps: nouvellePermanence,
    reponses: { 201: { description: 'La permanence ajoutée.', schema: permanence } },
    repond: ({ params: { id }, corps, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        const nouvelle: Permanence = {
          ...corps,
          id: randomUUID(),
          dureeBilanMinutes: corps.dureeBilanMinutes ?? null,
          lieu: corps.lieu ?? null,
        };
        return (await addPermanence(tx, id, nouvelle)) ? rends(201, nouvelle) : introuvable;
      }),
  }),
  defineRoute({
    methode: 'delete',
    chemin: `${V1}/referents/{id}/permanences/{permanenceId}`,
    groupe: 'Référents',
    resume: 'Retirer une permanence',
    params: params.extend({ permanenceId: identifiant('Identifiant de la permanence.') }),
    refuse: true,
    reponses: { 204: rienARendre },
    repond: ({ params: { id, permanenceId }, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        const { maintenant } = await readHorloge(tx);
        const retrait = await removePermanence(tx, id, permanenceId, maintenant);
        if (retrait === 'occupee') return { probleme: problemeOf('permanence_occupee') };
        return retrait === 'retiree' ? rends(204, null) : introuvable;
      }),
  }),
  defineRoute({
    methode: 'post',
    chemin: `${V1}/referents/{id}/absences`,
    groupe: 'Référents',
    resume: 'Déclarer une absence',
    description: 'Aucun rendez-vous n’y est plus placé (R08). Ceux qui y sont déjà placés restent.',
    params,
    corps: nouvelleAbsence,
    reponses: { 201: { description: 'L’absence déclarée.', schema: absence } },
    repond: ({ params: { id }, corps, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        const nouvelle = { id: randomUUID(), ...corps };
        return (await addAbsence(tx, id, nouvelle)) ? rends(201, nouvelle) : introuvable;
      }),
  }),
  defineRoute({
    methode: 'delete',
    chemin: `${V1}/referents/{id}/absences/{absenceId}`,
    groupe: 'Référents',
    resume: 'Retirer une absence',
    params: params.extend({ absenceId: identifiant('Identifiant de l’absence.') }),
    reponses: { 204: rienARendre },
    description: 'Celle d’un remplacement y met fin : tout revient au référent (R24).',
    repond: ({ params: { id, absenceId }, jeton, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        if (!(await removeAbsence(tx, id, absenceId))) return introuvable;
        await createRetour(tx, absenceId, randomUUID(), `agent:${jeton.agent}`);
        return rends(204, null);
      }),
  }),
];
