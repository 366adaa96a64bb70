import { plafondOf } from '../../domain/parcours/plafond';
import { addDuree, addJours } from '../../domain/temps/jour';
import { recordBilansDus } from './bilans';
import { recordTous, signSiRecu, type Vie } from './vie';

const TEXTE = '00000000-0000-5000-8000-000000000002';

/** The cap is reached and nobody decides for twenty-five days; then a human prolongs (R02, R16). */
export const plafond: Vie = {
  code: 'plafond',
  titre: 'La durée maximale est atteinte, personne ne décide, puis le parcours est prolongé',
  idExterne: 'VAR-0005',
  joue: (p, ctx, le) => {
    const dernier = plafondOf(p, ctx);
    const tard = p.plafondAtteintA !== null && dernier !== null && le >= addJours(dernier, 25);
    return [
      ...signSiRecu(p, ctx, le),
      ...recordTous(p, ctx),
      ...recordBilansDus(p, ctx, le, 0),
      ...(tard && p.contrat !== null
        ? [
            {
              type: 'prolongParcours',
              jusquAu: addDuree(p.contrat.signeLe, { mois: 24 }),
              texteId: TEXTE,
            } as const,
          ]
        : []),
    ];
  },
};
