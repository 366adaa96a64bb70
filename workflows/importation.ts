import type * as activites from '../activities';
import { SUJETS } from './messages';
import { live } from './patience';
import { tenacement } from './tenacite';

const { lookAtImport, admitPersonnes, openParcoursDus, concludeImport } =
  tenacement<activites.ActivitesImport>({
    lookAtImport: 'Regarde ce qui reste à inscrire et à ouvrir',
    admitPersonnes: 'Inscrit des personnes',
    openParcoursDus: 'Ouvre les parcours dont l’heure est venue',
    concludeImport: 'Note la fin de l’import',
  });

/**
 * A list of people that was sent and confirmed: all of them listed first, then each parcours opened on its day, each
 * once. Killed half-way, it looks again and goes on with what remains.
 */
export async function importation(importId: string): Promise<void> {
  const honour = {
    personnes: () => admitPersonnes(importId),
    parcours: () => openParcoursDus(importId),
    fin: () => concludeImport(importId),
  };
  await live<activites.EtapeImport>(importId, {
    sujet: SUJETS.importation,
    look: () => lookAtImport(importId),
    honour: (nature) => honour[nature](),
    // Convocations leave with each parcours.
    deliver: () => Promise.resolve(),
  });
}
