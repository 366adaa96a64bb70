import { getConfiguration } from '../../config/configuration';
import { createDossierJetable, startMoteur, type Moteur } from '../../tools/moteur/moteur';
import { findFreePorts } from '../../tools/moteur/ports';
import { deployMigrations } from '../../tools/systeme/migrations';
import type { Lieu } from './departement-d-essai';

const BASE = 'jalons';
export const NAMESPACE = 'pannes';

/** An engine that a test may stop, kill and empty without disturbing the other files; durable, as in production. */
export async function startMoteurASoi(nom: string): Promise<{ moteur: Moteur; lieu: Lieu }> {
  const [postgres = 0, temporal = 0] = await findFreePorts(2);
  const progres = () => undefined;
  const moteur = await startMoteur({
    dossier: createDossierJetable(nom),
    cache: getConfiguration().JALONS_CACHE,
    ports: { postgres, temporal, ui: null },
    namespaces: [NAMESPACE],
    jetable: true,
    durable: true,
    pendant: (m) => deployMigrations(m, BASE, progres),
    progres,
  });
  const lieu = {
    databaseUrl: moteur.databaseUrl(BASE),
    temporalAddress: moteur.temporalAddress,
    namespace: NAMESPACE,
  };
  return { moteur, lieu };
}
