import { Client, Connection } from '@temporalio/client';
import path from 'node:path';
import { differences, releveDuMonde, type Releve } from '../../demo/jeu/comparaison';
import { writeHistoire, type GesteEcrit, type Passation, type VieSuivie } from '../../demo/oracle/histoire';
import { httpOf } from '../../demo/jeu/demande-http';
import * as oracle from '../../demo/oracle/marche';
import type { Monde } from '../../demo/oracle/monde';
import type { Demande } from '../../domain/parcours/demandes';
import { instantAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import type { CivilDate } from '../../domain/temps/jour';
import { isPannePassagere } from '../../registre/acces/pannes';
import { createBase as openBase, type Base } from '../../registre/base';
import { askPromenade, findPromenade } from '../../registre/horloge/promenades';
import { transige } from '../../registre/journal/transige';
import { deleteReveil } from '../../registre/reveils/reveils';
import { createReveilleur } from '../../temporal/reveilleur';
import { startBoite, type Boite } from '../../tools/courriels/boite';
import { createDossierJetable, takeDossier } from '../../tools/moteur/moteur';
import { closeRegistre } from '../../tools/moteur/registre-des-processus';
import { attends } from './attente';
import { createBase, getEngin } from './engin';
import type { ReglagesDuProcessus } from './environnement';
import { DEBUT, DEPART, peuple, type Peuplement } from './peuplement';
import { listMessages, readReleve, type MessageRecu } from './releve-d-essai';
import { startApiDEssai, type ApiDEssai } from './api-d-essai';
import { createWorkerDEssai, type WorkerDEssai } from './worker-d-essai';

const AGENT = 'agent:demonstration';

export type Lieu = {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
};

export type Options = Peuplement & {
  /** Another engine than the one shared by the test files. */
  readonly lieu?: Lieu;
  /** `processus`: every gesture goes through a real API, over HTTP. */
  readonly api?: 'processus';
  /** Settings of its worker alone. */
  readonly env?: Readonly<Record<string, string>>;
};

/** A small département on the real engine, beside the same one in the oracle's memory. */
export type DepartementDEssai = {
  readonly base: Base;
  readonly databaseUrl: string;
  readonly boite: Boite;
  readonly worker: WorkerDEssai;
  /** Null unless asked for. */
  readonly api: ApiDEssai | null;
  readonly client: Client;
  readonly monde: Monde;
  readonly suivies: readonly VieSuivie[];
  readonly taches: string;
  /** What its processes read, for another one beside them. */
  readonly reglages: ReglagesDuProcessus;
  readonly open: () => Promise<void>;
  readonly walkTo: (a: Instant) => Promise<void>;
  /** An opening is written beside the API, which would give an id of its own. `tait`: nobody signals after the commit; the relay must. */
  readonly ask: (parcoursId: string, demande: Demande, tait?: 'tait') => Promise<void>;
  /** Writes in the oracle what people do until that day; the same gestures are then played here, the transfers by the test. */
  readonly ecrit: (au: CivilDate, passations?: readonly Passation[]) => readonly GesteEcrit[];
  readonly joue: (gestes: readonly GesteEcrit[], fin: Instant) => Promise<void>;
  readonly messages: () => readonly MessageRecu[];
  readonly releve: (messages?: readonly MessageRecu[]) => Promise<Releve>;
  /** Against the oracle, at the instant where both stand. */
  readonly ecarts: (messages?: readonly MessageRecu[]) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

export async function createDepartementDEssai(o: Options): Promise<DepartementDEssai> {
  const lieu = o.lieu ?? (await takeLieu(o.nom));
  const dossier = createDossierJetable(o.nom);
  await takeDossier(dossier, true, () => undefined);
  const base = openBase(lieu.databaseUrl);
  const boite = await startBoite({ dossier: path.join(dossier, 'courriels'), smtpPort: 0, webPort: 0 });
  const taches = `taches-${o.nom}`;
  const connection = Connection.lazy({ address: lieu.temporalAddress });
  const client = new Client({ connection, namespace: lieu.namespace });
  const smtp = { smtpPort: boite.smtpPort };
  const reglages = { ...lieu, ...smtp, dossier, taches, ...(o.env === undefined ? {} : { env: o.env }) };
  const worker = createWorkerDEssai(reglages);
  const api = o.api === undefined ? null : await startApiDEssai(base, reglages);
  const reveilleur = createReveilleur(client, taches);
  const { monde, suivies } = await peuple(base, o);

  const walkTo = async (a: Instant) => {
    const id = await askPromenade(base, a);
    let attente: string | null = null;
    await attends(
      () => `la promenade vers ${a} (${attente ?? 'sans un mot'}).\n${worker.journal().slice(-2_000)}`,
      async () => {
        // PostgreSQL itself may be away for a while.
        const promenade = await findPromenade(base, id).catch(ignorePanne);
        attente = promenade?.attente ?? attente;
        return promenade?.finie === true;
      },
      300_000,
    );
  };
  const ask = async (parcoursId: string, demande: Demande, tait?: 'tait') => {
    if (api !== null && demande.type !== 'openParcours') {
      const { chemin, corps } = httpOf(demande);
      await api.guichet.post(`/parcours/${parcoursId}${chemin}`, corps);
      return;
    }
    const issue = await transige(base, { parcoursId, demande, par: AGENT });
    if (!('accepte' in issue) || !issue.accepte)
      throw new Error(`${demande.type} : ${JSON.stringify(issue)}`);
    if (tait === 'tait') return;
    // As the API does: at once, and harmless when it fails.
    const cible = `parcours-${parcoursId}`;
    await connection
      .withDeadline(Date.now() + 500, () => reveilleur.wake(cible, demande.type))
      .then(() => deleteReveil(base, { cible, numero: issue.reveil }))
      .catch(() => undefined);
  };
  const messages = () => listMessages(boite.reserve);
  return {
    ...{ base, databaseUrl: lieu.databaseUrl, boite, worker, api, client, monde, suivies, taches },
    reglages,
    ...{ walkTo, ask, messages },
    async open() {
      await worker.start();
      for (const { parcoursId, ouverture } of suivies) {
        if (ouverture === undefined || ouverture.le > DEBUT) continue;
        oracle.ask(monde, parcoursId, ouverture.demande, AGENT);
        await ask(parcoursId, ouverture.demande);
        await walkTo(DEPART);
      }
    },
    ecrit(au, passations) {
      const gestes = writeHistoire(monde, suivies, DEBUT, au, passations);
      oracle.walkTo(monde, instantAt(au, '18:00', 'metropole'));
      return gestes;
    },
    async joue(gestes, fin) {
      for (const { a, parcoursId, demande } of gestes) {
        await walkTo(a);
        await ask(parcoursId, demande);
      }
      await walkTo(fin);
    },
    releve: (recus = messages()) => readReleve(base, recus),
    ecarts: async (recus = messages()) => differences(releveDuMonde(monde), await readReleve(base, recus)),
    async close() {
      await api?.stop();
      await worker.stop();
      await boite.stop();
      await connection.close();
      await base.$disconnect();
      closeRegistre(dossier);
    },
  };
}

function ignorePanne(erreur: unknown): null {
  if (isPannePassagere(erreur)) return null;
  throw erreur;
}

/** A database of its own on the engine shared by the test files, and the namespace of this one. */
async function takeLieu(nom: string): Promise<Lieu> {
  const { temporalAddress, namespace } = getEngin();
  return { temporalAddress, namespace, databaseUrl: await createBase(`essai_${nom.replaceAll('-', '_')}`) };
}
