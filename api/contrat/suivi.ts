import { z } from 'zod';
import { codesMotifChangement, motifsChangement } from '../../domain/parcours/referent';
import { choix, identifiant, jour, texteFacultatif, texteLibre } from './champs';
import { champsContrat, contenuContrat } from './contrat';
import { defineGeste } from './geste';

const sansCible = z.strictObject({});

export const assignReferent = defineGeste({
  type: 'assignReferent',
  chemin: '/referent',
  resume: 'Désigner le référent d’un parcours qui n’en a pas',
  cible: sansCible,
  corps: z
    .strictObject({ referentId: identifiant('Référent de la structure du parcours.') })
    .meta({ id: 'DesignationReferent' }),
  build: (_, { referentId }) => ({ type: 'assignReferent', referentId }),
});

const motifsDuChangement = codesMotifChangement
  .map((code) => `\`${code}\` : ${motifsChangement[code]}`)
  .join(' ; ');

export const changeReferent = defineGeste({
  type: 'changeReferent',
  chemin: '/referent/changement',
  resume: 'Confier le parcours à un autre référent',
  description:
    'Les rendez-vous à venir passent aux permanences du nouveau référent ou lui sont signalés ; aucune date du parcours ne change (R22).',
  cible: sansCible,
  corps: z
    .strictObject({
      referentId: identifiant('Nouveau référent, de la structure du parcours.'),
      motif: choix(codesMotifChangement, `Motif du changement. ${motifsDuChangement}.`),
      le: jour('Jour du changement, aujourd’hui au plus tard.'),
      commentaire: texteFacultatif('Note libre, effaçable.'),
    })
    .meta({ id: 'ChangementReferent' }),
  build: (_, { referentId, motif, le, commentaire }, { keepTexteFacultatif }) => ({
    type: 'changeReferent',
    referentId,
    motif,
    le,
    texteId: keepTexteFacultatif(commentaire),
    transfertId: null,
  }),
});

export const recordOrientation = defineGeste({
  type: 'recordOrientation',
  chemin: '/orientation',
  resume: 'Enregistrer une nouvelle orientation, avant la signature du contrat',
  description:
    'Le mois pour signer repart de sa notification ; les rappels de l’ancien délai sont abandonnés (R13).',
  cible: sansCible,
  corps: z
    .strictObject({
      notifieeLe: jour('Jour où la nouvelle orientation a été notifiée, aujourd’hui au plus tard.'),
    })
    .meta({ id: 'NouvelleOrientation' }),
  build: (_, { notifieeLe }) => ({ type: 'recordOrientation', notifieeLe }),
});

export const correctOrientation = defineGeste({
  type: 'correctOrientation',
  chemin: '/orientation/correction',
  resume: 'Corriger le jour où l’orientation a été notifiée',
  description: 'Le délai pour signer le contrat est recompté depuis le bon jour (R13, R32).',
  cible: sansCible,
  corps: z
    .strictObject({ notifieeLe: jour('Jour réel de la notification.') })
    .meta({ id: 'CorrectionOrientation' }),
  build: (_, { notifieeLe }) => ({ type: 'correctOrientation', notifieeLe }),
});

export const signContrat = defineGeste({
  type: 'signContrat',
  chemin: '/contrat',
  resume: 'Enregistrer la signature du contrat d’engagement',
  description:
    'Les mois, les bilans et la durée maximale se comptent depuis la date de signature (R01, R13).',
  cible: sansCible,
  corps: z
    .strictObject({ signeLe: jour('Jour de la signature, aujourd’hui au plus tard.'), ...champsContrat })
    .meta({ id: 'SignatureContrat' }),
  build: (_, { signeLe, ...contrat }, { keepTexte }) => ({
    type: 'signContrat',
    signeLe,
    ...contenuContrat(contrat, keepTexte),
  }),
});

export const prolongParcours = defineGeste({
  type: 'prolongParcours',
  chemin: '/prolongation',
  resume: 'Prolonger un parcours au-delà de sa durée maximale',
  description: 'Décision d’une personne, bornée par l’édition du dispositif (R02).',
  cible: sansCible,
  corps: z
    .strictObject({
      jusquAu: jour('Nouveau dernier jour, inclus.'),
      motif: texteLibre('Motif de la prolongation.'),
    })
    .meta({ id: 'Prolongation' }),
  build: (_, { jusquAu, motif }, { keepTexte }) => ({
    type: 'prolongParcours',
    jusquAu,
    texteId: keepTexte(motif),
  }),
});

export const correctContrat = defineGeste({
  type: 'correctContrat',
  chemin: '/contrat/correction',
  resume: 'Corriger la date de signature du contrat',
  description: 'Les mois, les bilans et la durée maximale sont recomptés depuis la bonne date (R32).',
  cible: z.strictObject({}),
  corps: z.strictObject({ signeLe: jour('Jour réel de la signature.') }).meta({ id: 'CorrectionContrat' }),
  build: (_, { signeLe }) => ({ type: 'correctContrat', signeLe }),
});
