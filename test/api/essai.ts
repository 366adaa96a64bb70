import { Client, Connection } from '@temporalio/client';
import type { Express } from 'express';
import pino from 'pino';
import request from 'supertest';
import { z } from 'zod';
import { createApp } from '../../api/app';
import type { Guichet } from '../../api/acces';
import { createGuichet } from '../../api/acces';
import { createDebit } from '../../api/debit';
import { createInconnus } from '../../api/inconnus';
import { DELAI_MS } from '../../api/delai';
import type { Dependances } from '../../api/dependances';
import type { Route } from '../../api/route';
import { createBase } from '../../registre/base';
import { createSonde } from '../../sante/sondes';
import { createJeton } from '../../registre/acces/jetons';
import { portees } from '../../registre/acces/portees';
import type { Reveil } from '../../registre/reveils/reveils';
import { takeFautes, watchContrat } from '../support/contrat-d-essai';

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
  const guichet: Guichet = () => Promise.resolve({ id: 'jeton', agent: 'essai', portees });
  const d: Dependances = {
    base: createBase(ABSENTE, 1),
    mode: 'test',
    apiUrl: 'http://127.0.0.1:3000',
    information: { contact: null, conservationMois: 24 },
    reveil: createReveilMemoire(),
    sonde: createSonde({ base: createBase(ABSENTE, 1), ...ABSENTS }),
    guichet,
    debit: createDebit(0),
    inconnus: createInconnus(0),
    mandataires: 0,
    delaiMs: DELAI_MS,
    logger: MUET,
    ...remplace,
  };
  return watchContrat(createApp(d), d.mode);
}

afterEach(() => expect(takeFautes()).toEqual([]));

/** An app on a real base, with a token of its own, and somebody who calls it. */
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
export type Envoi = {
  readonly corps?: object;
  readonly cle?: string;
  /** If-Match. */
  readonly si?: string;
  readonly jeton?: string;
};
export type Rendu = {
  readonly statut: number;
  readonly corps: unknown;
  readonly entetes: Record<string, string>;
  readonly texte: string;
};

/** The id of what was created. */
export const idOf = ({ corps }: Rendu): string => z.looseObject({ id: z.string() }).parse(corps).id;

export function createAppel(app: Express, jetonParDefaut: string) {
  return async (methode: Methode, chemin: string, envoi: Envoi = {}): Promise<Rendu> => {
    const { corps, cle, si, jeton = jetonParDefaut } = envoi;
    let appel = request(app)[methode](`/api/v1${chemin}`).set('Authorization', `Bearer ${jeton}`);
    if (cle !== undefined) appel = appel.set('Idempotency-Key', cle);
    if (si !== undefined) appel = appel.set('If-Match', si);
    const reponse = await (corps === undefined ? appel : appel.send(corps));
    return {
      statut: reponse.status,
      corps: reponse.body as unknown,
      entetes: reponse.headers,
      texte: reponse.text,
    };
  };
}
