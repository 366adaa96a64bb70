import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import {
  composeOctets,
  createRelaisSmtp,
  type RelaisSmtp,
  type ReglagesSmtp,
} from '../../activities/envoi/relais-smtp';
import { COUPE, SILENCE, startSmtpScripte, type Script, type SmtpScripte } from '../support/smtp-scripte';

const EXPEDITEUR = { name: 'Jalons', address: 'jalons@departement.example.org' };
const REGLAGES: ReglagesSmtp = {
  host: '127.0.0.1',
  port: 0,
  securite: 'aucune',
  utilisateur: null,
  motDePasse: null,
  connexions: 3,
  parDomaine: 2,
  parDomaineEtMinute: 0,
  expediteur: EXPEDITEUR,
};
/** The silences of a relay, shortened; production waits ten seconds, ten, then sixty. */
const DELAIS = { connectionTimeout: 1_000, greetingTimeout: 300, socketTimeout: 400 };
const OCTETS = Buffer.from(
  'Message-ID: <un@departement.example.org>\r\nSubject: Rendez-vous\r\n\r\nBonjour\r\n',
);

let relais: RelaisSmtp | null = null;
let scripte: SmtpScripte | null = null;
afterEach(async () => {
  relais?.close();
  await scripte?.close();
  [relais, scripte] = [null, null];
});

const relaisVers = (port: number, reglages: Partial<ReglagesSmtp> = {}) =>
  (relais = createRelaisSmtp({ ...REGLAGES, port, ...reglages }, DELAIS));
const joue = async (script: Script, reglages: Partial<ReglagesSmtp> = {}) => {
  scripte = await startSmtpScripte(() => script);
  return relaisVers(scripte.port, reglages);
};
const envoie = (r: RelaisSmtp, essai = 1, a = 'ana@exemple.example.org') =>
  r.send({ de: EXPEDITEUR.address, a, octets: OCTETS }, essai);

describe('Chaque réponse du relais a sa classe (règle R18)', () => {
  const CAS: [quoi: string, script: Script, attendu: object][] = [
    ['accepté', {}, { classe: 'accepte' }],
    ['accepté, une réponse octet par octet', { goutteAGoutte: true }, { classe: 'accepte' }],
    ['muet à l’accueil', { accueil: SILENCE }, { classe: 'inconnue', attenteMinutes: 1 }],
    ['421 à MAIL', { MAIL: '421 4.7.0 Trop de connexions' }, { classe: 'temporaire', attenteMinutes: 1 }],
    ['450 à RCPT (liste grise)', { RCPT: '450 4.2.0 Revenez' }, { classe: 'temporaire', attenteMinutes: 5 }],
    ['451 à RCPT', { RCPT: '451 4.3.0 Plus tard' }, { classe: 'temporaire', attenteMinutes: 5 }],
    ['550 à RCPT', { RCPT: '550 5.1.1 Inconnue' }, { classe: 'adresse_refusee', code: 'EENVELOPE 550' }],
    ['452 à DATA', { DATA: '452 4.3.1 Plein' }, { classe: 'temporaire', attenteMinutes: 1 }],
    ['554 à DATA', { DATA: '554 5.7.1 Refusé' }, { classe: 'contenu_refuse' }],
    ['554 après le corps', { corps: '554 5.7.1 Refusé' }, { classe: 'contenu_refuse' }],
    ['muet après le corps', { corps: SILENCE }, { classe: 'inconnue', attenteMinutes: 1 }],
    ['coupé après le corps', { corps: COUPE }, { classe: 'inconnue', attenteMinutes: 1 }],
    ['coupé à RCPT', { RCPT: COUPE }, { classe: 'inconnue' }],
  ];
  test.each(CAS)('%s', async (_quoi, script, attendu) => {
    expect(await envoie(await joue(script))).toMatchObject(attendu);
  });

  test('connexion refusée : rien n’est parti, l’essai suivant attend', async () => {
    scripte = await startSmtpScripte(() => ({}));
    const { port } = scripte;
    await scripte.close();
    expect(await envoie(relaisVers(port))).toMatchObject({ classe: 'temporaire', attenteMinutes: 1 });
  });

  test('l’attente double d’essai en essai, deux heures au plus ; la liste grise, jamais moins de cinq minutes', async () => {
    const r = await joue({ corps: '451 4.3.0 Plus tard' });
    const attentes = [];
    for (const essai of [1, 2, 3, 8, 40]) attentes.push(await envoie(r, essai));
    expect(attentes.map((x) => ('attenteMinutes' in x ? x.attenteMinutes : null))).toEqual([
      1, 2, 4, 120, 120,
    ]);
  });

  test('ce qui repart après un silence est le même message, octet pour octet', async () => {
    let essai = 0;
    scripte = await startSmtpScripte(() => ({ corps: (essai += 1) === 1 ? SILENCE : '250 Pris' }));
    const r = relaisVers(scripte.port);
    expect(await envoie(r, 1)).toMatchObject({ classe: 'inconnue' });
    expect(await envoie(r, 2)).toEqual({ classe: 'accepte' });
    expect(scripte.corps).toHaveLength(2);
    expect(new Set(scripte.corps).size).toBe(1);
    expect(scripte.corps[0]).toContain('Message-ID: <un@departement.example.org>');
  });
});

/** smtp-server warns that its certificate, out of date and known to all, protects nobody: it is what is wanted here. */
beforeAll(() => void jest.spyOn(console, 'error').mockReturnValue(undefined));
afterAll(() => jest.restoreAllMocks());

describe('Une panne de réglage coupe tous les envois un moment', () => {
  test('535 : mot de passe refusé, le courriel suivant n’est même pas tenté', async () => {
    const r = await joue(
      { capacites: ['AUTH PLAIN LOGIN'], AUTH: '535 5.7.8 Refusé' },
      { utilisateur: 'jalons', motDePasse: 'faux' },
    );
    expect(await envoie(r)).toMatchObject({ classe: 'configuration', attenteMinutes: 5 });
    const avant = scripte?.connexions();
    expect(await envoie(r)).toMatchObject({ classe: 'configuration', code: 'coupure' });
    expect(scripte?.connexions()).toBe(avant);
  });

  test('STARTTLS retiré sur le chemin : rien ne part en clair', async () => {
    const r = await joue({ capacites: ['AUTH PLAIN'] }, { securite: 'starttls' });
    expect(await envoie(r)).toMatchObject({ classe: 'configuration' });
    expect(scripte?.corps).toEqual([]);
  });

  test.each(['tls', 'starttls'] as const)(
    'certificat que personne ne garantit (%s) : rien ne part',
    async (securite) => {
      const recus: string[] = [];
      const serveur = new SMTPServer({
        secure: securite === 'tls',
        authOptional: true,
        onData(flux, _session, fin) {
          flux.on('data', (x: Buffer) => recus.push(x.toString())).on('end', () => fin());
        },
      });
      serveur.on('error', () => undefined);
      const ecoute = serveur.listen(0, '127.0.0.1');
      await new Promise((resolve) => ecoute.once('listening', resolve));
      const r = relaisVers((ecoute.address() as AddressInfo).port, { securite });
      expect(await envoie(r)).toMatchObject({ classe: 'configuration' });
      expect(recus).toEqual([]);
      await new Promise<void>((resolve) => serveur.close(() => resolve()));
    },
  );
});

describe('Un relais ou un domaine qui demande du calme l’obtient', () => {
  test('421 pour un domaine : le courriel suivant au même domaine attend, un autre domaine part', async () => {
    let reponse = '421 4.7.0 Trop de courriels';
    scripte = await startSmtpScripte(() => ({ RCPT: reponse }));
    const r = relaisVers(scripte.port);
    expect(await envoie(r, 1, 'ana@plein.example.org')).toMatchObject({ classe: 'temporaire' });
    reponse = '250 OK';
    const vus = scripte.connexions();
    expect(await envoie(r, 1, 'bob@PLEIN.example.org')).toMatchObject({
      classe: 'temporaire',
      code: 'domaine au calme',
    });
    expect(scripte.connexions()).toBe(vus);
    expect(await envoie(r, 1, 'eve@libre.example.org')).toEqual({ classe: 'accepte' });
  });
});

describe('Le relais et chaque domaine ne sont pas pressés (règle R18)', () => {
  const envoieTous = (r: RelaisSmtp, adresses: readonly string[]) =>
    Promise.all(adresses.map((a) => envoie(r, 1, a)));
  const vers = (domaine: string, n: number) => Array.from({ length: n }, (_, i) => `a${i}@${domaine}`);

  test('au plus tant de connexions, et tant de courriels à la fois vers un domaine', async () => {
    const r = await joue({ lenteur: 20 }, { connexions: 4, parDomaine: 2 });
    const adresses = [
      ...vers('un.example.org', 8),
      ...vers('deux.example.org', 8),
      ...vers('trois.example.org', 2),
    ];
    const issues = await envoieTous(r, adresses);
    expect(issues.filter((x) => x.classe !== 'accepte')).toEqual([]);
    expect(scripte?.comble.connexions).toBe(4);
    expect(scripte?.comble.domaines.get('un.example.org')).toBe(2);
    expect(scripte?.comble.domaines.get('deux.example.org')).toBe(2);
    expect(scripte?.comble.domaines.get('trois.example.org')).toBeLessThanOrEqual(2);
  });

  test('au plus tant de courriels par minute vers un domaine ; le suivant attend une minute, un autre domaine part', async () => {
    const r = await joue({}, { parDomaineEtMinute: 2 });
    for (const a of vers('un.example.org', 2)) expect(await envoie(r, 1, a)).toEqual({ classe: 'accepte' });
    expect(await envoie(r, 1, 'c@UN.example.org')).toEqual({
      ...{ classe: 'temporaire', code: 'domaine à sa cadence', attenteMinutes: 1 },
    });
    expect(await envoie(r, 1, 'a@deux.example.org')).toEqual({ classe: 'accepte' });
    expect(scripte?.corps).toHaveLength(3);
  });

  test('un domaine lent ne retient pas les autres', async () => {
    const r = await joue({ lenteur: 100 }, { connexions: 3, parDomaine: 1 });
    let dernier = '';
    const tous = [...vers('lent.example.org', 4), 'b@autre.example.org'].map(async (a) => {
      await envoie(r, 1, a);
      dernier = a;
    });
    await Promise.race(tous.slice(1));
    expect(dernier).toBe('b@autre.example.org');
    await Promise.all(tous);
  });

  test('qui n’a pas son tour à temps rend son courriel : son bail court', async () => {
    scripte = await startSmtpScripte(() => ({ lenteur: 200 }));
    relais = createRelaisSmtp({ ...REGLAGES, port: scripte.port, parDomaine: 1 }, DELAIS, 50);
    const [premier, second] = await envoieTous(relais, vers('un.example.org', 2));
    expect(premier).toEqual({ classe: 'accepte' });
    expect(second).toEqual({ classe: 'temporaire', code: 'domaine occupé', attenteMinutes: 1 });
    expect(await envoie(relais, 1, 'c@un.example.org')).toEqual({ classe: 'accepte' });
  });
});

test('R43 — aucun courriel ne propose de se désabonner : ce que la loi veut dit ne se refuse pas d’un clic', async () => {
  const rendu = { sujet: 'Rendez-vous', texte: 'Bonjour', html: '<p>Bonjour</p>', ics: null };
  const pour = { name: 'Ana', address: 'ana@exemple.example.org' };
  const adresses = { de: EXPEDITEUR, a: pour, repondreA: EXPEDITEUR };
  const octets = await composeOctets({
    rendu,
    ...adresses,
    messageId: '<un@departement.example.org>',
    date: new Date(0),
  });
  const [entetes = ''] = Buffer.from(octets).toString().split('\r\n\r\n');
  expect(entetes).toMatch(/^Auto-Submitted: auto-generated$/m);
  expect(entetes).not.toMatch(/^List-/im);
});
