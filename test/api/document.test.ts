import request from 'supertest';
import type { Dependances } from '../../api/dependances';
import { renderOpenApi } from '../../api/openapi';
import { listRoutes } from '../../api/table';
import { createSansServeur } from './essai';

type Couche = { route?: { path: string; methods: Record<string, boolean>; stack: { method?: string }[] } };

/** What express really answers by itself, as `get /api/v1/…`; pages and documentation are routers of their own. */
function listMontees(mode: Mode): string[] {
  const { router } = createSansServeur({ mode });
  return (router as unknown as { stack: Couche[] }).stack
    .flatMap(({ route }) => (route === undefined || Object.keys(route.methods).length > 1 ? [] : [route]))
    .flatMap(({ path, stack }) =>
      stack.map(({ method = '' }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
    );
}

type Mode = Dependances['mode'];
const documentOf = (mode: Mode) => renderOpenApi(listRoutes(mode), 'http://127.0.0.1:3000');
const document = documentOf('test');
const listDocumentees = (mode: Mode) =>
  Object.entries(documentOf(mode).paths ?? {}).flatMap(([chemin, methodes]) =>
    Object.keys(methodes as object).map((methode) => `${methode} ${chemin}`),
  );

describe('Le document OpenAPI', () => {
  test.each(['test', 'production'] as const)(
    'décrit toutes les routes d’express, et aucune autre (%s)',
    (mode) => {
      expect(listDocumentees(mode).sort()).toEqual(listMontees(mode).sort());
    },
  );

  test('nomme dans chaque adresse les paramètres que la route lit, ni plus ni moins', () => {
    for (const { chemin, params } of listRoutes('test')) {
      const nommes = [...chemin.matchAll(/\{(\w+)\}/g)].map(([, nom]) => nom);
      expect([chemin, ...nommes.sort()]).toEqual([chemin, ...Object.keys(params.shape).sort()]);
    }
  });

  test('donne à chaque opération un identifiant unique et un résumé en français', () => {
    const operations = Object.values(document.paths ?? {}).flatMap((p) =>
      Object.values(p as Record<string, unknown>),
    ) as {
      operationId: string;
      summary: string;
    }[];
    expect(new Set(operations.map((o) => o.operationId)).size).toBe(operations.length);
    expect(operations.every((o) => /^[A-ZÉÀ]/.test(o.summary))).toBe(true);
  });

  test('n’admet aucun champ inconnu dans un corps', () => {
    const schemas = Object.entries(document.components?.schemas ?? {}) as [string, Record<string, unknown>][];
    const ouverts = schemas.filter(([, s]) => s['type'] === 'object' && s['additionalProperties'] !== false);
    expect(ouverts.map(([nom]) => nom).sort()).toEqual(['DocumentOpenApi', 'GestePermis']);
  });

  test('écrit des motifs que tout lecteur comprend, et des exemples qui leur conviennent', () => {
    const motifs: string[] = [];
    JSON.stringify(document, (_, lu: { pattern?: unknown; example?: unknown } | null) => {
      if (typeof lu?.pattern !== 'string') return lu;
      motifs.push(lu.pattern);
      // Without a flag: a schema has none to give.
      if (typeof lu.example === 'string') expect(lu.example).toMatch(new RegExp(lu.pattern));
      return lu;
    });
    expect(motifs.length).toBeGreaterThan(20);
    expect(motifs.filter((m) => !m.startsWith('^') || !m.endsWith('$'))).toEqual([]);
  });

  test('est servi sans jeton, avec sa page et des fichiers de ce serveur seul', async () => {
    const app = createSansServeur();
    const servi = await request(app).get('/api/v1/openapi.json').expect(200);
    expect(servi.body).toMatchObject({ openapi: '3.1.0' });
    const page = await request(app).get('/api/docs/').expect(200);
    for (const [, adresse = ''] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(adresse).toMatch(/^\/api\/docs\//);
      await request(app).get(adresse).expect(200);
    }
    expect(page.text).not.toMatch(/<style|style=|onload=|<script>/);
  });

  test('ne parle pas de l’horloge en production, où elle ne se déplace pas', async () => {
    const app = createSansServeur({ mode: 'production' });
    const servi = await request(app).get('/api/v1/openapi.json').expect(200);
    expect(servi.text).not.toContain('/horloge');
    await request(app).get('/api/v1/horloge').expect(404);
    await request(app).post('/api/v1/horloge/gel').send({}).expect(404);
  });
});
