import { z } from 'zod';
import { jour } from './champs';
import { defineGeste } from './geste';

export const cleCourriel = z
  .string()
  .regex(/^[a-z0-9_.:]{1,80}$/)
  .meta({ description: 'Clé du courriel dans ce parcours.', example: 'rdv:1.1:convocation' });

export const recordRemise = defineGeste({
  type: 'recordRemise',
  chemin: '/courriels/{cle}/remise',
  resume: 'Saisir le jour où une lettre imprimée a été remise',
  description: 'Les délais de réponse courent depuis ce jour (R14, R18).',
  cible: z.strictObject({ cle: cleCourriel }),
  corps: z.strictObject({ le: jour('Jour de la remise.') }).meta({ id: 'RemiseLettre' }),
  build: ({ cle: courrielCle }, { le }) => ({ type: 'recordRemise', courrielCle, le }),
});
