import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MEMOIRE_DE_L_API } from '../moteur/memoire';
import { isTemporalGiven, launchMoteur, takeDossier, type Moteur } from '../moteur/moteur';
import type { Progres } from '../moteur/panne';
import { checkPorts } from '../moteur/ports';
import { answers, Processus, waitUntilReady } from '../moteur/processus';
import { AVEC_TYPESCRIPT } from '../moteur/typescript';
import { restoreEtats } from './etats';
import { deployMigrations } from './migrations';

export type PortsSysteme = {
  api: number;
  worker: number;
  metriques: number;
  sdk: number;
  postgres: number;
  temporal: number;
  ui: number;
  smtp: number;
  courriels: number;
};

export type OptionsSysteme = {
  dossier: string;
  cache: string;
  namespace: string;
  ports: PortsSysteme;
  jetable: boolean;
  /** Data thrown away and yet written to the disk for good, as in production: what is measured is then true. */
  durable?: boolean;
  progres: Progres;
};

/** The environment of the application's processes, which they read like any other. */
type Environnement = Record<string, string>;

export type Systeme = {
  moteur: Moteur;
  env: Environnement;
  urls: { api: string; courriels: string; ui: string | null };
  processus: () => Processus[];
  stop: () => Promise<void>;
};

const ROOT = path.join(__dirname, '..', '..');
const BASE = 'jalons';

const VARIABLES: Record<keyof PortsSysteme, { variable: string; pour: string }> = {
  api: { variable: 'API_PORT', pour: 'l’API et les pages' },
  worker: { variable: 'WORKER_PORT', pour: 'le contrôle du worker' },
  metriques: { variable: 'API_METRIQUES_PORT', pour: 'les mesures de l’API' },
  sdk: { variable: 'SDK_METRIQUES_PORT', pour: 'les mesures du SDK de Temporal' },
  postgres: { variable: 'JALONS_PORT_POSTGRES', pour: 'PostgreSQL' },
  temporal: { variable: 'JALONS_PORT_TEMPORAL', pour: 'Temporal' },
  ui: { variable: 'JALONS_PORT_TEMPORAL_UI', pour: 'l’interface Temporal' },
  smtp: { variable: 'JALONS_PORT_SMTP', pour: 'la réception des courriels' },
  courriels: { variable: 'JALONS_PORT_COURRIELS', pour: 'la page des courriels' },
};

function checkAllPorts(ports: PortsSysteme): Promise<void> {
  const names = Object.keys(VARIABLES) as (keyof PortsSysteme)[];
  const ours = isTemporalGiven(process.env) ? names.filter((n) => n !== 'temporal' && n !== 'ui') : names;
  const voulus = ours.filter((name) => ports[name] !== 0);
  return checkPorts(voulus.map((name) => ({ port: ports[name], ...VARIABLES[name] })));
}

function environmentOf({ ports, dossier, namespace }: OptionsSysteme, moteur: Moteur): Environnement {
  const temporal: Environnement = { TEMPORAL_NAMESPACE: namespace };
  if (!isTemporalGiven(process.env)) {
    // A profile of the person's own must not add its keys to the address of our server.
    const profile = path.join(dossier, 'temporal', 'profil.toml');
    mkdirSync(path.dirname(profile), { recursive: true });
    writeFileSync(profile, '[profile.default]\n');
    Object.assign(temporal, { TEMPORAL_ADDRESS: moteur.temporalAddress, TEMPORAL_CONFIG_FILE: profile });
    if (moteur.uiUrl) temporal['TEMPORAL_UI_URL'] = moteur.uiUrl;
  }
  return {
    ...temporal,
    DATABASE_URL: moteur.databaseUrl(BASE),
    API_PORT: String(ports.api),
    API_URL: `http://127.0.0.1:${ports.api}`,
    // The demonstration and the bench ask as fast as they can, with one token.
    API_REQUETES_PAR_SECONDE: '0',
    API_INCONNUS_PAR_MINUTE: '0',
    WORKER_PORT: String(ports.worker),
    API_METRIQUES_PORT: String(ports.metriques),
    SDK_METRIQUES_PORT: String(ports.sdk),
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(ports.smtp),
    SMTP_SECURITE: 'aucune',
    JALONS_PORT_SMTP: String(ports.smtp),
    JALONS_PORT_COURRIELS: String(ports.courriels),
    JALONS_DOSSIER: dossier,
  };
}

type Programme = { nom: string; fichier: string; quoi: string; memoire?: readonly string[] };

/** A TypeScript program of the repository as a child process, ready when `url` answers. */
async function startProgramme(
  { nom, fichier, url, quoi, memoire = [] }: Programme & { url: string },
  { dossier, env }: { dossier: string; env: Environnement },
): Promise<Processus> {
  const processus = new Processus({
    nom,
    commande: process.execPath,
    args: [...memoire, ...AVEC_TYPESCRIPT, path.join(ROOT, fichier)],
    dossier,
    cwd: ROOT,
    env,
    patienceMs: 30_000,
  });
  try {
    await waitUntilReady(quoi, () => answers(url), { processus });
    return processus;
  } catch (error) {
    await processus.stop();
    throw error;
  }
}

const PROGRAMMES = {
  courriels: { nom: 'courriels', fichier: 'tools/courriels/main.ts', quoi: 'La boîte des courriels' },
  worker: { nom: 'worker', fichier: 'worker/main.ts', quoi: 'Le worker' },
  api: { nom: 'api', fichier: 'api/main.ts', quoi: 'L’API', memoire: MEMOIRE_DE_L_API },
} as const satisfies Record<string, Programme>;

/** Everything, from the database to the API, each part waited for until it really answers. */
export async function startSysteme(options: OptionsSysteme): Promise<Systeme> {
  const dossier = path.resolve(options.dossier);
  const { cache, namespace, ports, jetable, durable = !jetable, progres } = options;
  mkdirSync(dossier, { recursive: true });
  await takeDossier(dossier, jetable, progres);
  await checkAllPorts(ports);
  const at = (port: number, where = '') => `http://127.0.0.1:${port}${where}`;
  const started: Processus[] = [];
  const env: Environnement = {};
  const start = async (programme: (typeof PROGRAMMES)[keyof typeof PROGRAMMES], url: string) => {
    progres(`${programme.quoi} : démarrage`);
    started.push(await startProgramme({ ...programme, url }, { dossier, env }));
  };
  const stopStarted = async () => {
    for (const processus of started.reverse()) await processus.stop();
  };
  try {
    const moteur = await launchMoteur({
      ...{ dossier, cache, ports, namespaces: [namespace], jetable, durable, progres },
      pendant: async (base) => {
        Object.assign(env, environmentOf({ ...options, dossier }, base));
        await deployMigrations(base, BASE, progres);
        await restoreEtats(base, BASE, progres);
        await start(PROGRAMMES.courriels, at(ports.courriels, '/healthz'));
        await start(PROGRAMMES.api, at(ports.api, '/healthz'));
      },
    });
    const stop = async () => {
      await stopStarted();
      await moteur.stop();
    };
    const urls = {
      api: at(ports.api),
      courriels: at(ports.courriels),
      ui: moteur.uiUrl ?? process.env['TEMPORAL_UI_URL'] ?? null,
    };
    const systeme = { moteur, env, urls, processus: () => [...moteur.processus(), ...started], stop };
    await start(PROGRAMMES.worker, at(ports.worker, '/readyz')).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    return systeme;
  } catch (error) {
    await stopStarted();
    throw error;
  }
}
