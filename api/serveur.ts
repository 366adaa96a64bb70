import { createServer, STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Express } from 'express';
import { createFormes } from './formes';
import { problemeOf, type CodeProbleme } from './probleme';

/** A request that drips in holds a socket no longer than this. */
const ARRIVEE_MS = 30_000;

/** What Node refuses before there is a request: said in the same form as everything else. */
const LECTURES: Readonly<Record<string, CodeProbleme>> = {
  HPE_HEADER_OVERFLOW: 'en_tetes_trop_gros',
  ERR_HTTP_REQUEST_TIMEOUT: 'requete_trop_lente',
};

export function createServeur(app: Express, arriveeMs = ARRIVEE_MS): Server {
  const serveur = createServer(
    {
      ...{
        requestTimeout: arriveeMs,
        headersTimeout: arriveeMs,
        connectionsCheckingInterval: arriveeMs / 10,
      },
      ...createFormes(app),
    },
    app,
  );
  serveur.on('clientError', (erreur: NodeJS.ErrnoException, socket: Duplex) => {
    if (erreur.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else socket.end(renderBrut(LECTURES[erreur.code ?? ''] ?? 'requete_illisible'));
  });
  return serveur;
}

function renderBrut(code: CodeProbleme): string {
  const probleme = problemeOf(code);
  const corps = JSON.stringify(probleme);
  return [
    `HTTP/1.1 ${probleme.status} ${STATUS_CODES[probleme.status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(corps)}`,
    '',
    corps,
  ].join('\r\n');
}
