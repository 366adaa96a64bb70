import { Writable } from 'node:stream';
import ICAL from 'ical.js';
import pino from 'pino';
import request from 'supertest';
import { createGuichet } from '../../api/acces';
import { fluxCree } from '../../api/contrat/flux';
import { createInconnus } from '../../api/inconnus';
import { createBase as createBaseDEssai } from '../support/engin';
import { createDepartement, createPersonne, ouvertureDe } from './departement';
import { createEssai, createSansServeur, idOf } from './essai';

describe('L’agenda d’un référent, par une adresse secrète', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let referentId: string;
  let parcoursId: string;
  const lignes: string[] = [];

  beforeAll(async () => {
    const sortie = new Writable({
      write(ligne: Buffer, _, fini) {
        lignes.push(ligne.toString());
        fini();
      },
    });
    essai = await createEssai(await createBaseDEssai('essai_api_agenda'), { logger: pino(sortie) });
    const departement = await createDepartement(essai.appelle);
    ({ referentId } = departement);
    const personne = await createPersonne(essai.appelle, 'Canari-agenda');
    const corps = ouvertureDe(personne, departement.structureId, referentId);
    parcoursId = idOf(await essai.appelle('post', '/parcours', { corps }));
    for (const heure of ['09:00', '10:00'])
      await essai.appelle('post', `/parcours/${parcoursId}/rendez-vous`, {
        corps: { debut: { le: '2025-01-23', heure }, dureeMinutes: 30 },
      });
  });
  afterAll(() => essai.close());

  async function createAdresse() {
    const { corps, statut } = await essai.appelle('post', `/referents/${referentId}/flux`);
    expect(statut).toBe(201);
    const { id, url } = fluxCree.parse(corps);
    return { id, chemin: new URL(url).pathname };
  }
  const lire = (chemin: string, si = '') => request(essai.app).get(chemin).set('If-None-Match', si);
  const evenements = (ics: string) =>
    new ICAL.Component(ICAL.parse(ics) as unknown[]).getAllSubcomponents('vevent');

  test('montre heures et lieux, ni nom, ni motif, ni adresse de courriel', async () => {
    const { chemin } = await createAdresse();
    const lu = await lire(chemin)
      .expect(200)
      .expect('Content-Type', /^text\/calendar; charset=utf-8/);
    const poses = evenements(lu.text);
    expect(poses.length).toBeGreaterThanOrEqual(2);
    expect(new Set(poses.map((e) => e.getFirstPropertyValue('summary')))).toEqual(new Set(['Rendez-vous']));
    expect(poses.map((e) => String(e.getFirstPropertyValue('dtstart')))).toContain('2025-01-23T08:00:00Z');
    expect(String(poses[0]?.getFirstPropertyValue('location'))).toContain('Antenne de Toulon');
    expect(lu.text).not.toMatch(/Canari|Ana|@example|bilan|contrat|motif/i);
    expect(poses.every((e) => String(e.getFirstPropertyValue('url')).endsWith(parcoursId))).toBe(true);
  });

  test('inchangé, il ne se relit pas ; un rendez-vous annulé en disparaît', async () => {
    const { chemin } = await createAdresse();
    const premier = await lire(chemin).expect(200);
    const etag = String(premier.headers['etag']);
    await lire(chemin, etag).expect(304);
    const numero = (
      await essai.base.rendezVous.findFirst({
        where: { parcoursId, debut: new Date('2025-01-23T09:00:00Z') },
      })
    )?.numero;
    await essai.appelle('post', `/parcours/${parcoursId}/rendez-vous/${String(numero)}/annulation`, {
      corps: { par: 'service' },
    });
    const second = await lire(chemin, etag).expect(200);
    expect(evenements(second.text).length).toBe(evenements(premier.text).length - 1);
  });

  test('révoqué, inconnu ou mal formé : la même réponse', async () => {
    const { id, chemin } = await createAdresse();
    const revoque = await essai.appelle('delete', `/referents/${referentId}/flux/${id}`);
    expect(revoque.statut).toBe(204);
    const reponses = await Promise.all(
      [chemin, `/agenda/${'x'.repeat(43)}.ics`, '/agenda/court.ics'].map((c) => lire(c).expect(404)),
    );
    expect(new Set(reponses.map((r) => r.text)).size).toBe(1);
    expect(await essai.appelle('delete', `/referents/${referentId}/flux/${id}`)).toMatchObject({
      statut: 404,
    });
    const { corps } = await essai.appelle('get', `/referents/${referentId}/flux`);
    expect((corps as { flux: { revoqueA: string | null }[] }).flux.at(-1)?.revoqueA).not.toBeNull();
  });

  test('le secret n’est ni dans la base, ni dans le journal technique, et une clé d’idempotence ne le garde pas', async () => {
    const { corps } = await essai.appelle('post', `/referents/${referentId}/flux`, { cle: 'agenda' });
    const { url } = fluxCree.parse(corps);
    const secret = /agenda\/(.+)\.ics$/.exec(url)?.[1] ?? '';
    expect(secret).toMatch(/^[\w-]{43}$/);
    await lire(new URL(url).pathname).expect(200);
    const ecrit = [await essai.base.fluxAgenda.findMany(), await essai.base.idempotence.findMany()];
    expect(JSON.stringify(ecrit)).not.toContain(secret);
    expect(lignes.join('')).toContain('/agenda/:secret.ics');
    expect(lignes.join('')).not.toContain(secret);
  });

  test('une adresse réseau qui essaie au hasard est arrêtée ; qui tient un jeton déjà vu, ou vient d’ailleurs, passe', async () => {
    const { chemin } = await createAdresse();
    const inconnus = createInconnus(3);
    const guichet = createGuichet(essai.base, inconnus);
    const app = createSansServeur({ base: essai.base, guichet, inconnus, mandataires: 1 });
    const demande = (adresse: string, voulu: string, jeton = essai.jeton) =>
      request(app).get(voulu).set('X-Forwarded-For', adresse).set('Authorization', `Bearer ${jeton}`);
    await demande('192.0.2.1', '/api/v1/structures').expect(200);
    await demande('192.0.2.1', `/agenda/${'x'.repeat(43)}.ics`).expect(404);
    await demande('192.0.2.1', `/r/${'x'.repeat(43)}`).expect(404);
    await demande('192.0.2.1', '/api/v1/structures', 'x'.repeat(40)).expect(401);
    for (const voulu of [chemin, `/r/${'y'.repeat(43)}`]) {
      const { headers } = await demande('192.0.2.1', voulu).expect(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    await demande('192.0.2.1', '/api/v1/structures', 'y'.repeat(40)).expect(429);
    await demande('192.0.2.1', '/api/v1/structures').expect(200);
    await demande('192.0.2.2', chemin).expect(200);
    // Only the last proxy is believed: what the caller writes himself is not.
    await demande('192.0.2.3, 192.0.2.1', chemin).expect(429);
  });
});
