import { aujourdhui } from '../../domain/parcours/contexte';
import { needsAgenda } from '../../domain/parcours/echeance';
import { prochaineEcheance } from '../../domain/parcours/echeancier';
import { honourEcheance } from '../../domain/parcours/honour';
import { readAgendaDe } from '../agenda/agenda.prisma';
import type { Base } from '../base';
import { inSalve } from '../salve';
import { appendConclusion } from './ecriture.prisma';
import { contexteOf, lockParcours } from './lecture.prisma';
import { lookAfter, lookAt } from './look';
import type { Regard } from './regard';

/**
 * Honours one échéance by its clé, in one transaction, if it still is the next one and its time has come, and answers
 * with what is awaited next. Anything else means that the parcours has moved on: nothing is written, it is looked at.
 */
export async function honourProchaine(base: Base, parcoursId: string, cle: string): Promise<Regard | null> {
  const honoree = await inSalve(base, async (tx) => {
    const lu = await lockParcours(tx, parcoursId);
    if (lu === null) return null;
    const { parcours: p, horloge, personne } = lu;
    const ctx = contexteOf(p, horloge, personne, null);
    const prochaine = prochaineEcheance(p, ctx);
    if (prochaine?.cle !== cle || prochaine.a > ctx.maintenant) return null;
    const besoin = needsAgenda(prochaine) && p.referent !== null;
    const agenda = besoin ? await readAgendaDe(tx, p, aujourdhui(ctx)) : null;
    const complet = { ...ctx, agenda };
    const conclusion = honourEcheance(prochaine, p, complet);
    appendConclusion(tx, conclusion, complet, horloge.version);
    // Not awaited here: the commit leaves with it, and fails with it.
    const regard = lookAfter(tx, conclusion.apres, ctx, horloge);
    regard.catch(() => undefined);
    return { regard };
  });
  return honoree === null ? lookAt(base, parcoursId) : honoree.regard;
}
