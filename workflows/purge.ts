import type * as activites from '../activities';
import { SUJETS } from './messages';
import { live } from './patience';
import { tenacement } from './tenacite';

const { lookAtPurge, erasePersonne, concludePurge } = tenacement<activites.ActivitesPurge>({
  lookAtPurge: 'Regarde qui reste à effacer',
  erasePersonne: 'Efface une personne',
  concludePurge: 'Note la fin de la purge',
});

/**
 * People whose data has been kept long enough, once somebody has read who and confirmed: erased one after the other,
 * each once. Killed half-way, it looks again and goes on with those who remain.
 */
export async function purge(purgeId: string): Promise<void> {
  await live<activites.EtapePurge>(purgeId, {
    sujet: SUJETS.purge,
    look: () => lookAtPurge(purgeId),
    honour: (nature, cle) => (nature === 'personne' ? erasePersonne(purgeId, cle) : concludePurge(purgeId)),
    // Nothing is written to anybody.
    deliver: () => Promise.resolve(),
  });
}
