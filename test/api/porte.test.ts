import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { createDebit } from '../../api/debit';
import { probleme } from '../../api/contrat/probleme';
import { porteeOf } from '../../api/route';
import { createServeur } from '../../api/serveur';
import { listRoutes } from '../../api/table';
import { portees, type Portee } from '../../registre/acces/portees';
import { createSansServeur } from './essai';

const ID = '0190f1de-5b6c-7cc4-9a51-0c6e2f0b7a11';
const porteur = (...siennes: Portee[]) => ({
  guichet: () => Promise.resolve({ id: siennes.join(), agent: 'essai', portees: siennes }),
});

describe('La portée d’un jeton', () => {
  const adresse = (chemin: string) => chemin.replaceAll(/\{\w+\}/g, ID);

  test.each(portees)(
    '« %s » n’ouvre que ce qui la demande : ailleurs 403, et la portée qui manque',
    async (sienne) => {
      const app = createSansServeur(porteur(sienne));
      const routes = listRoutes('test').filter((r) => r.acces === undefined);
      for (const route of routes) {
        const reponse = await request(app)[route.methode](adresse(route.chemin)).send({});
        const portee = porteeOf(route);
        if (portee === sienne) expect(reponse.status).not.toBe(403);
        else {
          expect([route.chemin, reponse.status]).toEqual([route.chemin, 403]);
          expect(probleme.parse(reponse.body)).toMatchObject({
            code: 'portee_insuffisante',
            donnees: { portee },
          });
          expect(reponse.headers['www-authenticate']).toContain(`scope="${portee}"`);
        }
      }
    },
    60_000,
  );

  test('chaque portée ouvre quelque chose, et ce qui lit n’écrit pas', () => {
    const demandees = listRoutes('test')
      .filter((r) => r.acces === undefined)
      .map((r) => [r.methode, porteeOf(r)] as const);
    expect(new Set(demandees.map(([, p]) => p))).toEqual(new Set(portees));
    expect(demandees.filter(([m, p]) => m !== 'get' && (p === 'lecture' || p === 'export'))).toEqual([]);
  });
});

describe('Le débit d’un jeton', () => {
  test('au-delà : 429 et l’heure de revenir ; un autre jeton passe encore', async () => {
    let qui: Portee = 'lecture';
    const guichet = () => Promise.resolve({ id: qui, agent: 'essai', portees });
    const app = createSansServeur({ guichet, debit: createDebit(1) });
    const get = () => request(app).get('/api/v1/parcours?limite=fausse');
    const statuts = [];
    for (let i = 0; i < 11; i += 1) statuts.push((await get()).status);
    expect(statuts).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
    const reponse = await get();
    expect(probleme.parse(reponse.body)).toMatchObject({ code: 'trop_de_requetes' });
    expect(Number(reponse.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    qui = 'ecriture';
    expect((await get()).status).toBe(400);
  });
});

describe('Ce qui tarde ou se casse avant la route', () => {
  test('une réponse qui ne vient pas : 504, et comment la redemander', async () => {
    const app = createSansServeur({ guichet: () => new Promise(() => undefined), delaiMs: 20 });
    const reponse = await request(app).get('/api/v1/structures');
    expect(reponse.status).toBe(504);
    expect(probleme.parse(reponse.body)).toMatchObject({ code: 'delai_depasse' });
  });

  /** What the server answers to these bytes, until it closes. */
  async function speak(octets: string, arriveeMs?: number): Promise<string> {
    const serveur = createServeur(createSansServeur(), arriveeMs);
    await new Promise<void>((resolve) => serveur.listen(0, '127.0.0.1', resolve));
    const socket = connect((serveur.address() as AddressInfo).port, '127.0.0.1');
    socket.write(octets);
    let lu = '';
    for await (const morceau of socket) lu += String(morceau);
    await new Promise((resolve) => serveur.close(resolve));
    return lu;
  }

  test.each([
    ['qui n’est pas de l’HTTP', 'bonjour\r\n\r\n', 400, 'requete_illisible'],
    [
      'aux en-têtes démesurés',
      `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'en_tetes_trop_gros',
    ],
    ['qui n’arrive pas entière', 'POST /api/v1/parcours HTTP/1.1\r\nHost: x\r\n', 408, 'requete_trop_lente'],
  ])('une requête %s : un problème, comme partout', async (_, octets, statut, code) => {
    const lu = await speak(octets, 200);
    expect(lu).toContain(`HTTP/1.1 ${statut} `);
    expect(lu).toContain('Content-Type: application/problem+json');
    const [, corps = ''] = lu.split('\r\n\r\n');
    expect(probleme.parse(JSON.parse(corps))).toMatchObject({ code, status: statut });
  });

  test('une requête et sa réponse naissent avec le prototype qu’Express leur donne : il n’en change aucun', async () => {
    const serveur = createServeur(createSansServeur());
    const prototypes: unknown[] = [];
    serveur.prependListener('request', (req, res) => {
      const read = () => void prototypes.push(Object.getPrototypeOf(req), Object.getPrototypeOf(res));
      read();
      res.once('close', read);
    });
    expect((await request(serveur).get('/api/v1/rien')).status).toBe(404);
    const [requete, reponse, requeteApres, reponseApres] = prototypes;
    expect(requeteApres).toBe(requete);
    expect(reponseApres).toBe(reponse);
  });

  test('aucune réponse de l’API ne se garde en route', async () => {
    const reponse = await request(createSansServeur()).get(`/api/v1/parcours/${ID}`);
    expect(reponse.headers['cache-control']).toBe('no-store');
  });
});

describe('If-Match', () => {
  const app = createSansServeur();
  const patch = (chemin: string) => request(app).patch(`/api/v1/${chemin}/${ID}`).send({});

  test.each(['beneficiaires', 'referents', 'structures'])(
    'attendu pour corriger une fiche (%s) : 428',
    async (ou) => {
      const reponse = await patch(ou);
      expect(reponse.status).toBe(428);
      expect(probleme.parse(reponse.body)).toMatchObject({ code: 'version_attendue' });
    },
  );

  test('illisible : 400, et sa forme', async () => {
    const reponse = await patch('beneficiaires').set('If-Match', '12');
    expect(reponse.status).toBe(400);
    expect(probleme.parse(reponse.body).erreurs?.[0]?.champ).toBe('If-Match');
  });
});
