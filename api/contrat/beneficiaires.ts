import { z } from 'zod';
import { codesPreference } from '../../domain/courriels/preference';
import { courriel, dit, ligne, telephone, texteLibre } from './champs';

const preference = z.enum(codesPreference, `choisissez parmi : ${codesPreference.join(', ')}.`).meta({
  description: 'Comment lui écrire : par courriel, sans les rappels, ou sur papier seulement (R43).',
});

const coordonnees = {
  prenom: ligne('Prénom.', 100),
  nom: ligne('Nom.', 100),
  courriel: courriel(
    'Adresse de courriel ; null : chaque courriel devient une lettre à imprimer.',
  ).nullable(),
  telephone: telephone('Téléphone.').nullable(),
  adresse: texteLibre('Adresse postale, écrite sur les lettres.', 500).nullable(),
};

export const nouveauBeneficiaire = z
  .strictObject({
    idExterne: ligne('Identifiant de la personne dans le système du département, unique.', 100),
    prenom: coordonnees.prenom,
    nom: coordonnees.nom,
    courriel: coordonnees.courriel.default(null),
    telephone: coordonnees.telephone.default(null),
    adresse: coordonnees.adresse.default(null),
    preference: preference.default('courriel'),
  })
  .meta({ id: 'NouveauBeneficiaire' });

export const correctionBeneficiaire = z
  .strictObject({
    prenom: coordonnees.prenom.optional(),
    nom: coordonnees.nom.optional(),
    courriel: coordonnees.courriel.optional(),
    telephone: coordonnees.telephone.optional(),
    adresse: coordonnees.adresse.optional(),
    preference: preference.optional(),
  })
  .meta({ id: 'CorrectionBeneficiaire' });

export const beneficiaire = z
  .strictObject({
    id: dit.id('Identifiant de la personne.'),
    idExterne: dit.texte('Identifiant externe.'),
    prenom: dit.texte('Prénom.'),
    nom: dit.texte('Nom.'),
    courriel: dit.texte('Adresse de courriel.').nullable(),
    telephone: dit.texte('Téléphone.').nullable(),
    adresse: dit.texte('Adresse postale.').nullable(),
    preference: dit.choix(codesPreference, 'Comment lui écrire (R43).'),
    version: dit.version,
    effaceeLe: dit
      .jour('Jour où elle a été effacée : prénom et nom le disent, le reste est vide (R45).')
      .nullable(),
  })
  .meta({ id: 'Beneficiaire' });
