import { z } from 'zod';
import { codesDroit, codesIssueDroit, droits } from '../../domain/engagement/droits-codes';
import { choix } from './champs';
import { defineGeste } from './geste';

const unDroit = choix(codesIssueDroit, 'Regardé, demandé, ouvert ou refusé.').optional();
const listeDroits = Object.fromEntries(codesDroit.map((d) => [d, unDroit.meta({ description: droits[d] })]));

export const recordDroits = defineGeste({
  type: 'recordDroits',
  chemin: '/droits/{moment}',
  resume: 'Noter l’accès aux droits, au contrat ou à un bilan',
  description: 'Une nouvelle liste remplace celle du même moment (R29).',
  cible: z.strictObject({
    moment: z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .meta({ description: '0 au contrat, n au bilan n.', type: 'integer', minimum: 0 }),
  }),
  corps: z.strictObject({ droits: z.strictObject(listeDroits).default({}) }).meta({ id: 'AccesAuxDroits' }),
  build: ({ moment }, { droits: liste }) => ({
    type: 'recordDroits',
    moment,
    droits: Object.fromEntries(
      codesDroit.flatMap((d) => {
        const issue = liste[d];
        return issue === undefined ? [] : [[d, issue]];
      }),
    ),
  }),
});
