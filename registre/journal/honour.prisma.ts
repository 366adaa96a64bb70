import { aujourdhui } from '../../domain/parcours/contexte';
import { needsAgenda } from '../../domain/parcours/echeance';
import { prochaineEcheance } from '../../domain/parcours/echeancier';
import { honourEcheance } from '../../domain/parcours/honour';
import { readAgendaDe } from '../agenda/agenda.prisma';
import type { Base } from '../base';
import { inSalve } from '../salve';
import { appendConclusion } from './ecriture.prisma';
import { contexteOf, lockParcours } from './lecture.prisma';

/**
 * Honours one échéance by its clé, in one transaction, if it still is the next one and its time has come.
 * Anything else means that the parcours has moved on: nothing is written, and the caller looks again.
 */
export function honourProchaine(base: Base, parcoursId: string, cle: string): Promise<boolean> {
  return inSalve(base, async (tx) => {
    const lu = await lockParcours(tx, parcoursId);
    if (lu === null) return false;
    const { parcours: p, horloge, personne } = lu;
    const ctx = contexteOf(p, horloge, personne, null);
    const prochaine = prochaineEcheance(p, ctx);
    if (prochaine?.cle !== cle || prochaine.a > ctx.maintenant) return false;
    const besoin = needsAgenda(prochaine) && p.referent !== null;
    const agenda = besoin ? await readAgendaDe(tx, p, aujourdhui(ctx)) : null;
    const complet = { ...ctx, agenda };
    appendConclusion(tx, honourEcheance(prochaine, p, complet), complet);
    return true;
  });
}
