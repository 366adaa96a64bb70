import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { Configuration } from '../../config/configuration';
import { ATTRIBUTS_DE_RECHERCHE } from '../../temporal/attributs';
import { RECONCILIATION } from '../../workflows/messages';
import { natureOf, orange, rouge, vert, type Constat } from './constat';

const { TASK_QUEUE_TYPE_WORKFLOW, TASK_QUEUE_TYPE_ACTIVITY } = temporal.api.enums.v1.TaskQueueType;
const NOT_FOUND = 5;
const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;
const DELAI_MS = 5_000;
const JOUR_S = 24 * 3_600;
/** A poller asks again every minute or so; the reconciliation runs every hour. */
const SCRUTATEUR_MS = 2 * 60_000;
const RECONCILIATION_MS = 2 * 3_600_000;
const PREPARER = 'node tools/typescript.cjs tools/moteur/preparer.ts';

export type Temporal = { readonly joignable: boolean; readonly constats: readonly Constat[] };

export async function examineTemporal(client: Client, config: Configuration): Promise<Temporal> {
  const ask = <T>(question: () => Promise<T>) => client.withDeadline(Date.now() + DELAI_MS, question);
  try {
    const { serverVersion } = await ask(() => client.workflowService.getSystemInfo({}));
    const la = vert('Temporal', `serveur ${serverVersion}`);
    const namespace = await examineNamespace(client, ask, config);
    if (namespace.etat === 'rouge') return { joignable: false, constats: [la, namespace] };
    const suite = await Promise.all([
      examineAttributs(client, ask),
      examineFiles(client, ask, config),
      examineReconciliation(client, ask, config),
    ]);
    return { joignable: true, constats: [la, namespace, ...suite] };
  } catch (erreur) {
    return { joignable: false, constats: [explainPanne(erreur)] };
  }
}

type Ask = <T>(question: () => Promise<T>) => Promise<T>;
const codeOf = (erreur: unknown) => (erreur as { code?: number }).code;

function explainPanne(erreur: unknown): Constat {
  const dit = `ne répond pas (${natureOf(erreur)})`;
  const code = codeOf(erreur);
  const remede =
    code === UNAUTHENTICATED || code === PERMISSION_DENIED
      ? 'L’accès est refusé : TEMPORAL_API_KEY, ou le certificat et la clé de TEMPORAL_TLS_*.'
      : 'Démarrez Temporal, ou corrigez TEMPORAL_ADDRESS (et TEMPORAL_TLS_* si le serveur est chiffré).';
  return rouge('Temporal', dit, remede);
}

async function examineNamespace(client: Client, ask: Ask, config: Configuration): Promise<Constat> {
  const { namespace } = client.options;
  const sujet = 'Namespace et rétention';
  try {
    const lu = await ask(() => client.workflowService.describeNamespace({ namespace }));
    const jours = Number(lu.config?.workflowExecutionRetentionTtl?.seconds ?? 0) / JOUR_S;
    const dit = `« ${namespace} », histoires closes gardées ${jours} jours`;
    if (jours >= config.TEMPORAL_RETENTION_JOURS) return vert(sujet, dit);
    return orange(
      sujet,
      `${dit}, moins que TEMPORAL_RETENTION_JOURS (${config.TEMPORAL_RETENTION_JOURS})`,
      `temporal operator namespace update --namespace ${namespace} --retention ${config.TEMPORAL_RETENTION_JOURS * 24}h`,
    );
  } catch (erreur) {
    if (codeOf(erreur) !== NOT_FOUND) throw erreur;
    return rouge(
      sujet,
      `« ${namespace} » n’existe pas`,
      `Créez-le avec ses attributs : ${PREPARER} ; ou corrigez TEMPORAL_NAMESPACE.`,
    );
  }
}

async function examineAttributs(client: Client, ask: Ask): Promise<Constat> {
  const sujet = 'Attributs de recherche';
  const { namespace } = client.options;
  const voulus = Object.keys(ATTRIBUTS_DE_RECHERCHE);
  try {
    const { customAttributes } = await ask(() =>
      client.connection.operatorService.listSearchAttributes({ namespace }),
    );
    const manquants = voulus.filter((nom) => !(nom in customAttributes));
    if (manquants.length === 0) return vert(sujet, `${voulus.length} déclarés`);
    return rouge(
      sujet,
      `manquent : ${manquants.join(', ')}`,
      `Les workflows échoueront sans eux. Déclarez-les (Keyword) : ${PREPARER}`,
    );
  } catch (erreur) {
    return orange(
      sujet,
      `n’ont pas pu être lus (${natureOf(erreur)})`,
      `Dans la console de Temporal Cloud, vérifiez qu’y figurent (Keyword) : ${voulus.join(', ')}.`,
    );
  }
}

/** The worker asks for tasks on each of its queues. */
async function examineFiles(client: Client, ask: Ask, { TACHES }: Configuration): Promise<Constat> {
  const sujet = 'Worker';
  const files = [
    [TACHES, TASK_QUEUE_TYPE_WORKFLOW],
    [TACHES, TASK_QUEUE_TYPE_ACTIVITY],
    [`${TACHES}-courriels`, TASK_QUEUE_TYPE_ACTIVITY],
  ] as const;
  const { namespace } = client.options;
  const lues = await Promise.all(
    files.map(async ([name, taskQueueType]) => {
      const { pollers } = await ask(() =>
        client.workflowService.describeTaskQueue({ namespace, taskQueue: { name }, taskQueueType }),
      );
      const recents = pollers.filter(
        ({ lastAccessTime }) => Date.now() - Number(lastAccessTime?.seconds ?? 0) * 1_000 < SCRUTATEUR_MS,
      );
      return { file: name, identites: recents.map(({ identity }) => identity) };
    }),
  );
  const vides = lues.filter(({ identites }) => identites.length === 0).map(({ file }) => `« ${file} »`);
  if (vides.length > 0)
    return rouge(
      sujet,
      `personne ne prend les tâches de ${[...new Set(vides)].join(', ')}`,
      'Démarrez le worker (node tools/typescript.cjs worker/main.ts), avec la même variable TACHES et le même namespace.',
    );
  const workers = new Set(lues.flatMap(({ identites }) => identites));
  return vert(sujet, `${workers.size} à l’écoute de « ${TACHES} » et « ${TACHES}-courriels »`);
}

async function examineReconciliation(client: Client, ask: Ask, { TACHES }: Configuration): Promise<Constat> {
  const sujet = 'Réconciliation';
  const id = `${RECONCILIATION}-${TACHES}`;
  try {
    const { state, info } = await ask(() => client.schedule.getHandle(id).describe());
    if (state.paused)
      return rouge(sujet, 'en pause', `Reprenez-la : temporal schedule toggle --schedule-id ${id} --unpause`);
    const derniere = info.recentActions.at(-1)?.takenAt ?? info.createdAt;
    const ilYA = Date.now() - derniere.getTime();
    const minutes = Math.round(ilYA / 60_000);
    if (ilYA > RECONCILIATION_MS)
      return orange(
        sujet,
        `ne s’est pas lancée depuis ${minutes} minutes`,
        `Lancez-la : temporal schedule trigger --schedule-id ${id} ; si rien ne bouge, redémarrez Temporal.`,
      );
    return vert(sujet, `planifiée, dernière il y a ${minutes} minutes`);
  } catch (erreur) {
    if (codeOf(erreur) !== NOT_FOUND && natureOf(erreur) !== 'ScheduleNotFoundError') throw erreur;
    return rouge(sujet, 'n’est pas planifiée', 'Redémarrez le worker : il la planifie en démarrant.');
  }
}
