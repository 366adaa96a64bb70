import {
  createDepartementDEssai,
  type DepartementDEssai,
  type Options,
} from '../test/support/departement-d-essai';
import { createWorkerDEssai, type WorkerDEssai } from '../test/support/worker-d-essai';
import { createDossierJetable, takeDossier } from '../tools/moteur/moteur';
import { closeRegistre } from '../tools/moteur/registre-des-processus';
import type { Banc } from './mesure';

/** What production has, and the tests have not. */
const COMME_EN_PRODUCTION = { WORKER_REPRISE: '30' };

/** A small département with a database, a mail catcher and a worker of its own, beside its twin in the oracle. */
export async function openDepartement(
  { temporalAddress, namespace, createBase }: Banc,
  o: Omit<Options, 'lieu'>,
): Promise<DepartementDEssai> {
  const databaseUrl = await createBase(o.nom);
  const env = { ...COMME_EN_PRODUCTION, ...o.env };
  return createDepartementDEssai({ ...o, env, lieu: { databaseUrl, temporalAddress, namespace } });
}

/** Another worker for the same parcours, with settings of its own; its end is looked after by a guardian. */
export async function createWorker(
  { temporalAddress, namespace }: Banc,
  { databaseUrl, taches, boite }: DepartementDEssai,
  env: Readonly<Record<string, string>>,
): Promise<WorkerDEssai> {
  const dossier = createDossierJetable('banc');
  await takeDossier(dossier, true, () => undefined);
  const worker = createWorkerDEssai({
    ...{ databaseUrl, temporalAddress, namespace, taches, smtpPort: boite.smtpPort, dossier },
    env: { ...COMME_EN_PRODUCTION, ...env },
  });
  return {
    ...worker,
    async stop() {
      await worker.stop();
      closeRegistre(dossier);
    },
  };
}
