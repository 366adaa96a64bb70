import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createGuichet, type Guichet } from '../../demo/jeu/guichet';
import type { Base } from '../../registre/base';
import { createJeton } from '../../registre/acces/jetons';
import { findFreePorts } from '../../tools/moteur/ports';
import { answers, Processus, waitUntilReady } from '../../tools/moteur/processus';
import { AVEC_TYPESCRIPT } from '../../tools/moteur/typescript';
import { createVerificateur, type Verificateur } from './contrat-d-essai';
import { environnementOf, type ReglagesDuProcessus } from './environnement';

const ROOT = path.join(__dirname, '..', '..');

/** The real API, as a process of its own, and somebody at its counter. */
export type ApiDEssai = {
  /** Speaks HTTP; whatever is not answered by a 2xx is an error. */
  readonly guichet: Guichet;
  /** What the API says of the base and of the engine (GET /readyz). */
  readonly readEtat: () => Promise<Readonly<Record<'etat' | 'postgresql' | 'temporal' | 'smtp', string>>>;
  readonly url: string;
  readonly journal: () => string;
  readonly stop: () => Promise<void>;
  /** How it ended, once it has. */
  readonly fin: Processus['fin'];
};

/** Asks, and holds what is answered against the document. */
function createAppelVerifie(verifie: Verificateur): typeof fetch {
  return async (url, demande) => {
    const reponse = await fetch(url, demande);
    const { pathname } = new URL(reponse.url);
    const faute = verifie({
      methode: demande?.method ?? 'GET',
      chemin: pathname,
      statut: reponse.status,
      type: reponse.headers.get('Content-Type'),
      texte: await reponse.clone().text(),
    });
    if (faute !== null) throw new Error(faute);
    return reponse;
  };
}

export async function startApiDEssai(base: Base, r: ReglagesDuProcessus): Promise<ApiDEssai> {
  const [port = 0] = await findFreePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const processus = new Processus({
    nom: 'api',
    commande: process.execPath,
    args: [...AVEC_TYPESCRIPT, path.join(ROOT, 'api', 'main.ts')],
    dossier: r.dossier,
    cwd: ROOT,
    env: { ...environnementOf(r), API_PORT: String(port) },
    patienceMs: 30_000,
  });
  await waitUntilReady('L’API', () => answers(`${url}/healthz`), { processus, timeoutMs: 120_000 });
  const jeton = await createJeton(base, { libelle: 'essai', agent: 'demonstration' });
  return {
    guichet: createGuichet(url, jeton, createAppelVerifie(createVerificateur('test'))),
    async readEtat() {
      const reponse = await fetch(`${url}/readyz`);
      return (await reponse.json()) as Record<'etat' | 'postgresql' | 'temporal' | 'smtp', string>;
    },
    url,
    journal: () => readFileSync(processus.journal, 'utf8'),
    stop: () => processus.stop(),
    fin: processus.fin,
  };
}
