import { z } from 'zod';
import { publics } from './etapes';
import { edition, identifiant, jour } from './champs';

export const ouverture = z
  .strictObject({
    beneficiaireId: identifiant('La personne accompagnée.'),
    structureId: identifiant('La structure qui accompagne.'),
    referentId: identifiant('Le référent, de cette structure ; il peut être désigné plus tard.')
      .nullable()
      .default(null),
    dispositif: edition('Dispositif et édition.'),
    orientationNotifieeLe: jour('Jour où l’orientation a été notifiée (R13).'),
    soumisAuxObligations: z.boolean('donnez true ou false.').meta({
      description:
        'La personne est-elle soumise aux obligations du contrat ? Sinon aucun manquement ne s’ouvre.',
    }),
    publics: publics.optional(),
  })
  .meta({ id: 'OuvertureParcours' });
