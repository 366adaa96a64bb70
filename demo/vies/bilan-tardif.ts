import { recordBilansDus } from './bilans';
import { recordTous, signSiRecu, type Vie } from './vie';

/** Each bilan is recorded forty days late; lateness never shifts the next one (R15). */
export const bilanTardif: Vie = {
  code: 'bilan-tardif',
  titre: 'Les bilans ont quarante jours de retard : le responsable est alerté, le suivant ne bouge pas',
  idExterne: 'VAR-0004',
  joue: (p, ctx, le) => [
    ...signSiRecu(p, ctx, le),
    ...recordTous(p, ctx),
    ...recordBilansDus(p, ctx, le, 40),
  ],
};
