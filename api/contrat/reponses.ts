import { z } from 'zod';
import { dit, rang } from './champs';
import { defineGeste } from './geste';

/** R42 — what the person said by the link of a mail, as a professional reads it. */
export const reponse = z
  .strictObject({
    rang: dit.nombre('Rang, de 1 en 1.'),
    quoi: dit.choix(
      ['venue', 'empechement', 'motif'],
      'Elle viendra, ne peut pas venir, ou répond à une demande de motif.',
    ),
    le: dit.jour('Jour.'),
    heure: dit.texte('Heure, sur le mur de la structure.'),
    rendezVousId: dit.nombre('Rendez-vous dont elle parle.').nullable(),
    manquement: dit.nombre('Manquement dont elle parle.').nullable(),
    raison: dit.texte('Raison choisie, dans ses mots.').nullable(),
    moments: dit.liste(dit.texte('Moment qui lui convient.')),
    texteId: dit.texte('Ce qu’elle a écrit : un des textes du journal ; effaçable.').nullable(),
    documentId: dit.id('Document joint, à lire par sa route ; effaçable.').nullable(),
    tardive: dit.oui('Après le dernier jour pour répondre (R14).'),
    lueLe: dit.jour('Jour où un professionnel l’a marquée comme lue ; le journal dit qui (R49).').nullable(),
    lueHeure: dit.texte('Heure de cette lecture, sur le mur de la structure.').nullable(),
    aLire: dit.oui('Attend d’être lue par un professionnel (R49).'),
    courante: dit.oui('Attend encore un professionnel, ou dit ce qu’il en est d’un rendez-vous à venir.'),
  })
  .meta({ id: 'ReponsePersonne' });

/** R49 — nothing to say but which: who and when, the journal keeps. */
export const recordLecture = defineGeste({
  type: 'recordLecture',
  chemin: '/reponses/{rang}/lecture',
  resume: 'Marquer comme lue une réponse de la personne',
  description:
    'La tâche tombe. Rien d’autre ne change : ni le rendez-vous, ni le manquement (R42, R49). Le journal garde qui et quand.',
  cible: z.strictObject({ rang: rang('Rang de la réponse dans ce parcours.') }),
  corps: z.strictObject({}).meta({ id: 'LectureReponse' }),
  build: ({ rang: reponse }) => ({ type: 'recordLecture', reponse }),
});

export const documentJoint = z
  .instanceof(Buffer)
  .meta({ type: 'string', format: 'binary', description: 'Photo (JPEG, PNG) ou PDF, 5 Mo au plus.' });

export const liensCoupes = z
  .strictObject({ coupes: dit.nombre('Liens qui ouvraient encore quelque chose.') })
  .meta({ id: 'LiensCoupes' });
