import { z } from 'zod';
import { codesRegimePoint, regimesPoint } from '../../domain/engagement/codes';
import { issuesPoint } from '../../domain/engagement/gestes-engagement';
import { choix, entier, codesOf, jour } from './champs';
import { defineGeste } from './geste';

const sansCible = z.strictObject({});

export const assignPointLegal = defineGeste({
  type: 'assignPointLegal',
  chemin: '/point-legal/delai',
  resume: 'Fixer le délai du point légal',
  description: 'Six mois, douze en cas de difficulté, ou aucun (R28 ; CASF, art. L.262-31 et D.262-65-2-1).',
  cible: sansCible,
  corps: z
    .strictObject({ regime: choix(codesRegimePoint, `Le délai et sa raison. ${codesOf(regimesPoint)}.`) })
    .meta({ id: 'DelaiPointLegal' }),
  build: (_, { regime }) => ({ type: 'assignPointLegal', regime }),
});

export const joinPointLegal = defineGeste({
  type: 'joinPointLegal',
  chemin: '/point-legal/rendez-vous',
  resume: 'Tenir le point légal et un bilan au même rendez-vous, ou les séparer',
  cible: sansCible,
  corps: z
    .strictObject({
      bilan: entier('Numéro du bilan ; absent pour séparer.', 1, 99).nullable().optional(),
    })
    .meta({ id: 'RendezVousDuPointLegal' }),
  build: (_, { bilan }) => ({ type: 'joinPointLegal', bilan: bilan ?? null }),
});

export const recordPointLegal = defineGeste({
  type: 'recordPointLegal',
  chemin: '/point-legal',
  resume: 'Enregistrer le point légal',
  description:
    'Un point tenu s’enregistre avant la révision qu’il entraîne : une révision ouvre un nouveau délai (R28).',
  cible: sansCible,
  corps: z
    .strictObject({
      tenuLe: jour('Jour où il a été tenu.'),
      issue: choix(issuesPoint, 'Ce qui en est sorti.'),
    })
    .meta({ id: 'PointLegal' }),
  build: (_, { tenuLe, issue }) => ({ type: 'recordPointLegal', tenuLe, issue }),
});
