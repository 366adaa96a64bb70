import { Client, Connection } from '@temporalio/client';
import type { Express } from 'express';
import pino from 'pino';
import request from 'supertest';
import { z } from 'zod';
import { createApp } from '../../api/app';
import type { Guichet } from '../../api/acces';
import { createGuichet } from '../../api/acces';
import { probleme } from '../../api/contrat/probleme';
import type { Dependances } from '../../api/dependances';
import { expressPath } from '../../api/montage';
import { statutsProbleme } from '../../api/openapi';
import type { Route } from '../../api/route';
import { listRoutes } from '../../api/table';
import { createBase } from '../../registre/base';
import { createSonde } from '../../sante/sondes';
import { createJeton } from '../../registre/acces/jetons';
import type { Reveil } from '../../registre/reveils/reveils';

export const MUET = pino({ level: 'silent' });

/** Remembers what it was asked to wake: what the engine would have been told. */
export function createReveilMemoire() {
  const reveils: Reveil[] = [];
  return {
    reveils,
    wake: (reveil: Reveil) => void reveils.push(reveil),
    close: () => Promise.resolve(),
  };
}

/** A base that nobody serves: real, and down. */
export const ABSENTE = 'postgresql://postgres:jalons@127.0.0.1:1/absente';

/** Nor the engine, nor a relay: real probes find nobody. */
const ABSENTS = {
  client: new Client({ connection: Connection.lazy({ address: '127.0.0.1:1' }) }),
  smtp: { SMTP_HOST: '127.0.0.1', SMTP_PORT: 1, SMTP_SECURITE: 'aucune' },
} as const;

export function createSansServeur(remplace: Partial<Dependances> = {}): Express {
  const guichet: Guichet = () => Promise.resolve({ id: 'jeton', agent: 'essai' });
  return createApp({
    base: createBase(ABSENTE, 1),
    mode: 'test',
    apiUrl: 'http://127.0.0.1:3000',
    reveil: createReveilMemoire(),
    sonde: createSonde({ base: createBase(ABSENTE, 1), ...ABSENTS }),
    guichet,
    logger: MUET,
    ...remplace,
  });
}

/** An app on a real base, with a token of its own, and a call that checks every answer against its contract. */
export async function createEssai(databaseUrl: string, remplace: Partial<Dependances> = {}) {
  const base = createBase(databaseUrl, 12);
  const reveil = createReveilMemoire();
  const guichet = createGuichet(base);
  const jeton = await createJeton(base, { libelle: 'essai', agent: 'essai' });
  const app = createSansServeur({ base, reveil, guichet, ...remplace });
  const appelle = createAppel(app, jeton);
  return { app, base, jeton, reveils: reveil.reveils, appelle, close: () => base.$disconnect() };
}

type Methode = Route['methode'];
export type Envoi = { readonly corps?: object; readonly cle?: string; readonly jeton?: string };
export type Rendu = {
  readonly statut: number;
  readonly corps: unknown;
  readonly entetes: Record<string, string>;
};

/** The id of what was created. */
export const idOf = ({ corps }: Rendu): string => z.looseObject({ id: z.string() }).parse(corps).id;

export function createAppel(app: Express, jetonParDefaut: string) {
  return async (methode: Methode, chemin: string, envoi: Envoi = {}): Promise<Rendu> => {
    const { corps, cle, jeton = jetonParDefaut } = envoi;
    let appel = request(app)[methode](`/api/v1${chemin}`).set('Authorization', `Bearer ${jeton}`);
    if (cle !== undefined) appel = appel.set('Idempotency-Key', cle);
    const reponse = await (corps === undefined ? appel : appel.send(corps));
    const rendu = { statut: reponse.status, corps: reponse.body as unknown, entetes: reponse.headers };
    checkContrat(methode, chemin, { ...rendu, texte: reponse.text });
    return rendu;
  };
}

/** Every answer has a status that its route documents, and the form of that status. */
function checkContrat(
  methode: Methode,
  chemin: string,
  { statut, corps, texte, entetes }: Rendu & { readonly texte: string },
): void {
  const route = findRoute(methode, `/api/v1${chemin.split('?')[0] ?? ''}`);
  if (route === undefined) throw new Error(`Route inconnue : ${methode} ${chemin}`);
  const documentee = route.reponses[statut];
  if (documentee === undefined) {
    expect(statutsProbleme(route)).toContain(statut);
    expect(entetes['content-type']).toContain('application/problem+json');
    expect(probleme.parse(corps)).toMatchObject({ status: statut });
  } else if (statut !== 204) {
    documentee.schema.parse(documentee.type === 'text/html' ? texte : corps);
  }
}

const routes = listRoutes('test').map((route) => ({
  route,
  forme: new RegExp(`^${expressPath(route.chemin).replace(/:\w+/g, '[^/]+')}$`),
}));

function findRoute(methode: Methode, chemin: string): Route | undefined {
  return routes.find(({ route, forme }) => route.methode === methode && forme.test(chemin))?.route;
}
