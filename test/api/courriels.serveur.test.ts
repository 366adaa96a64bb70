import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { recordRetours } from '../../retours/bilan';
import { createBase as createBaseDEssai } from '../support/engin';
import { createDepartement, createPersonne, ouvertureDe } from './departement';
import { createEssai, idOf } from './essai';
import { createRelais } from './relais';
import { AVEC_TYPESCRIPT } from '../../tools/moteur/typescript';

const RACINE = path.join(__dirname, '../..');
const AVIS = readFileSync(path.join(RACINE, 'test/retours/avis/postfix.eml'), 'utf8');

/** The notification that a mail server writes about that mail. */
const avisSur = (messageId: string) => AVIS.replace(/^Message-ID: .*$/m, `Message-ID: ${messageId}`);

describe('Les courriels, du départ au retour', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let relais: Awaited<ReturnType<typeof createRelais>>;
  let departement: Awaited<ReturnType<typeof createDepartement>>;
  let databaseUrl: string;

  beforeAll(async () => {
    relais = await createRelais();
    databaseUrl = await createBaseDEssai('essai_api_courriels');
    essai = await createEssai(databaseUrl);
    departement = await createDepartement(essai.appelle);
  });
  afterAll(async () => {
    await relais.close();
    await essai.close();
  });

  /** A parcours opened: its convocation waits. */
  async function opens(idExterne: string) {
    const personne = await createPersonne(essai.appelle, idExterne);
    const corps = ouvertureDe(personne, departement.structureId, departement.referentId);
    const parcoursId = idOf(await essai.appelle('post', '/parcours', { corps }));
    const pose = { debut: { le: '2025-01-23', heure: '09:00' }, dureeMinutes: 30 };
    await essai.appelle('post', `/parcours/${parcoursId}/rendez-vous`, { corps: pose });
    return { parcoursId, personne };
  }
  const courrielsDe = (parcoursId: string) =>
    essai.base.courriel.findMany({ where: { parcoursId }, orderBy: { cle: 'asc' } });
  const faitsDe = (parcoursId: string) =>
    essai.base.fait.findMany({ where: { parcoursId }, orderBy: { rang: 'asc' } });
  async function* boite(...avis: readonly string[]) {
    for (const x of avis) yield await Promise.resolve(Buffer.from(x));
  }

  describe('R47 — les avis de non-remise', () => {
    let parcoursId: string;
    let messageId: string;
    beforeAll(async () => {
      ({ parcoursId } = await opens('Canari-retour'));
      await relais.send(essai.base, parcoursId);
      const [parti] = await courrielsDe(parcoursId);
      messageId = parti?.messageId ?? '';
      expect(parti).toMatchObject({ etat: 'envoye', destinataire: 'personne', modele: 'convocation' });
    });

    test('R47 — inconnu, contrefait, d’une autre adresse : rien ne change', async () => {
      const avant = await faitsDe(parcoursId);
      const [parti] = await courrielsDe(parcoursId);
      const faux = messageId.replace('@example.org', '@ailleurs.example');
      const autre = `<${'0'.repeat(8)}-0000-8000-8000-${'0'.repeat(12)}@example.org>`;
      const bilan = await recordRetours(
        essai.base,
        boite(avisSur(faux), avisSur(autre), avisSur('<x>'), 'Bonjour'),
      );
      expect(bilan).toMatchObject({ inconnu: 2, pas_un_avis: 2, inscrit: 0 });
      expect(await faitsDe(parcoursId)).toEqual(avant);
      expect((await courrielsDe(parcoursId))[0]).toEqual(parti);
    });

    test('R47 — un retard ne change rien', async () => {
      const retard = avisSur(messageId).replace('Action: failed', 'Action: delayed');
      expect(await recordRetours(essai.base, boite(retard))).toMatchObject({ retard: 1, inscrit: 0 });
    });

    test('R47 — donné par le serveur de messagerie, l’échec devient une lettre, et réveille le parcours', async () => {
      const rendu = await pipe(avisSur(messageId));
      expect(rendu).toMatchObject({
        code: 0,
        sortie: expect.stringContaining('Courriels revenus') as string,
      });
      const [parti, prevenu] = await courrielsDe(parcoursId);
      expect(parti).toMatchObject({ etat: 'refuse', derniereReponse: 'retour 5.1.1' });
      expect(prevenu).toMatchObject({ modele: 'convocation_non_remise', destinataire: 'referent' });
      expect((await faitsDe(parcoursId)).at(-1)).toMatchObject({
        type: 'lettre_a_faire',
        donnees: {
          raison: 'adresse_refusee',
          courrielCle: parti?.cle,
          revenu: { lettre: null, accepteLe: '2025-01-06' },
        },
      });
      const cible = `parcours-${parcoursId}`;
      expect(await essai.base.reveil.findUnique({ where: { cible } })).toMatchObject({
        raison: 'courriel_revenu',
      });
      const cle = encodeURIComponent(parti?.cle ?? '');
      expect(await essai.appelle('get', `/parcours/${parcoursId}/courriels/${cle}/lettre`)).toMatchObject({
        statut: 200,
      });
    });

    test('R47 — deux fois, ou cinq à la fois, est une fois', async () => {
      const avant = (await faitsDe(parcoursId)).length;
      expect(await recordRetours(essai.base, boite(avisSur(messageId)))).toMatchObject({ deja_connu: 1 });
      const { parcoursId: autre } = await opens('Canari-cinq');
      await relais.send(essai.base, autre);
      const [parti] = await courrielsDe(autre);
      const avis = avisSur(parti?.messageId ?? '');
      const bilans = await Promise.all(
        Array.from({ length: 5 }, () => recordRetours(essai.base, boite(avis))),
      );
      expect(bilans.map((b) => b.inscrit).sort()).toEqual([0, 0, 0, 0, 1]);
      const lettres = (await faitsDe(autre)).filter((f) => f.type === 'lettre_a_faire');
      expect(lettres).toHaveLength(1);
      expect(await faitsDe(parcoursId)).toHaveLength(avant);
    });

    test('R47 — arrivé avant la fin de l’envoi, ou la base absente, l’avis est rendu au serveur (75)', async () => {
      const { parcoursId: autre } = await opens('Canari-tot');
      await relais.send(essai.base, autre);
      const [parti] = await courrielsDe(autre);
      const { id = '', messageId: lui = '' } = parti ?? {};
      await essai.base.courriel.update({ where: { id }, data: { etat: 'en_envoi' } });
      expect(await pipe(avisSur(lui ?? ''))).toMatchObject({ code: 75 });
      expect(await pipe(avisSur(lui ?? ''), 'postgresql://x:x@127.0.0.1:1/x')).toMatchObject({
        code: 75,
        erreur: expect.stringMatching(/^À donner de nouveau plus tard/) as string,
      });
    });
  });

  describe('R43 — la préférence', () => {
    test('R43 — dite sur la page, elle vaut pour le courriel qui attendait : une lettre, rien n’est parti', async () => {
      const { parcoursId, personne } = await opens('Canari-papier');
      const recus = relais.recus.length;
      await request(essai.app)
        .post(`/parcours/${parcoursId}/preference`)
        .set({ 'Sec-Fetch-Site': 'same-origin', Origin: 'http://127.0.0.1:3000', Host: '127.0.0.1:3000' })
        .type('form')
        .send({ preference: 'papier' })
        .expect(303)
        .expect('Location', `/parcours/${parcoursId}?fait=preference`);
      expect(await essai.appelle('get', `/beneficiaires/${personne}`)).toMatchObject({
        corps: { preference: 'papier' },
      });
      await relais.send(essai.base, parcoursId);
      expect(relais.recus).toHaveLength(recus);
      expect(await courrielsDe(parcoursId)).toMatchObject([{ etat: 'abandonne', modele: 'convocation' }]);
      expect((await faitsDe(parcoursId)).at(-1)).toMatchObject({
        type: 'lettre_a_faire',
        donnees: { raison: 'papier' },
      });
    });

    test('R43 — par l’API, sous la version lue ; un parcours ouvert ensuite n’écrit aucun courriel', async () => {
      const personne = await createPersonne(essai.appelle, 'Canari-papier-api');
      const chemin = `/beneficiaires/${personne}`;
      const si = (await essai.appelle('get', chemin)).entetes['etag'] ?? '';
      expect(await essai.appelle('patch', chemin, { corps: { preference: 'fax' }, si })).toMatchObject({
        statut: 400,
      });
      expect(await essai.appelle('patch', chemin, { corps: { preference: 'papier' }, si })).toMatchObject({
        statut: 200,
      });
      const corps = ouvertureDe(personne, departement.structureId, departement.referentId);
      const parcoursId = idOf(await essai.appelle('post', '/parcours', { corps }));
      const pose = { debut: { le: '2025-01-24', heure: '09:00' }, dureeMinutes: 30 };
      await essai.appelle('post', `/parcours/${parcoursId}/rendez-vous`, { corps: pose });
      expect(await courrielsDe(parcoursId)).toEqual([]);
      const suivi = await essai.appelle('get', `/parcours/${parcoursId}`);
      expect(suivi.corps).toMatchObject({ personne: { preference: 'papier' } });
    });
  });

  /** As a mail server does: the message on the standard input of the command. */
  function pipe(message: string, url = databaseUrl) {
    const enfant = spawn(process.execPath, [...AVEC_TYPESCRIPT, 'jalons/main.ts', 'retours'], {
      cwd: RACINE,
      env: { ...process.env, DATABASE_URL: url },
    });
    let sortie = '';
    let erreur = '';
    enfant.stdout.on('data', (x: Buffer) => (sortie += x.toString()));
    enfant.stderr.on('data', (x: Buffer) => (erreur += x.toString()));
    enfant.stdin.end(message);
    return new Promise<{ code: number | null; sortie: string; erreur: string }>((resolve) => {
      enfant.on('close', (code) => resolve({ code, sortie, erreur }));
    });
  }
});
