import { z } from 'zod';
import { codesZone } from '../../domain/temps/zones';
import { choix, courriel, dit, jour, ligne, telephone, texteLibre } from './champs';

export const periode = {
  du: jour('Premier jour, inclus.'),
  au: jour('Dernier jour, inclus.'),
};

/** Both days are included: the same day twice is one day. */
export const enOrdre = (p: { readonly du: string; readonly au: string }) => p.du <= p.au;
export const DESORDRE = { path: ['au'], error: 'le dernier jour précède le premier.' };

export const nouvelleFermeture = z
  .strictObject(periode)
  .refine(enOrdre, DESORDRE)
  .meta({ id: 'NouvelleFermeture' });

export const fermeture = z
  .strictObject({
    id: dit.id('Identifiant de la fermeture.'),
    du: dit.jour('Premier jour, inclus.'),
    au: dit.jour('Dernier jour, inclus.'),
  })
  .meta({ id: 'Fermeture' });

export const nouvelleStructure = z
  .strictObject({
    code: z
      .string()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/,
        'donnez de 1 à 40 lettres sans accent, chiffres, « - » ou « _ ».',
      )
      .meta({
        description: 'Code de la structure, unique, lisible par un administrateur.',
        example: 'toulon-centre',
      }),
    nom: ligne('Nom dit à la personne.'),
    zone: choix(codesZone, 'Territoire : il donne l’heure locale et les jours fériés.'),
    adresse: texteLibre('Adresse postale, écrite dans les convocations.', 500),
    telephone: telephone('Téléphone de l’accueil.'),
    responsableNom: ligne('Nom du responsable.'),
    responsableCourriel: courriel('Adresse du responsable, qui reçoit les alertes.'),
  })
  .meta({ id: 'NouvelleStructure' });

const { nom, adresse, telephone: numero, responsableNom, responsableCourriel } = nouvelleStructure.shape;

/** Neither its code nor its territory: dates have been counted there. */
export const correctionStructure = z
  .strictObject({ nom, adresse, telephone: numero, responsableNom, responsableCourriel })
  .partial()
  .meta({ id: 'CorrectionStructure' });

export const structure = z
  .strictObject({
    id: dit.id('Identifiant de la structure.'),
    code: dit.texte('Code de la structure.'),
    nom: dit.texte('Nom.'),
    zone: dit.choix(codesZone, 'Territoire.'),
    adresse: dit.texte('Adresse postale.'),
    telephone: dit.texte('Téléphone.'),
    responsableNom: dit.texte('Nom du responsable.'),
    responsableCourriel: dit.texte('Adresse du responsable.'),
    version: dit.version,
    fermetures: dit.liste(fermeture),
  })
  .meta({ id: 'Structure' });
