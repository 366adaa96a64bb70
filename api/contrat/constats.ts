import { z } from 'zod';
import { codesDemarche, demarches, issuesConstat } from '../../domain/engagement/codes';
import { codesDeclaration } from '../../domain/engagement/declarations-dues';
import { findCivilDate } from '../../domain/temps/jour';
import { choix, codesOf, jour, rang, texteFacultatif } from './champs';
import { defineGeste } from './geste';

const sansCible = z.strictObject({});

const demarche = {
  quoi: choix(codesDemarche, `La démarche. ${codesOf(demarches)}.`),
  de: choix(['personne', 'referent'], 'Qui la fait.').default('personne'),
  avantLe: jour('Pour quand ; aujourd’hui au plus tôt.'),
  precision: texteFacultatif('En quelques mots ; effaçable.', 1000),
};

export const recordEntretien = defineGeste({
  type: 'recordEntretien',
  chemin: '/rendez-vous/{numero}/entretien',
  resume: 'Noter ce qui a été convenu à un rendez-vous honoré',
  description: 'Relu au rendez-vous suivant (R25).',
  cible: z.strictObject({ numero: rang('Numéro du rendez-vous.') }),
  corps: z
    .strictObject({
      convenu: texteFacultatif('Ce qui a été convenu ; effaçable.'),
      etapes: z
        .array(z.strictObject(demarche))
        .max(10)
        .default([])
        .meta({ description: 'Les prochaines étapes, avec leur date.' }),
    })
    .meta({ id: 'Entretien' }),
  build: ({ numero }, { convenu, etapes }, { keepTexteFacultatif }) => ({
    type: 'recordEntretien',
    rendezVousId: numero,
    texteId: keepTexteFacultatif(convenu),
    demarches: etapes.map(({ precision, ...d }) => ({ ...d, texteId: keepTexteFacultatif(precision) })),
  }),
});

export const addDemarche = defineGeste({
  type: 'addDemarche',
  chemin: '/demarches',
  resume: 'Ajouter une démarche convenue, avec sa date',
  cible: sansCible,
  corps: z.strictObject(demarche).meta({ id: 'NouvelleDemarche' }),
  build: (_, { precision, ...d }, { keepTexteFacultatif }) => ({
    type: 'addDemarche',
    ...d,
    texteId: keepTexteFacultatif(precision),
  }),
});

export const recordDemarche = defineGeste({
  type: 'recordDemarche',
  chemin: '/demarches/{numero}/constat',
  resume: 'Dire si une démarche est faite',
  description: 'Seul « pas faite », une fois son jour passé, peut ouvrir un manquement (R27).',
  cible: z.strictObject({ numero: rang('Numéro de la démarche.') }),
  corps: z
    .strictObject({
      issue: choix([...issuesConstat, 'sans_objet'], 'Ce qu’il en est.'),
      commentaire: texteFacultatif('Ce que la personne a dit ; effaçable.'),
    })
    .meta({ id: 'ConstatDemarche' }),
  build: ({ numero }, { issue, commentaire }, { keepTexteFacultatif }) => ({
    type: 'recordDemarche',
    demarche: numero,
    issue,
    texteId: keepTexteFacultatif(commentaire),
  }),
});

export const assignDeclarations = defineGeste({
  type: 'assignDeclarations',
  chemin: '/declarations',
  resume: 'Dire quelles déclarations concernent la personne',
  description: 'Une date absente : cette déclaration ne la concerne pas (R27).',
  cible: sansCible,
  corps: z
    .strictObject({
      dtr: jour('Première déclaration trimestrielle de ressources à suivre.').nullable().optional(),
      actualisation: jour('Première actualisation mensuelle à suivre.').nullable().optional(),
    })
    .meta({ id: 'DeclarationsSuivies' }),
  build: (_, { dtr, actualisation }) => ({
    type: 'assignDeclarations',
    dtr: dtr ?? null,
    actualisation: actualisation ?? null,
  }),
});

const declaration = z
  .string()
  .transform((texte, ctx) => {
    const genre = codesDeclaration.find((g) => texte.startsWith(`${g}-`));
    const duLe = genre === undefined ? null : findCivilDate(texte.slice(genre.length + 1));
    if (genre !== undefined && duLe !== null) return { genre, duLe };
    ctx.addIssue({ code: 'custom', message: 'donnez une déclaration et son jour : dtr-2025-04-30.' });
    return z.NEVER;
  })
  .meta({ description: 'La déclaration et son jour.', type: 'string', example: 'dtr-2025-04-30' });

export const recordDeclaration = defineGeste({
  type: 'recordDeclaration',
  chemin: '/declarations/{declaration}/constat',
  resume: 'Dire si une déclaration est faite',
  description: 'Seul « pas faite », une fois son jour passé, peut ouvrir un manquement (R27).',
  cible: z.strictObject({ declaration }),
  corps: z
    .strictObject({
      issue: choix(issuesConstat, 'Ce qu’il en est.'),
      commentaire: texteFacultatif('Ce que la personne a dit ; effaçable.'),
    })
    .meta({ id: 'ConstatDeclaration' }),
  build: ({ declaration: d }, { issue, commentaire }, { keepTexteFacultatif }) => ({
    type: 'recordDeclaration',
    ...d,
    issue,
    texteId: keepTexteFacultatif(commentaire),
  }),
});
