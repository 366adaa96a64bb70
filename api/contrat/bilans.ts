import { z } from 'zod';
import { orientationsBilan } from '../../domain/parcours/gestes-bilan';
import { choix, jour, rang, texteLibre } from './champs';
import { defineGeste } from './geste';

export const recordBilan = defineGeste({
  type: 'recordBilan',
  chemin: '/bilans/{numero}',
  resume: 'Enregistrer un bilan, objectif par objectif',
  description: 'À partir de son annonce (R15). Un retard ne décale pas le bilan suivant.',
  cible: z.strictObject({ numero: rang('Numéro du bilan : 1 pour celui des six premiers mois.') }),
  corps: z
    .strictObject({
      tenuLe: jour('Jour où le bilan a été tenu.'),
      objectifs: z
        .array(
          z.strictObject({
            objectif: texteLibre('L’objectif du contrat, en quelques mots.', 1000),
            atteint: choix(['oui', 'en_partie', 'non'], 'L’objectif est-il atteint ?'),
          }),
        )
        .max(20)
        .default([])
        .meta({ description: 'Les objectifs du contrat, un à un.' }),
      orientation: choix(orientationsBilan, 'La suite décidée avec la personne.'),
    })
    .meta({ id: 'RealisationBilan' }),
  build: ({ numero }, { tenuLe, objectifs, orientation }, { keepTexte }) => ({
    type: 'recordBilan',
    bilan: numero,
    tenuLe,
    objectifs: objectifs.map(({ objectif, atteint }) => ({ texteId: keepTexte(objectif), atteint })),
    orientation,
  }),
});

export const correctBilan = defineGeste({
  type: 'correctBilan',
  chemin: '/bilans/{numero}/correction',
  resume: 'Corriger le jour où un bilan a été tenu',
  cible: z.strictObject({ numero: rang('Numéro du bilan.') }),
  corps: z
    .strictObject({ tenuLe: jour('Jour où il a réellement été tenu.') })
    .meta({ id: 'CorrectionBilan' }),
  build: ({ numero }, { tenuLe }) => ({ type: 'correctBilan', bilan: numero, tenuLe }),
});
