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
import { problemeOfPrise } from '../prise';
import { problemeOf } from '../probleme';
import { defineRoute, rends, rienARendre, V1, type Route } from '../route';

const params = z.strictObject({ id: identifiant('Identifiant du référent.') });

/** When a référent receives, and when he is away. */
export const routesAgenda: readonly Route[] = [
  defineRoute({
    methode: 'post',
    chemin: `${V1}/referents/{id}/permanences`,
    groupe: 'Référents',
    resume: 'Ajouter une permanence',
    description: 'Chaque semaine, ce jour-là, entre ces heures : les rendez-vous y sont placés (R08).',
    portee: 'administration',
    params,
    corps: nouvellePermanence,
    siVersion: 'permise',
    reponses: { 201: { description: 'La permanence ajoutée.', schema: permanence } },
    repond: ({ params: { id }, corps, versions, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        const nouvelle: Permanence = {
          ...corps,
          id: randomUUID(),
          dureeBilanMinutes: corps.dureeBilanMinutes ?? null,
          lieu: corps.lieu ?? null,
        };
        const prise = await addPermanence(tx, id, nouvelle, versions);
        return prise === 'prise' ? rends(201, nouvelle) : problemeOfPrise[prise];
      }),
  }),
  defineRoute({
    methode: 'delete',
    chemin: `${V1}/referents/{id}/permanences/{permanenceId}`,
    groupe: 'Référents',
    resume: 'Retirer une permanence',
    portee: 'administration',
    siVersion: 'permise',
    params: params.extend({ permanenceId: identifiant('Identifiant de la permanence.') }),
    refuse: true,
    reponses: { 204: rienARendre },
    repond: ({ params: { id: referentId, permanenceId: id }, versions, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        const { maintenant } = await readHorloge(tx);
        const retrait = await removePermanence(tx, { referentId, id, versions }, maintenant);
        if (retrait === 'occupee') return { probleme: problemeOf('permanence_occupee') };
        return retrait === 'prise' ? rends(204, null) : problemeOfPrise[retrait];
      }),
  }),
  defineRoute({
    methode: 'post',
    chemin: `${V1}/referents/{id}/absences`,
    groupe: 'Référents',
    resume: 'Déclarer une absence',
    description: 'Aucun rendez-vous n’y est plus placé (R08). Ceux qui y sont déjà placés restent.',
    portee: 'administration',
    params,
    corps: nouvelleAbsence,
    siVersion: 'permise',
    reponses: { 201: { description: 'L’absence déclarée.', schema: absence } },
    repond: ({ params: { id }, corps, versions, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        const nouvelle = { id: randomUUID(), ...corps };
        const prise = await addAbsence(tx, id, nouvelle, versions);
        return prise === 'prise' ? rends(201, nouvelle) : problemeOfPrise[prise];
      }),
  }),
  defineRoute({
    methode: 'delete',
    chemin: `${V1}/referents/{id}/absences/{absenceId}`,
    groupe: 'Référents',
    resume: 'Retirer une absence',
    portee: 'administration',
    siVersion: 'permise',
    params: params.extend({ absenceId: identifiant('Identifiant de l’absence.') }),
    reponses: { 204: rienARendre },
    description: 'Celle d’un remplacement y met fin : tout revient au référent (R24).',
    repond: ({ params: { id, absenceId }, jeton, versions, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        const retrait = await removeAbsence(tx, id, absenceId, versions);
        if (retrait !== 'prise') return problemeOfPrise[retrait];
        await createRetour(tx, absenceId, randomUUID(), `agent:${jeton.agent}`);
        return rends(204, null);
      }),
  }),
];
