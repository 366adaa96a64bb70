import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { codesMotifSortie, motifsSortie } from '../../domain/parcours/sortie';
import { codesSituation, situationsSuivi } from '../../domain/parcours/suivi-sortie';
import { choix, edition, identifiant, jour, texteFacultatif } from './champs';
import { defineGeste } from './geste';

const sansCible = z.strictObject({});

const ditCodes = (libelles: Readonly<Record<string, string>>) =>
  Object.entries(libelles)
    .map(([code, libelle]) => `\`${code}\` : ${libelle}`)
    .join(' ; ');
const motifs = ditCodes(Object.fromEntries(codesMotifSortie.map((m) => [m, motifsSortie[m].libelle])));

const emploi = z
  .strictObject({
    debutLe: jour('Premier jour du contrat trouvé.'),
    finLe: jour('Dernier jour du contrat, inclus ; sans lui, le contrat n’a pas de fin.')
      .nullable()
      .default(null),
  })
  .meta({ id: 'ContratTrouve' });

export const exitParcours = defineGeste({
  type: 'exitParcours',
  chemin: '/sortie',
  resume: 'Clore un parcours',
  description:
    'Tout ce qui était prévu est annulé ; la personne en est prévenue, sauf déménagement ou décès (R33). Sa situation est demandée six mois plus tard (R34).',
  cible: sansCible,
  corps: z
    .strictObject({
      motif: choix(codesMotifSortie, `Motif de la sortie. ${motifs}.`),
      le: jour('Jour de la sortie, aujourd’hui au plus tard.'),
      emploi: emploi
        .nullable()
        .default(null)
        .meta({ description: 'Contrat trouvé ; ses deux dates sont nécessaires pour un CDD (R33).' }),
    })
    .meta({ id: 'Sortie' }),
  build: (_, { motif, le, emploi: trouve }) => ({ type: 'exitParcours', motif, le, emploi: trouve }),
});

export const dropDeces = defineGeste({
  type: 'dropDeces',
  chemin: '/deces/dementi',
  resume: 'Dire qu’un décès signalé est une erreur',
  description:
    'Un décès enregistré dans un autre parcours de la personne fait taire celui-ci ; démenti, l’accompagnement continue (R33).',
  cible: sansCible,
  corps: z
    .strictObject({ commentaire: texteFacultatif('D’où vient l’erreur ; effaçable.') })
    .meta({ id: 'DementiDeces' }),
  build: (_, { commentaire }, { keepTexteFacultatif }) => ({
    type: 'dropDeces',
    texteId: keepTexteFacultatif(commentaire),
  }),
});

export const recordSuivi = defineGeste({
  type: 'recordSuivi',
  chemin: '/suivi',
  resume: 'Enregistrer la situation six mois après la sortie',
  description: 'Ne pas savoir et ne pas vouloir répondre sont deux réponses différentes (R34).',
  cible: sansCible,
  corps: z
    .strictObject({
      situation: choix(codesSituation, `Situation. ${ditCodes(situationsSuivi)}.`),
      le: jour('Jour auquel cette situation vaut.'),
      commentaire: texteFacultatif('Un mot sur cette réponse ; effaçable.'),
    })
    .meta({ id: 'SuiviApresSortie' }),
  build: (_, { situation, le, commentaire }, { keepTexteFacultatif }) => ({
    type: 'recordSuivi',
    situation,
    le,
    texteId: keepTexteFacultatif(commentaire),
  }),
});

export const reorientParcours = defineGeste({
  type: 'reorientParcours',
  chemin: '/reorientation',
  resume: 'Réorienter : clore ce parcours et ouvrir le suivant, d’un seul acte',
  description: 'Le parcours suivant a sa propre ancre ; chacun des deux garde le lien vers l’autre (R35).',
  cible: sansCible,
  corps: z
    .strictObject({
      dispositif: edition('Dispositif et édition du parcours suivant.'),
      structureId: identifiant('Structure qui accompagnera.'),
      referentId: identifiant('Référent de cette structure ; il peut être désigné plus tard.')
        .nullable()
        .default(null),
      orientationNotifieeLe: jour('Jour où la nouvelle orientation a été notifiée.'),
      soumisAuxObligations: z
        .boolean('donnez true ou false.')
        .nullable()
        .default(null)
        .meta({ description: 'Sans réponse : comme dans le parcours qui finit.' }),
      commentaire: texteFacultatif('Pourquoi cette réorientation ; effaçable.'),
    })
    .meta({ id: 'Reorientation' }),
  // The zone of the structure and the id of the next parcours are found by the route, which knows the base.
  build: (_, { commentaire, ...corps }, { zone, keepTexteFacultatif }) => ({
    type: 'reorientParcours',
    ...corps,
    suivantId: randomUUID(),
    zone,
    texteId: keepTexteFacultatif(commentaire),
  }),
});

export const moveEdition = defineGeste({
  type: 'moveEdition',
  chemin: '/edition',
  resume: 'Faire passer un parcours à l’édition qui suit la sienne',
  description: 'Acte d’une personne : rien ne se clôt ni ne change d’édition tout seul (R36).',
  cible: sansCible,
  corps: z
    .strictObject({
      dispositif: edition('Édition qui fait suite à celle du parcours.'),
      le: jour('Premier jour compté pour cette édition.'),
    })
    .meta({ id: 'ChangementEdition' }),
  build: (_, { dispositif, le }) => ({ type: 'moveEdition', dispositif, le }),
});
