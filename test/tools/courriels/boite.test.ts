import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import nodemailer, { type Transporter } from 'nodemailer';
import { startBoite, type Boite } from '../../../tools/courriels/boite';

let dossier: string;
let boite: Boite;
let relais: Transporter;

beforeAll(async () => {
  dossier = mkdtempSync(path.join(tmpdir(), 'jalons-boite-'));
  boite = await startBoite({ dossier, smtpPort: 0, webPort: 0 });
  relais = nodemailer.createTransport({
    host: '127.0.0.1',
    port: boite.smtpPort,
    socketTimeout: 800,
    ignoreTLS: true,
  });
});

beforeEach(() => {
  boite.reserve.clear();
  boite.regles.clear();
});

afterAll(async () => {
  relais.close();
  await boite.stop();
  rmSync(dossier, { recursive: true, force: true });
});

const send = (to: string, extra: object = {}) =>
  relais.sendMail({
    from: 'jalons@example.org',
    to,
    subject: 'Votre rendez-vous du 3 février',
    text: 'À bientôt <b>ici</b>',
    html: '<p>À bientôt</p><script>alert(1)</script>',
    headers: { 'X-Jalons-Modele': 'convocation' },
    attachments: [{ filename: 'rendez-vous.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar' }],
    ...extra,
  });

const failure = async (to: string): Promise<{ responseCode?: number; code?: string }> => {
  try {
    await send(to);
    return {};
  } catch (error) {
    return error as { responseCode?: number; code?: string };
  }
};

const listMessages = async () =>
  (await (await fetch(`${boite.url}/api/messages`)).json()) as {
    sujet: string;
    a: string[];
    entetes: object;
  }[];

describe('La boîte de démonstration', () => {
  test('garde chaque message tel quel, avec son index', async () => {
    await send('marie@example.org');
    expect(await listMessages()).toMatchObject([
      {
        id: 1,
        de: 'jalons@example.org',
        a: ['marie@example.org'],
        sujet: 'Votre rendez-vous du 3 février',
        entetes: { 'x-jalons-modele': 'convocation' },
      },
    ]);
    expect(readdirSync(dossier)).toContain('000001.eml');
  });

  test('retrouve ses messages après un redémarrage, même si l’arrêt a coupé une ligne de l’index', async () => {
    await send('marie@example.org');
    appendFileSync(path.join(dossier, 'index.jsonl'), '{"id": 2, "recuA"');
    const seconde = await startBoite({ dossier, smtpPort: 0, webPort: 0 });
    expect(seconde.reserve.list()).toHaveLength(1);
    await seconde.stop();
  });

  test.each([
    ['marie+421@example.org', 421],
    ['marie+450@example.org', 450],
    ['marie+550@example.org', 550],
    ['marie+452@example.org', 452],
    ['marie+554@example.org', 554],
  ])('%s est refusée par %i et rien n’est gardé', async (to, code) => {
    expect((await failure(to)).responseCode).toBe(code);
    expect(await listMessages()).toEqual([]);
  });

  test('une liste grise (450 deux fois) accepte le troisième essai', async () => {
    const to = 'marie+450x2@example.org';
    expect((await failure(to)).responseCode).toBe(450);
    expect((await failure(to)).responseCode).toBe(450);
    expect(await failure(to)).toEqual({});
    expect(await listMessages()).toHaveLength(1);
  });

  test('« cut » garde le message et raccroche sans répondre', async () => {
    const error = await failure('marie+cut@example.org');
    expect(error).toHaveProperty('code');
    expect(error.responseCode).toBeUndefined();
    expect(await listMessages()).toHaveLength(1);
  });

  test('« stall » ne garde rien et ne répond jamais', async () => {
    const error = await failure('marie+stall@example.org');
    expect(error.code).toBe('ETIMEDOUT');
    expect(await listMessages()).toEqual([]);
  });

  test('une règle postée pour tout le monde refuse dès l’expéditeur', async () => {
    const answer = await fetch(`${boite.url}/api/regles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ destinataire: '*', reponse: '421', fois: 1 }),
    });
    expect(answer.status).toBe(201);
    expect(await failure('marie@example.org')).toMatchObject({ responseCode: 421, command: 'MAIL FROM' });
    expect(await failure('marie@example.org')).toEqual({});
  });

  test('une règle mal écrite est refusée', async () => {
    const answer = await fetch(`${boite.url}/api/regles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ destinataire: '*', reponse: '999' }),
    });
    expect(answer.status).toBe(400);
  });

  test('la liste et le message se lisent dans une page en français, où rien du courriel ne s’exécute', async () => {
    await send('marie@example.org');
    const liste = await (await fetch(boite.url)).text();
    expect(liste).toContain('<html lang="fr">');
    expect(liste).toContain('Votre rendez-vous du 3 février');
    const page = await (await fetch(`${boite.url}/messages/1`)).text();
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(page).toContain('&lt;b>ici');
    expect(page).not.toContain('alert(1)');
    const html = await fetch(`${boite.url}/messages/1/html`);
    expect(html.headers.get('content-security-policy')).toContain("default-src 'none'");
    const piece = await fetch(`${boite.url}/messages/1/pieces/0`);
    expect(piece.headers.get('content-disposition')).toContain('rendez-vous.ics');
    expect(await piece.text()).toContain('BEGIN:VCALENDAR');
    expect((await fetch(`${boite.url}/messages/1/brut`)).status).toBe(200);
  });

  test('la date montrée est celle du courriel, donc celle de l’horloge qu’on avance', async () => {
    await send('marie@example.org', { date: new Date('2025-03-03T08:30:00Z') });
    expect(await (await fetch(boite.url)).text()).toContain('lundi 3 mars 2025 à 09:30');
  });

  test('un message inconnu répond 404', async () => {
    expect((await fetch(`${boite.url}/messages/99`)).status).toBe(404);
    expect((await fetch(`${boite.url}/api/messages/99`)).status).toBe(404);
  });

  test('elle salue sans l’attente de 100 ms que la bibliothèque impose à chaque connexion', async () => {
    const isGreetedFirst = () =>
      new Promise<boolean>((resolve) => {
        const socket = net.connect(boite.smtpPort, '127.0.0.1').on('error', () => undefined);
        const answer = (first: boolean) => {
          socket.destroy();
          resolve(first);
        };
        setTimeout(() => answer(false), 95);
        socket.once('data', () => answer(true));
      });
    // On a busy machine one greeting may be late; with the library's delay none could come before the 95 ms.
    const greeted: boolean[] = [];
    for (let i = 0; i < 8; i += 1) greeted.push(await isGreetedFirst());
    expect(greeted).toContain(true);
  });

  test('elle s’arrête même avec une connexion restée ouverte', async () => {
    const autre = await startBoite({ dossier: path.join(dossier, 'autre'), smtpPort: 0, webPort: 0 });
    const socket = net.connect(autre.smtpPort, '127.0.0.1').on('error', () => undefined);
    await new Promise((resolve) => socket.once('data', resolve));
    await autre.stop();
    socket.destroy();
  });
});
