import { z } from 'zod';
import type { QualificationMotif } from '../../domain/obligations/manquement';
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
  resume: 'Qualifier le motif d’une absence',
  description: 'Légitime : le manquement est clos. Sinon la première relance part (R14).',
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
