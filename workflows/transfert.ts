import type * as activites from '../activities';
import { SUJETS } from './messages';
import { live } from './patience';
import { tenacement } from './tenacite';

const { lookAtTransfert, transferParcours, concludeTransfert } = tenacement<activites.ActivitesTransfert>({
  lookAtTransfert: 'Regarde ce qui reste à passer',
  transferParcours: 'Passe un parcours à l’autre référent',
  concludeTransfert: 'Écrit le récapitulatif de chaque côté',
});

/**
 * A portfolio that passes from one référent to another: one parcours after the other, each once, then a summary on
 * each side. Killed half-way, it looks again and goes on with what remains.
 */
export async function transfert(transfertId: string): Promise<void> {
  await live<activites.EtapeTransfert>(transfertId, {
    sujet: SUJETS.transfert,
    look: () => lookAtTransfert(transfertId),
    honour: (nature, cle) =>
      nature === 'parcours' ? transferParcours(transfertId, cle) : concludeTransfert(transfertId),
    // Its summaries leave with the mails of the structure.
    deliver: () => Promise.resolve(),
  });
}
