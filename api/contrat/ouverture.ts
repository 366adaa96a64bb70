import { z } from 'zod';
import { enVigueur } from '../../domain/dispositifs/en-vigueur';
import { identifiant, jour } from './champs';

const editions = enVigueur.map(({ code, edition }) => `${code}/${edition}`);

export const ouverture = z
  .strictObject({
    beneficiaireId: identifiant('La personne accompagnée.'),
    structureId: identifiant('La structure qui accompagne.'),
    referentId: identifiant('Le référent, de cette structure ; il peut être désigné plus tard.')
      .nullable()
      .default(null),
    dispositif: z
      .strictObject({ code: z.string(), edition: z.string() })
      .refine(
        (d) => editions.includes(`${d.code}/${d.edition}`),
        `choisissez un dispositif et une édition parmi : ${editions.join(', ')}.`,
      )
      .meta({ description: `Dispositif et édition : ${editions.join(', ')}.` }),
    orientationNotifieeLe: jour('Jour où l’orientation a été notifiée (R13).'),
    soumisAuxObligations: z.boolean('donnez true ou false.').meta({
      description:
        'La personne est-elle soumise aux obligations du contrat ? Sinon aucun manquement ne s’ouvre.',
    }),
  })
  .meta({ id: 'OuvertureParcours' });
