import { recordTous, signSiRecu, type Vie } from './vie';
import { recordBilansDus } from './bilans';

export const tranquille: Vie = {
  code: 'tranquille',
  titre: 'Tout se passe bien : dix-huit mois de rendez-vous honorés, trois bilans à l’heure',
  idExterne: 'VAR-0001',
  joue: (p, ctx, le) => [
    ...signSiRecu(p, ctx, le),
    ...recordTous(p, ctx),
    ...recordBilansDus(p, ctx, le, 0),
    ...(p.plafondAtteintA === null ? [] : [{ type: 'exitParcours', motif: 'objectif_atteint', le } as const]),
  ],
};
