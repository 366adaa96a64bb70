import { recordBilansDus } from './bilans';
import { aRenseigner, recordPresence, recordTous, signSiRecu, type Vie } from './vie';

/** One excused absence, one appointment cancelled the day before, and a job after eight months. */
export const emploi: Vie = {
  code: 'emploi',
  titre: 'Une absence excusée, une annulation la veille, puis un emploi : sortie en contrat durable',
  idExterne: 'VAR-0006',
  joue: (p, ctx, le) => {
    if (le >= '2025-09-15') return [{ type: 'exitParcours', motif: 'cdi', le }];
    const demain = p.rendezVous.find(
      (r) => r.issue === null && r.id === 4 && r.creneau.debut > ctx.maintenant,
    );
    const veille =
      demain !== undefined && Date.parse(demain.creneau.debut) - Date.parse(ctx.maintenant) < 86_400_000;
    return [
      ...signSiRecu(p, ctx, le),
      ...aRenseigner(p, ctx)
        .filter((r) => r.id === 3)
        .map((r) => recordPresence(r, 'excuse')),
      ...recordTous({ ...p, rendezVous: p.rendezVous.filter((r) => r.id !== 3) }, ctx),
      ...(demain !== undefined && veille
        ? [{ type: 'cancelRendezVous', rendezVousId: demain.id, par: 'personne' } as const]
        : []),
      ...recordBilansDus(p, ctx, le, 0),
    ];
  },
};
