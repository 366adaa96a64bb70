import { z } from 'zod';
import {
  codesGenreEtape,
  codesIssueEtape,
  codesPartenaire,
  codesPublic,
  genresEtape,
  issuesEtape,
  partenaires,
  publicsPrioritaires,
} from '../../domain/engagement/codes';
import { choix, codesOf, jour, jourFacultatif, rang, texteFacultatif } from './champs';
import { defineGeste } from './geste';

const sansCible = z.strictObject({});
const duneEtape = z.strictObject({ numero: rang('Numéro de l’étape.') });

export const addEtape = defineGeste({
  type: 'addEtape',
  chemin: '/etapes',
  resume: 'Convenir d’une étape du parcours, avec ses dates et son partenaire',
  description: 'Une étape à la fois ; la personne en est prévenue (R39).',
  cible: sansCible,
  corps: z
    .strictObject({
      quoi: choix(codesGenreEtape, `L’étape. ${codesOf(genresEtape)}.`),
      partenaire: choix(codesPartenaire, `Avec qui. ${codesOf(partenaires)}.`)
        .nullable()
        .optional(),
      nomPartenaire: texteFacultatif('Le nom du partenaire, une adresse ; effaçable.', 1000),
      le: jour('Jour où elle a été convenue, aujourd’hui au plus tard.'),
      du: jour('Premier jour.'),
      au: jour('Dernier jour, inclus.'),
      precision: texteFacultatif('Ce qui est convenu ; effaçable.'),
    })
    .meta({ id: 'NouvelleEtape' }),
  build: (_, { partenaire, nomPartenaire, precision, ...etape }, { keepTexteFacultatif }) => ({
    type: 'addEtape',
    ...etape,
    partenaire: partenaire ?? null,
    texteId: keepTexteFacultatif(precision),
    partenaireTexteId: keepTexteFacultatif(nomPartenaire),
  }),
});

export const moveEtape = defineGeste({
  type: 'moveEtape',
  chemin: '/etapes/{numero}/deplacement',
  resume: 'Donner d’autres dates à une étape',
  description: 'La personne en est prévenue (R39).',
  cible: duneEtape,
  corps: z
    .strictObject({
      du: jourFacultatif('Nouveau premier jour ; absent, il ne change pas.'),
      au: jour('Nouveau dernier jour, inclus.'),
      commentaire: texteFacultatif('Pourquoi ; effaçable.'),
    })
    .meta({ id: 'DeplacementEtape' }),
  build: ({ numero }, { du, au, commentaire }, { keepTexteFacultatif }) => ({
    type: 'moveEtape',
    etape: numero,
    du: du ?? null,
    au,
    texteId: keepTexteFacultatif(commentaire),
  }),
});

export const recordEtape = defineGeste({
  type: 'recordEtape',
  chemin: '/etapes/{numero}/constat',
  resume: 'Dire qu’une étape est atteinte ou abandonnée',
  description: 'La personne en est prévenue ; aucun manquement ne s’ouvre (R39).',
  cible: duneEtape,
  corps: z
    .strictObject({
      issue: choix(codesIssueEtape, `Ce qu’il en est. ${codesOf(issuesEtape)}.`),
      le: jour('Depuis quel jour, aujourd’hui au plus tard.'),
      commentaire: texteFacultatif('En quelques mots ; effaçable.'),
    })
    .meta({ id: 'ConstatEtape' }),
  build: ({ numero }, { issue, le, commentaire }, { keepTexteFacultatif }) => ({
    type: 'recordEtape',
    etape: numero,
    issue,
    le,
    texteId: keepTexteFacultatif(commentaire),
  }),
});

/** A form ticks boxes, each under its own name; JSON writes a list. */
export const publics = z
  .preprocess(
    (lu) => (typeof lu === 'object' && lu !== null && !Array.isArray(lu) ? Object.keys(lu) : lu),
    z.array(choix(codesPublic, codesOf(publicsPrioritaires))).max(codesPublic.length),
  )
  .meta({
    description: `Les publics prioritaires dont la personne relève, aucun si la liste est vide (R41). ${codesOf(publicsPrioritaires)}.`,
    type: 'array',
    maxItems: codesPublic.length,
    items: { type: 'string', enum: [...codesPublic] },
  });

export const assignPublics = defineGeste({
  type: 'assignPublics',
  chemin: '/publics',
  resume: 'Indiquer les publics prioritaires dont la personne relève',
  description: 'Une nouvelle réponse remplace la précédente (R41).',
  cible: sansCible,
  corps: z.strictObject({ publics: publics.default([]) }).meta({ id: 'PublicsPrioritaires' }),
  build: (_, { publics: dits }) => ({ type: 'assignPublics', publics: dits }),
});
