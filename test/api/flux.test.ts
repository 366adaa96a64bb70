import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFlux } from '../../api/flux';
import { ProblemeLeve } from '../../api/probleme';

const MAXIMUM = 1_000_000;

describe('Un fichier envoyé, lu au fil de l’eau', () => {
  let server: Server;
  let lus = 0;
  beforeAll(async () => {
    server = createServer((req, res) => {
      void (async () => {
        lus = 0;
        try {
          for await (const octets of readFlux(req, MAXIMUM)) {
            lus += octets.length;
            if (req.url === '/trois' && lus > 3) break;
          }
          res.end(String(lus));
        } catch (erreur) {
          res.statusCode = erreur instanceof ProblemeLeve ? erreur.probleme.status : 500;
          res.end();
        }
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const send = (octets: Buffer, entetes: Record<string, string> = {}, chemin = '/') =>
    new Promise<number>((resolve, reject) => {
      const options = {
        port: (server.address() as AddressInfo).port,
        method: 'POST',
        path: chemin,
        headers: entetes,
      };
      const req = request(options, (res) => {
        res.resume().on('end', () => resolve(res.statusCode ?? 0));
      });
      req.on('error', reject).end(octets);
    });
  const parMorceaux = { 'Transfer-Encoding': 'chunked' };

  test('sans longueur annoncée, il est compté en route et refusé à sa borne', async () => {
    expect(await send(Buffer.alloc(MAXIMUM), parMorceaux)).toBe(200);
    expect(lus).toBe(MAXIMUM);
    expect(await send(Buffer.alloc(MAXIMUM + 1), parMorceaux)).toBe(413);
  });

  test('une longueur annoncée trop grande est refusée sans rien lire ; comprimé aussi', async () => {
    expect(await send(Buffer.alloc(MAXIMUM + 1))).toBe(413);
    expect(await send(Buffer.alloc(9), { 'Content-Encoding': 'gzip' })).toBe(415);
    expect(lus).toBe(0);
  });

  test('abandonné en route, la réponse part quand même', async () => {
    expect(await send(Buffer.alloc(MAXIMUM), parMorceaux, '/trois')).toBe(200);
    expect(lus).toBeLessThan(MAXIMUM);
  });
});
