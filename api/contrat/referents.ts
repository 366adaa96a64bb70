import { z } from 'zod';
import { minutesOf } from '../../domain/temps/heure-locale';
import { courriel, dit, entier, heure, identifiant, ligne, telephone, texteLibre } from './champs';
import { fermeture, enOrdre, DESORDRE, periode } from './structures';

export const nouveauReferent = z
  .strictObject({
    structureId: identifiant('Structure du référent.'),
    prenom: ligne('Prénom.', 100),
    nom: ligne('Nom.', 100),
    courriel: courriel('Adresse de courriel : la personne y répond, le récapitulatif y arrive.'),
    telephone: telephone('Téléphone donné à la personne.'),
    maximumParJour: entier('Nombre de rendez-vous par jour, au plus.', 1, 50),
  })
  .meta({ id: 'NouveauReferent' });

const { prenom, nom, courriel: adresse, telephone: numero, maximumParJour } = nouveauReferent.shape;

export const correctionReferent = z
  .strictObject({ prenom, nom, courriel: adresse, telephone: numero, maximumParJour })
  .partial()
  .meta({ id: 'CorrectionReferent' });

/** A length that goes into the hours at least once. */
const DUREE = { min: 5, max: 240 };

export const nouvellePermanence = z
  .strictObject({
    jourDeSemaine: z
      .preprocess(
        (lu) => (typeof lu === 'string' && /^[1-7]$/.test(lu) ? Number(lu) : lu),
        z.literal([1, 2, 3, 4, 5, 6, 7], 'donnez un jour, de 1 pour lundi à 7 pour dimanche.'),
      )
      .meta({ description: '1 pour lundi … 7 pour dimanche.', type: 'integer', minimum: 1, maximum: 7 }),
    de: heure('Début, sur le mur de la structure.'),
    a: heure('Fin.'),
    dureeMinutes: entier('Durée d’un rendez-vous, et pas entre deux débuts.', DUREE.min, DUREE.max),
    dureeBilanMinutes: entier(
      'Durée d’un rendez-vous où se tient un bilan ; absente : la même.',
      DUREE.min,
      DUREE.max,
    )
      .nullable()
      .optional(),
    lieu: texteLibre('Lieu ou lien écrit dans la convocation ; absent : l’adresse de la structure.', 300)
      .nullable()
      .optional(),
  })
  .refine((p) => minutesOf(p.de) + p.dureeMinutes <= minutesOf(p.a), {
    path: ['a'],
    error: 'la permanence est trop courte pour un seul rendez-vous.',
  })
  .meta({ id: 'NouvellePermanence' });

export const permanence = z
  .strictObject({
    id: dit.id('Identifiant de la permanence.'),
    jourDeSemaine: dit.nombre('1 pour lundi … 7 pour dimanche.'),
    de: dit.texte('Début.'),
    a: dit.texte('Fin.'),
    dureeMinutes: dit.nombre('Durée d’un rendez-vous.'),
    dureeBilanMinutes: dit.nombre('Durée d’un rendez-vous où se tient un bilan.').nullable(),
    lieu: dit.texte('Lieu ; null : la structure.').nullable(),
  })
  .meta({ id: 'Permanence' });

export const nouvelleAbsence = z
  .strictObject(periode)
  .refine(enOrdre, DESORDRE)
  .meta({ id: 'NouvelleAbsence' });
export const absence = z.strictObject(fermeture.shape).meta({ id: 'Absence' });

export const referent = z
  .strictObject({
    id: dit.id('Identifiant du référent.'),
    structureId: dit.id('Structure.'),
    prenom: dit.texte('Prénom.'),
    nom: dit.texte('Nom.'),
    courriel: dit.texte('Adresse de courriel.'),
    telephone: dit.texte('Téléphone.'),
    maximumParJour: dit.nombre('Nombre de rendez-vous par jour, au plus.'),
    version: dit.version,
    permanences: dit.liste(permanence),
    absences: dit.liste(absence),
  })
  .meta({ id: 'Referent' });
