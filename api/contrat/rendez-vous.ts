import { z } from 'zod';
import { statutsRendezVous } from '../../domain/rendez-vous/rendez-vous';
import { choix, entier, instantOf, isAuMur, moment, rang, texteFacultatif } from './champs';
import { defineGeste } from './geste';

const numero = z.strictObject({ numero: rang('Numéro du rendez-vous dans ce parcours.') });
/** Any length can be asked for: the law bounds it and says how (`duree_invalide`). */
const duree = () => entier('Durée en minutes.', 0, 10_000);

export const addRendezVous = defineGeste({
  type: 'addRendezVous',
  chemin: '/rendez-vous',
  resume: 'Ajouter un rendez-vous',
  description: 'Placé par une personne, dans ou hors des permanences ; la personne suivie est convoquée.',
  cible: z.strictObject({}),
  corps: z
    .strictObject({
      debut: moment('Début du rendez-vous.'),
      dureeMinutes: duree(),
      bilan: entier('Numéro du bilan à tenir à ce rendez-vous, déjà annoncé (R15).', 1, 99).optional(),
    })
    .meta({ id: 'NouveauRendezVous' }),
  horaire: ({ debut }) => isAuMur(debut),
  build: (_, { debut, dureeMinutes, bilan }, { zone }) => ({
    type: 'addRendezVous',
    debut: instantOf(debut, zone),
    dureeMinutes,
    ...(bilan !== undefined && { bilan }),
  }),
});

export const moveRendezVous = defineGeste({
  type: 'moveRendezVous',
  chemin: '/rendez-vous/{numero}/deplacement',
  resume: 'Déplacer un rendez-vous à venir',
  cible: numero,
  corps: z
    .strictObject({
      debut: moment('Nouveau début.'),
      dureeMinutes: duree()
        .nullable()
        .optional()
        .meta({ description: 'Inchangée si elle n’est pas donnée.' }),
    })
    .meta({ id: 'DeplacementRendezVous' }),
  horaire: ({ debut }) => isAuMur(debut),
  build: ({ numero: rendezVousId }, { debut, dureeMinutes }, { zone }) => ({
    type: 'moveRendezVous',
    rendezVousId,
    debut: instantOf(debut, zone),
    dureeMinutes: dureeMinutes ?? null,
  }),
});

export const cancelRendezVous = defineGeste({
  type: 'cancelRendezVous',
  chemin: '/rendez-vous/{numero}/annulation',
  resume: 'Annuler un rendez-vous à venir',
  cible: numero,
  corps: z
    .strictObject({ par: choix(['service', 'personne'], 'Qui annule : le service, ou la personne suivie.') })
    .meta({ id: 'AnnulationRendezVous' }),
  build: ({ numero: rendezVousId }, { par }) => ({ type: 'cancelRendezVous', rendezVousId, par }),
});

export const recordStatut = defineGeste({
  type: 'recordStatut',
  chemin: '/rendez-vous/{numero}/statut',
  resume: 'Indiquer si la personne est venue',
  description: 'Peut être corrigé le jour même (R11). Une absence sans motif ouvre un manquement (R14).',
  cible: numero,
  corps: z
    .strictObject({
      statut: choix(statutsRendezVous, 'Honoré, excusé (motif donné avant ou sur place) ou absent.'),
      commentaire: texteFacultatif('Note libre, effaçable.'),
    })
    .meta({ id: 'StatutRendezVous' }),
  build: ({ numero: rendezVousId }, { statut, commentaire }, { keepTexteFacultatif }) => ({
    type: 'recordStatut',
    rendezVousId,
    statut,
    texteId: keepTexteFacultatif(commentaire),
  }),
});

export const correctStatut = defineGeste({
  type: 'correctStatut',
  chemin: '/rendez-vous/{numero}/statut/correction',
  resume: 'Corriger une présence après son jour',
  description: 'Ce que l’erreur avait fait naître est retiré, et dit à la personne si elle l’avait su (R32).',
  cible: numero,
  corps: z
    .strictObject({
      statut: choix(statutsRendezVous, 'Ce qui s’est réellement passé.'),
      commentaire: texteFacultatif('Note libre, effaçable.'),
    })
    .meta({ id: 'CorrectionStatut' }),
  build: ({ numero: rendezVousId }, { statut, commentaire }, { keepTexteFacultatif }) => ({
    type: 'correctStatut',
    rendezVousId,
    statut,
    texteId: keepTexteFacultatif(commentaire),
  }),
});

export const correctRendezVous = defineGeste({
  type: 'correctRendezVous',
  chemin: '/rendez-vous/{numero}/correction',
  resume: 'Corriger le jour ou l’heure d’un rendez-vous déjà renseigné',
  description: 'Un rendez-vous à venir se déplace, il ne se corrige pas (R32).',
  cible: numero,
  corps: z
    .strictObject({
      debut: moment('Quand il a réellement eu lieu.'),
      dureeMinutes: duree().nullable().optional(),
    })
    .meta({ id: 'CorrectionRendezVous' }),
  horaire: ({ debut }) => isAuMur(debut),
  build: ({ numero: rendezVousId }, { debut, dureeMinutes }, { zone }) => ({
    type: 'correctRendezVous',
    rendezVousId,
    debut: instantOf(debut, zone),
    dureeMinutes: dureeMinutes ?? null,
  }),
});

export const recordRendezVous = defineGeste({
  type: 'recordRendezVous',
  chemin: '/rendez-vous/apres-coup',
  resume: 'Saisir après coup un rendez-vous oublié',
  description: 'Il a eu lieu sans avoir été fixé dans Jalons : une absence n’y ouvre aucun manquement (R32).',
  cible: z.strictObject({}),
  corps: z
    .strictObject({
      debut: moment('Quand il a eu lieu.'),
      dureeMinutes: duree(),
      statut: choix(statutsRendezVous, 'Honoré, excusé ou absent.'),
      commentaire: texteFacultatif('Note libre, effaçable.'),
    })
    .meta({ id: 'RendezVousApresCoup' }),
  horaire: ({ debut }) => isAuMur(debut),
  build: (_, { debut, dureeMinutes, statut, commentaire }, { zone, keepTexteFacultatif }) => ({
    type: 'recordRendezVous',
    debut: instantOf(debut, zone),
    dureeMinutes,
    statut,
    texteId: keepTexteFacultatif(commentaire),
  }),
});
