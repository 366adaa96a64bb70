import type { DemandeDe } from '../../domain/parcours/demandes';
import type { Saisie } from './imports';

/** What a row asks of the law: to open, and to sign when the contract came with it. */
export function demandesOf(
  saisie: Saisie,
  beneficiaireId: string,
  silencieux: boolean,
): {
  readonly ouverture: DemandeDe<'openParcours'>;
  readonly contrat: DemandeDe<'signContrat'> | null;
} {
  const { structureId, zone, referentId, dispositif, contratSigneLe } = saisie;
  const { orientationNotifieeLe, soumisAuxObligations } = saisie;
  return {
    ouverture: {
      type: 'openParcours',
      ...{ beneficiaireId, structureId, zone, referentId, dispositif },
      ...{ orientationNotifieeLe, soumisAuxObligations },
      ...(silencieux && { silencieuse: true }),
    },
    contrat: contratSigneLe === null ? null : { type: 'signContrat', signeLe: contratSigneLe },
  };
}
