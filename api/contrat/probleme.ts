import { z } from 'zod';
import { dit } from './champs';

/** RFC 9457, as every refusal of the API writes it. */
export const probleme = z
  .strictObject({
    type: dit.texte('Nature du problème : urn:jalons:refus:… ou urn:jalons:probleme:…'),
    title: dit.texte('Titre.'),
    status: dit.nombre('Code HTTP.'),
    detail: dit.texte('Ce qui se passe, et ce qu’il faut faire.'),
    code: dit.texte('Code, pour les machines.'),
    erreurs: z
      .array(
        z.strictObject({
          champ: dit.texte('Champ à corriger ; vide : la saisie entière.'),
          message: dit.texte('Comment le corriger.'),
        }),
      )
      .optional()
      .meta({ description: 'Saisie invalide : ce qu’il faut corriger, champ par champ.' }),
    donnees: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'Les valeurs que la phrase cite.' }),
    reference: dit.texte('Erreur interne : référence à donner à l’assistance.').optional(),
  })
  .meta({ id: 'Probleme' });
