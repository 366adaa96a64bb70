import type { Nature } from '../domain/parcours/echeance';
import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import type { Base } from '../registre/base';
import type { Expediteur } from '../registre/courriels/attente.prisma';
import { honourProchaine } from '../registre/journal/honour.prisma';
import { deleteReponsesAnciennes } from '../registre/journal/idempotence.prisma';
import { lookAt } from '../registre/journal/look';
import type { Regard } from '../registre/journal/regard';
import { honourMatinee, lookAtMatinee } from '../registre/matinees/matinees.prisma';
import {
  concludePurge,
  erasePurgee,
  lookAtPurge,
  type EtapePurge,
} from '../registre/conservation/passage.prisma';
import { admitPersonnes } from '../registre/imports/inscription.prisma';
import { openParcoursDus } from '../registre/imports/ouvertures.prisma';
import { concludeImport, lookAtImport, type EtapeImport } from '../registre/imports/passage.prisma';
import { deleteImportsAnciens } from '../registre/imports/suivi.prisma';
import {
  concludeTransfert,
  lookAtTransfert,
  transferParcours,
  type EtapeTransfert,
} from '../registre/transferts/passage.prisma';
import { reconcile, type Comptes } from '../registre/reveils/reconcilie.prisma';
import { sendWaiting, type Envoi } from './envoi/send-courriels';
import type { Point } from './points';

export type { EtapeImport } from '../registre/imports/passage.prisma';
export type { EtapePurge } from '../registre/conservation/passage.prisma';
export type { EtapeTransfert } from '../registre/transferts/passage.prisma';
export type { Comptes } from '../registre/reveils/reconcilie.prisma';

/** The next step of a long-lived thing. */
export type Pas<N extends string = Nature> = Regard<N>;

type Honneur = (parcoursId: string, cle: string) => Promise<Pas>;

export type ActivitesParcours = {
  lookAtParcours: (parcoursId: string) => Promise<Pas>;
  scheduleRendezVous: Honneur;
  sendRappel: Honneur;
  askStatut: Honneur;
  recordMois: Honneur;
  askContrat: Honneur;
  triggerBilan: Honneur;
  enforcePlafond: Honneur;
  keepPause: Honneur;
  escalateManquement: Honneur;
  announceFenetre: Honneur;
  askSilence: Honneur;
  followEmploi: Honneur;
  askSuiviSortie: Honneur;
  triggerPointLegal: Honneur;
  askEngagement: Honneur;
};

export type ActivitesMatinee = {
  lookAtMatinee: (structureId: string) => Promise<Pas<'recapitulatif'>>;
  sendRecapitulatifs: (structureId: string) => Promise<Pas<'recapitulatif'>>;
};

export type ActivitesTransfert = {
  lookAtTransfert: (transfertId: string) => Promise<Pas<EtapeTransfert>>;
  transferParcours: (transfertId: string, parcoursId: string) => Promise<Pas<EtapeTransfert>>;
  concludeTransfert: (transfertId: string) => Promise<Pas<EtapeTransfert>>;
};

export type ActivitesImport = {
  lookAtImport: (importId: string) => Promise<Pas<EtapeImport>>;
  admitPersonnes: (importId: string) => Promise<Pas<EtapeImport>>;
  openParcoursDus: (importId: string) => Promise<Pas<EtapeImport>>;
  concludeImport: (importId: string) => Promise<Pas<EtapeImport>>;
};

export type ActivitesPurge = {
  lookAtPurge: (purgeId: string) => Promise<Pas<EtapePurge>>;
  erasePersonne: (purgeId: string, beneficiaireId: string) => Promise<Pas<EtapePurge>>;
  concludePurge: (purgeId: string) => Promise<Pas<EtapePurge>>;
};

export type ActivitesEnvoi = { sendCourriels: (expediteur: Expediteur) => Promise<number> };

export type ActivitesReconciliation = { reconcileParcours: () => Promise<Comptes> };

/** Each duty honours one échéance, by its key, in one transaction, and answers with the next step. */
export function createActivitesParcours(base: Base, point: Point): ActivitesParcours {
  const lookAtParcours = async (parcoursId: string) => getPas(await lookAt(base, parcoursId));
  const honour: Honneur = async (parcoursId, cle) => {
    await point('avant_commit');
    const regard = await honourProchaine(base, parcoursId, cle);
    await point('apres_commit');
    return getPas(regard);
  };
  return {
    lookAtParcours,
    scheduleRendezVous: honour,
    sendRappel: honour,
    askStatut: honour,
    recordMois: honour,
    askContrat: honour,
    triggerBilan: honour,
    enforcePlafond: honour,
    keepPause: honour,
    escalateManquement: honour,
    announceFenetre: honour,
    askSilence: honour,
    followEmploi: honour,
    askSuiviSortie: honour,
    triggerPointLegal: honour,
    askEngagement: honour,
  };
}

export function createActivitesMatinee(base: Base): ActivitesMatinee {
  const look = async (structureId: string) => getPas(await lookAtMatinee(base, structureId));
  return {
    lookAtMatinee: look,
    async sendRecapitulatifs(structureId) {
      await honourMatinee(base, structureId);
      return look(structureId);
    },
  };
}

export function createActivitesTransfert(base: Base, point: Point): ActivitesTransfert {
  const look = async (transfertId: string) => getPas(await lookAtTransfert(base, transfertId));
  return {
    lookAtTransfert: look,
    async transferParcours(transfertId, parcoursId) {
      await point('avant_commit');
      await transferParcours(base, transfertId, parcoursId);
      await point('apres_commit');
      return look(transfertId);
    },
    async concludeTransfert(transfertId) {
      await concludeTransfert(base, transfertId);
      return look(transfertId);
    },
  };
}

export function createActivitesImport(base: Base, point: Point): ActivitesImport {
  const look = async (importId: string) => getPas(await lookAtImport(base, importId));
  const entre = () => point('entre_deux_ouvertures');
  const honourBy = (honour: typeof openParcoursDus) => async (importId: string) => {
    await point('avant_commit');
    await honour(base, importId, entre);
    await point('apres_commit');
    return look(importId);
  };
  return {
    lookAtImport: look,
    admitPersonnes: honourBy(admitPersonnes),
    openParcoursDus: honourBy(openParcoursDus),
    concludeImport: honourBy(concludeImport),
  };
}

export function createActivitesPurge(base: Base, point: Point): ActivitesPurge {
  const look = async (purgeId: string) => getPas(await lookAtPurge(base, purgeId));
  return {
    lookAtPurge: look,
    async erasePersonne(purgeId, beneficiaireId) {
      await point('avant_commit');
      await erasePurgee(base, purgeId, beneficiaireId);
      await point('apres_commit');
      return look(purgeId);
    },
    async concludePurge(purgeId) {
      await concludePurge(base, purgeId);
      return look(purgeId);
    },
  };
}

/** Milliseconds; `ENVOI` in workflows/options.ts gives up on a sender that has been silent for several of these. */
const BATTEMENT_MS = 5_000;

export function createActivitesEnvoi(envoi: Envoi): ActivitesEnvoi {
  return {
    async sendCourriels(expediteur) {
      const battement = setInterval(() => heartbeat(), BATTEMENT_MS);
      try {
        return await sendWaiting(envoi, expediteur);
      } finally {
        clearInterval(battement);
      }
    },
  };
}

export function createActivitesReconciliation(base: Base): ActivitesReconciliation {
  return {
    async reconcileParcours() {
      // First what nobody may wait for: a purge that fails must not keep a parcours from being found again.
      const comptes = await reconcile(base);
      await deleteReponsesAnciennes(base);
      await deleteImportsAnciens(base);
      return comptes;
    },
  };
}

/** A workflow for a row that does not exist is our bug, or a base restored without it: it waits, visibly. */
function getPas<N extends string>(regard: Regard<N> | null): Pas<N> {
  if (regard === null) throw ApplicationFailure.retryable('Rien sous cet identifiant', 'inconnu');
  return regard;
}
