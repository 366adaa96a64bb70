import { Writable } from 'node:stream';
import { simpleParser } from 'mailparser';
import pino from 'pino';
import request from 'supertest';
import { empreinteOf } from '../../registre/acces/jetons';
import { readCarre } from '../support/carre';
import { createBase as createBaseDEssai } from '../support/engin';
import { createDepartement, createPersonne, ouvertureDe } from './departement';
import { createEssai, idOf } from './essai';
import { createRelais } from './relais';

const JPEG = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(200)]);

describe('R42 — la personne répond depuis le courriel reçu, sans compte', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let parcoursId: string;
  let rendezVousId: number;
  let jeton: string;
  const lignes: string[] = [];
  let relais: Awaited<ReturnType<typeof createRelais>>;

  beforeAll(async () => {
    relais = await createRelais();
    const sortie = new Writable({
      write(ligne: Buffer, _, fini) {
        lignes.push(ligne.toString());
        fini();
      },
    });
    essai = await createEssai(await createBaseDEssai('essai_api_reponses'), { logger: pino(sortie) });
    const departement = await createDepartement(essai.appelle);
    const personne = await createPersonne(essai.appelle, 'Canari-reponse');
    const corps = ouvertureDe(personne, departement.structureId, departement.referentId);
    parcoursId = idOf(await essai.appelle('post', '/parcours', { corps }));
    const pose = await essai.appelle('post', `/parcours/${parcoursId}/rendez-vous`, {
      corps: { debut: { le: '2025-01-23', heure: '09:00' }, dureeMinutes: 30 },
    });
    rendezVousId = (pose.corps as { rendezVousId: number }).rendezVousId;
    await send();
    jeton = await jetonDe(rendezVousId);
  });
  afterAll(async () => {
    await relais.close();
    await essai.close();
  });

  const send = () => relais.send(essai.base, parcoursId);

  /** Taken where the person finds it: in the text of the mail that left. */
  async function jetonDe(objet: number): Promise<string> {
    for (const recu of relais.recus) {
      const texte = (await simpleParser(Buffer.from(recu, 'latin1'))).text ?? '';
      const [, lu] = /\/r\/([\w-]{43})(?![\w-])/.exec(texte) ?? [];
      if (lu === undefined) continue;
      const lien = await essai.base.lien.findUnique({ where: { empreinte: empreinteOf(lu) } });
      if (lien?.objet === objet) return lu;
    }
    throw new Error('Aucun courriel parti ne porte ce lien.');
  }

  const lire = (chemin: string) => request(essai.app).get(chemin).set('Accept', 'text/html');
  const envoie = (acte: string, corps: object) =>
    request(essai.app)
      .post(`/r/${jeton}/${acte}`)
      .set('Sec-Fetch-Site', 'same-origin')
      .type('form')
      .send(corps);
  const dites = async () =>
    ((await essai.appelle('get', `/parcours/${parcoursId}`)).corps as { reponses: { quoi: string }[] })
      .reponses;

  test('R42 — le courriel parti porte le lien dans le texte et dans la page ; la base n’en garde que l’empreinte', async () => {
    const recu = relais.recus.find((r) => r.replaceAll('=\r\n', '').includes(jeton)) ?? '';
    const lu = await simpleParser(Buffer.from(recu, 'latin1'));
    expect(lu.text).toContain(`/r/${jeton}`);
    expect(String(lu.html)).toContain(`/r/${jeton}"`);
    // A legal notice: nobody leaves it by a click.
    expect(lu.headers.has('list-unsubscribe')).toBe(false);
    const gardes = await essai.base.courriel.findMany({ where: { parcoursId, etat: 'envoye' } });
    expect(gardes.length).toBeGreaterThan(0);
    for (const { octets } of gardes) {
      const plats = Buffer.from(octets ?? [])
        .toString('latin1')
        .replaceAll('=\r\n', '');
      expect(plats).not.toContain(jeton);
      expect(plats).toContain(`/r/${'x'.repeat(43)}`);
    }
    expect(gardes.some(({ octets }) => octets?.length === recu.length)).toBe(true);
  });

  test('R42 — ouvrir la page, même dix fois comme un robot de messagerie, ne fait rien', async () => {
    const avant = await essai.base.fait.count();
    for (let i = 0; i < 10; i += 1) await lire(`/r/${jeton}`).expect(200);
    for (const acte of ['venue', 'empechement', 'motif']) await lire(`/r/${jeton}/${acte}`).expect(404);
    expect(await essai.base.fait.count()).toBe(avant);
  });

  test('R42 — la lettre imprimée porte un carré qui mène à la même page ; chaque impression a le sien', async () => {
    const cle = `rdv:${rendezVousId}.1:convocation`;
    const chemin = `/parcours/${parcoursId}/lettres/${encodeURIComponent(cle)}`;
    const [une, autre] = [await lire(chemin).expect(200), await lire(chemin).expect(200)].map((x) =>
      readCarre(x.text),
    );
    expect(une).toMatch(/^http:\/\/127\.0\.0\.1:3000\/r\/[\w-]{43}$/);
    expect(une).not.toBe(autre);
    for (const lu of [une, autre]) {
      const { text } = await lire(new URL(lu ?? '').pathname).expect(200);
      expect(text).toContain('Jeudi 23 janvier 2025 à 9\u00a0h');
      const empreinte = empreinteOf((lu ?? '').slice(-43));
      expect(await essai.base.lien.findUnique({ where: { empreinte } })).toMatchObject({
        courrielCle: cle,
        objet: rendezVousId,
      });
    }
  });

  test('R42 — la page dit le rendez-vous et qui appeler, sans référent, sans cache, sans script', async () => {
    const { text, headers } = await lire(`/r/${jeton}`).expect(200);
    expect(text).toContain('Jeudi 23 janvier 2025 à 9\u00a0h');
    expect(text).toContain('href="tel:');
    expect(text).not.toMatch(/<script|<link|<img|https:\/\//);
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-robots-tag': expect.stringContaining('noindex') as unknown,
    });
    expect(headers['content-security-policy']).toContain("script-src 'none'");
    expect((await lire(`/r/${jeton}/agenda.ics`).expect(200)).text).toContain('DTSTART:20250123T080000Z');
  });

  test('R46 — la page porte la mention d’information, repliée', async () => {
    const lue = (await lire(`/r/${jeton}`).expect(200)).text.replaceAll('\u00A0', ' ');
    const repliee =
      /<details><summary>Vos informations et vos droits<\/summary>(.*?)<\/details>/s.exec(lue)?.[1] ?? '';
    for (const dit of ['Cette page concerne', 'à faire effacer', '2 ans après', 'www.cnil.fr'])
      expect(repliee).toContain(dit);
  });

  test('R42 — inconnu, mal écrit, fini, révoqué : la même page, octet pour octet, pour lire comme pour agir', async () => {
    const inconnu = await lire(`/r/${'A'.repeat(43)}`).expect(404);
    const perdus = [await lire('/r/abc'), await request(essai.app).post(`/r/${'A'.repeat(43)}/venue`)];
    const empreinte = empreinteOf(jeton);
    const { expireA } = await essai.base.lien.findUniqueOrThrow({ where: { empreinte } });
    await essai.base.lien.update({ where: { empreinte }, data: { expireA: new Date('2025-01-01') } });
    perdus.push(await lire(`/r/${jeton}`), await envoie('venue', { revision: 1 }));
    await essai.base.lien.update({ where: { empreinte }, data: { expireA, revoqueA: new Date() } });
    perdus.push(await lire(`/r/${jeton}`), await lire(`/r/${jeton}/agenda.ics`));
    await essai.base.lien.update({ where: { empreinte }, data: { revoqueA: null } });
    for (const { status, text, headers } of perdus) {
      expect([status, text]).toEqual([404, inconnu.text]);
      expect(headers['content-security-policy']).toBe(inconnu.headers['content-security-policy']);
    }
  });

  test('R42 — « je viens », puis « je ne peux pas venir » : deux demandes de la personne, au journal', async () => {
    await envoie('venue', { revision: 1 }).expect(303).expect('Location', `/r/${jeton}`);
    expect((await lire(`/r/${jeton}`)).text).toContain('Vous avez dit\u00a0: je viens');
    await envoie('empechement', {
      revision: 1,
      motif: 'transport',
      moments: ['matin', 'jeudi'],
      mots: 'Bus en grève',
    }).expect(303);
    expect((await dites()).map((r) => r.quoi)).toEqual(['empechement', 'venue']);
    const { par } = await essai.base.fait.findFirstOrThrow({
      where: { parcoursId, type: 'empechement_annonce' },
    });
    expect(par).toMatch(/^personne:/);
    expect(await essai.base.texte.findFirst({ where: { contenu: 'Bus en grève' } })).not.toBeNull();
    await request(essai.app)
      .post(`/r/${jeton}/venue`)
      .set('Sec-Fetch-Site', 'cross-site')
      .type('form')
      .send({ revision: 1 })
      .expect(404);
    expect(await dites()).toHaveLength(2);
  });

  test('R49 — marquée comme lue par l’API : la tâche tombe, le journal dit qui ; une seconde fois, elle est refusée', async () => {
    const taches = async () =>
      ((await essai.appelle('get', `/parcours/${parcoursId}`)).corps as { taches: { code: string }[] }).taches
        .map((t) => t.code)
        .filter((code) => code === 'empechement_annonce');
    expect(await taches()).toHaveLength(1);
    const chemin = `/parcours/${parcoursId}/reponses/2/lecture`;
    expect(await essai.appelle('post', chemin, { corps: {} })).toMatchObject({ statut: 200 });
    expect(await taches()).toEqual([]);
    const lu = await essai.base.fait.findFirstOrThrow({ where: { parcoursId, type: 'reponse_lue' } });
    expect(lu).toMatchObject({
      par: 'agent:essai',
      donnees: expect.objectContaining({ reponse: 2 }) as unknown,
    });
    expect(await essai.appelle('post', chemin, { corps: {} })).toMatchObject({
      ...{ statut: 409, corps: { code: 'reponse_deja_lue' } },
    });
  });

  test('R42 — déplacé entre-temps : la réponse est refusée, la page montre la nouvelle date', async () => {
    await essai.appelle('post', `/parcours/${parcoursId}/rendez-vous/${rendezVousId}/deplacement`, {
      corps: { debut: { le: '2025-01-22', heure: '10:00' } },
    });
    const { text } = await envoie('venue', { revision: 1 }).expect(409);
    expect(text).toContain('Ce rendez-vous a changé depuis votre message');
    expect(text).toContain('Mercredi 22 janvier 2025 à 10\u00a0h');
    await envoie('venue', { revision: 2 }).expect(303);
  });

  test('R42 — un document : reconnu à son contenu, borné à 5 Mo, rendu en pièce jointe', async () => {
    // The link of a motive, drawn as the mail draws it; the ladder itself has its own stories.
    const { beneficiaireId } = await essai.base.lien.findFirstOrThrow();
    const manquement = 1;
    const etat = (await essai.base.parcours.findUniqueOrThrow({ where: { id: parcoursId } })).etat as object;
    const m = {
      ...{
        id: manquement,
        genre: 'absence',
        ouvertA: '2025-01-06T08:00:00.000Z',
        rendezVousIds: [],
        objetIds: [],
      },
      ...{ remises: {}, motifs: [], qualification: null, depuisA: '2025-01-06T08:00:00.000Z', reprises: 0 },
      ...{ transmisA: null, suite: null, signaux: [], etat: { etat: 'motif_demande' } },
    };
    await essai.base.parcours.update({
      where: { id: parcoursId },
      data: { etat: { ...etat, manquements: [m] } },
    });
    const secret = 'B'.repeat(43);
    await essai.base.lien.create({
      data: {
        ...{
          empreinte: empreinteOf(secret),
          parcoursId,
          beneficiaireId,
          courrielCle: 'essai',
          usage: 'motif',
        },
        ...{ objet: manquement, expireA: new Date('2099-01-01') },
      },
    });
    const joint = (octets: Buffer, nom: string) =>
      request(essai.app).post(`/r/${secret}/motif`).field('mots', '').attach('document', octets, nom);
    expect((await joint(Buffer.from('MZ un programme'), 'photo.jpg').expect(422)).text).toContain(
      'ni une photo',
    );
    await joint(Buffer.concat([JPEG, Buffer.alloc(5 * 1024 * 1024)]), 'grande.jpg').expect(422);
    await joint(Buffer.concat([JPEG, Buffer.alloc(6 * 1024 * 1024)]), 'enorme.jpg').expect(413);
    await request(essai.app).post(`/r/${secret}/motif`).field('mots', ' ').expect(409);
    expect(await essai.base.document.count()).toBe(0);
    await joint(JPEG, '../../photo.exe').expect(303);
    const { id, type } = await essai.base.document.findFirstOrThrow();
    expect(type).toBe('image/jpeg');
    const lu = await request(essai.app)
      .get(`/api/v1/parcours/${parcoursId}/documents/${id}`)
      .set('Authorization', `Bearer ${essai.jeton}`)
      .expect(200);
    expect(lu.body).toEqual(JPEG);
    expect(lu.headers).toMatchObject({
      'content-disposition': `attachment; filename="document-${id.slice(0, 8)}.jpg"`,
      'x-content-type-options': 'nosniff',
      'content-type': 'application/octet-stream',
    });
    await request(essai.app).get(`/api/v1/parcours/${parcoursId}/documents/${id}`).expect(401);
  });

  test('R42 — couper les liens d’un parcours ; le jeton n’est dans aucune trace', async () => {
    const { corps } = await essai.appelle('post', `/parcours/${parcoursId}/liens/revocation`);
    expect(corps).toEqual({ coupes: expect.any(Number) as number });
    await lire(`/r/${jeton}`).expect(404);
    const journal = lignes.join('\n');
    expect(journal).toContain('/r/:jeton');
    expect(journal).not.toContain(jeton);
    expect(journal).not.toMatch(/Bus en grève|Canari/);
  });
});
