import { z } from 'zod';
import type { QualificationMotif, SuiteSignalement } from '../../domain/obligations/manquement';
import { codesMotif } from '../../domain/obligations/motifs';
import { choix, jour, rang, texteFacultatif, texteLibre } from './champs';
import { defineGeste } from './geste';

const numero = z.strictObject({ numero: rang('Numéro du manquement dans ce parcours.') });

const qualifications = [
  'legitime',
  'non_legitime',
  'sans_reponse',
] as const satisfies readonly QualificationMotif[];

export const qualifyMotif = defineGeste({
  type: 'qualifyMotif',
  chemin: '/manquements/{numero}/motif',
  resume: 'Qualifier le motif d’un manquement',
  description:
    'Légitime : le manquement est clos, ou levé s’il l’était déjà (R31). Sinon la première relance part (R14).',
  cible: numero,
  corps: z
    .strictObject({
      qualification: choix(qualifications, 'Motif légitime, non légitime, ou absence de réponse.'),
      commentaire: texteFacultatif('Ce que la personne a dit ; effaçable.'),
    })
    .meta({ id: 'QualificationMotif' }),
  build: ({ numero: manquement }, { qualification, commentaire }, { keepTexteFacultatif }) => ({
    type: 'qualifyMotif',
    manquement,
    qualification,
    texteId: keepTexteFacultatif(commentaire),
  }),
});

const mot = () => texteLibre('Un mot sur cette décision ; effaçable.');

export const confirmSignalement = defineGeste({
  type: 'confirmSignalement',
  chemin: '/manquements/{numero}/signalement/confirmation',
  resume: 'Confirmer un signalement proposé',
  description: 'Rien n’est transmis sans cet acte d’une personne (R14).',
  cible: numero,
  corps: z.strictObject({ commentaire: mot() }).meta({ id: 'ConfirmationSignalement' }),
  build: ({ numero: manquement }, { commentaire }, { keepTexte }) => ({
    type: 'confirmSignalement',
    manquement,
    texteId: keepTexte(commentaire),
  }),
});

export const postponeSignalement = defineGeste({
  type: 'postponeSignalement',
  chemin: '/manquements/{numero}/signalement/report',
  resume: 'Reporter la décision sur un signalement proposé',
  cible: numero,
  corps: z
    .strictObject({ au: jour('Jour où le signalement sera proposé de nouveau.'), commentaire: mot() })
    .meta({ id: 'ReportSignalement' }),
  build: ({ numero: manquement }, { au, commentaire }, { keepTexte }) => ({
    type: 'postponeSignalement',
    manquement,
    au,
    texteId: keepTexte(commentaire),
  }),
});

export const dropSignalement = defineGeste({
  type: 'dropSignalement',
  chemin: '/manquements/{numero}/signalement/abandon',
  resume: 'Abandonner un signalement proposé',
  cible: numero,
  corps: z.strictObject({ commentaire: mot() }).meta({ id: 'AbandonSignalement' }),
  build: ({ numero: manquement }, { commentaire }, { keepTexte }) => ({
    type: 'dropSignalement',
    manquement,
    texteId: keepTexte(commentaire),
  }),
});

export const recordMotif = defineGeste({
  type: 'recordMotif',
  chemin: '/manquements/{numero}/motifs',
  resume: 'Enregistrer le motif donné par la personne',
  description: 'Il ne décide de rien : une personne le qualifie ensuite (R31).',
  cible: numero,
  corps: z
    .strictObject({
      motif: choix(codesMotif, 'Motif, dans la liste du métier.'),
      recuLe: jour('Jour où il a été reçu.'),
      commentaire: texteFacultatif('Ce que la personne a dit ; effaçable. Aucun détail de santé.'),
    })
    .meta({ id: 'MotifRecu' }),
  build: ({ numero: manquement }, { motif, recuLe, commentaire }, { keepTexteFacultatif }) => ({
    type: 'recordMotif',
    manquement,
    motif,
    recuLe,
    texteId: keepTexteFacultatif(commentaire),
  }),
});

const commentaire = () => texteFacultatif('Un mot, si nécessaire ; effaçable.');

export const recordRemobilisation = defineGeste({
  type: 'recordRemobilisation',
  chemin: '/manquements/{numero}/remobilisation',
  resume: 'Constater que la personne s’est remobilisée',
  description: 'Clôt à tout échelon ; après une transmission, un second signal est à transmettre (R31).',
  cible: numero,
  corps: z
    .strictObject({ le: jour('Jour de la remobilisation.'), commentaire: commentaire() })
    .meta({ id: 'Remobilisation' }),
  build: ({ numero: manquement }, { le, commentaire: dit }, { keepTexteFacultatif }) => ({
    type: 'recordRemobilisation',
    manquement,
    le,
    texteId: keepTexteFacultatif(dit),
  }),
});

const suites = ['sans_suite', 'decision_prise'] as const satisfies readonly SuiteSignalement[];

export const recordSuite = defineGeste({
  type: 'recordSuite',
  chemin: '/manquements/{numero}/signalement/suite',
  resume: 'Enregistrer la suite donnée à un signalement transmis',
  description: 'La décision appartient à l’organisme qui l’a reçu ; « sans suite » clôt le manquement (R31).',
  cible: numero,
  corps: z
    .strictObject({
      suite: choix(suites, 'Sans suite, ou une décision prise ailleurs.'),
      le: jour('Jour où elle a été connue.'),
      commentaire: commentaire(),
    })
    .meta({ id: 'SuiteSignalement' }),
  build: ({ numero: manquement }, { suite, le, commentaire: dit }, { keepTexteFacultatif }) => ({
    type: 'recordSuite',
    manquement,
    suite,
    le,
    texteId: keepTexteFacultatif(dit),
  }),
});

export const recordTransmission = defineGeste({
  type: 'recordTransmission',
  chemin: '/manquements/{numero}/signalement/transmission',
  resume: 'Indiquer que la remobilisation ou le retrait a été transmis',
  description: 'Le second signal à l’organisme qui a reçu le signalement (R31).',
  cible: numero,
  corps: z.strictObject({ le: jour('Jour de la transmission.') }).meta({ id: 'TransmissionSignal' }),
  build: ({ numero: manquement }, { le }) => ({ type: 'recordTransmission', manquement, le }),
});
