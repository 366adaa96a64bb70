import type * as activites from '../activities';
import { deliverCourriels } from './envoi';
import { SUJETS } from './messages';
import { live } from './patience';
import { tenacement } from './tenacite';

const { lookAtMatinee, sendRecapitulatifs } = tenacement<activites.ActivitesMatinee>({
  lookAtMatinee: 'Regarde s’il y a quelque chose à dire demain matin',
  sendRecapitulatifs: 'Écrit les récapitulatifs des référents et du responsable',
});

/** The mornings of one structure: a digest for each référent and for the manager when there is something new to say. */
export async function matinee(structureId: string): Promise<void> {
  await live<'recapitulatif'>(structureId, {
    sujet: SUJETS.matinee,
    look: () => lookAtMatinee(structureId),
    honour: () => sendRecapitulatifs(structureId),
    deliver: () => deliverCourriels({ structureId }),
  });
}
