import { recordBilansDus } from './bilans';
import { aRenseigner, recordPresence, signSiRecu, type Vie } from './vie';

/** After the contrat, the référent never says who came. Nobody is marked absent by the machine (R11). */
export const statutOublie: Vie = {
  code: 'statut-oublie',
  titre: 'La présence n’est jamais indiquée : le référent est relancé, puis le responsable',
  idExterne: 'VAR-0003',
  joue: (p, ctx, le) => [
    ...signSiRecu(p, ctx, le),
    ...aRenseigner(p, ctx)
      .filter((r) => r.id === 1)
      .map((r) => recordPresence(r)),
    ...recordBilansDus(p, ctx, le, 0),
  ],
};
