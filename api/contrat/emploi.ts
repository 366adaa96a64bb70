import { z } from 'zod';
import { codesGenreEmploi, genresEmploi } from '../../domain/parcours/emploi';
import { codesMoyen, moyensContact } from '../../domain/parcours/silence';
import { choix, jour, texteFacultatif } from './champs';
import { defineGeste } from './geste';

const sansCible = z.strictObject({});

const ditCodes = (libelles: Readonly<Record<string, string>>) =>
  Object.entries(libelles)
    .map(([code, libelle]) => `\`${code}\` : ${libelle}`)
    .join(' ; ');

export const recordContact = defineGeste({
  type: 'recordContact',
  chemin: '/contacts',
  resume: 'Enregistrer un contact avec la personne',
  description:
    'Où le dispositif n’a pas de cadence, un contact fait repartir le compte du silence (R38) ; il tient aussi un point du suivi dans l’emploi (R40).',
  cible: sansCible,
  corps: z
    .strictObject({
      le: jour('Jour du contact, aujourd’hui au plus tard.'),
      moyen: choix(codesMoyen, `Moyen. ${ditCodes(moyensContact)}.`),
      commentaire: texteFacultatif('Ce qui a été dit ; effaçable.'),
    })
    .meta({ id: 'Contact' }),
  build: (_, { le, moyen, commentaire }, { keepTexteFacultatif }) => ({
    type: 'recordContact',
    le,
    moyen,
    texteId: keepTexteFacultatif(commentaire),
  }),
});

export const recordEmploi = defineGeste({
  type: 'recordEmploi',
  chemin: '/emploi',
  resume: 'Enregistrer le début d’un emploi',
  description:
    'Le suivi dans l’emploi se compte depuis le premier jour du contrat de travail ; la durée maximale ne demande plus rien tant qu’il dure (R40).',
  cible: sansCible,
  corps: z
    .strictObject({
      debutLe: jour('Premier jour de l’emploi, aujourd’hui au plus tard.'),
      genre: choix(codesGenreEmploi, `Emploi. ${ditCodes(genresEmploi)}.`),
      finPrevueLe: jour('Dernier jour prévu, inclus ; sans lui, l’emploi n’a pas de fin.')
        .nullable()
        .default(null),
      commentaire: texteFacultatif('Employeur, poste ; effaçable.'),
    })
    .meta({ id: 'Emploi' }),
  build: (_, { debutLe, genre, finPrevueLe, commentaire }, { keepTexteFacultatif }) => ({
    type: 'recordEmploi',
    debutLe,
    genre,
    finPrevueLe,
    texteId: keepTexteFacultatif(commentaire),
  }),
});

export const recordFinEmploi = defineGeste({
  type: 'recordFinEmploi',
  chemin: '/emploi/fin',
  resume: 'Enregistrer la fin d’un emploi qui n’a pas tenu',
  description: 'L’accompagnement reprend, sous sa durée maximale (R40).',
  cible: sansCible,
  corps: z
    .strictObject({
      le: jour('Dernier jour de l’emploi, aujourd’hui au plus tard.'),
      commentaire: texteFacultatif('Pourquoi il n’a pas tenu ; effaçable.'),
    })
    .meta({ id: 'FinEmploi' }),
  build: (_, { le, commentaire }, { keepTexteFacultatif }) => ({
    type: 'recordFinEmploi',
    le,
    texteId: keepTexteFacultatif(commentaire),
  }),
});
