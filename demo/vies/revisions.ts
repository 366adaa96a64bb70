import { jour } from '../../domain/temps/jour';
import { recordBilansDus } from './bilans';
import { recordDroitsVides, recordPointDu } from './engagement';
import { recordTous, signSiRecu, type Vie } from './vie';

/** R26, R28, R32 — announced, then moved: by a date of signature put right, then by a revision. */
export const pointDeplace: Vie = {
  code: 'point-legal',
  titre: 'Le point légal annoncé, déplacé par une signature corrigée, puis par une révision du contrat',
  idExterne: 'VAR-0022',
  debut: { ouvertLe: jour('2025-01-13'), notifieeLe: jour('2025-01-08') },
  joue: (p, ctx, le) => {
    if (le >= '2026-03-20') return [{ type: 'exitParcours', motif: 'formation', le }];
    const [version] = p.engagement.versions;
    const revise = p.engagement.versions.length > 1;
    return [
      ...signSiRecu(p, ctx, le),
      ...recordTous(p, ctx),
      ...recordDroitsVides(p),
      ...recordBilansDus(p, ctx, le, 0),
      // A week after the announcement, somebody reads the paper again: it was signed a week earlier.
      ...(le >= '2025-06-30' && p.contrat?.revision === 1
        ? [{ type: 'correctContrat', signeLe: jour('2025-01-15') } as const]
        : []),
      ...(le >= '2025-07-08' && !revise && version !== undefined
        ? [
            {
              type: 'reviseContrat',
              le,
              par: 'personne',
              heures: { parSemaine: 8, motif: 'garde_enfant' },
              texteId: 'texte',
            } as const,
          ]
        : []),
      ...(revise ? recordPointDu(p, ctx, le, 3) : []),
    ];
  },
};
