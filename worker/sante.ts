import type { Configuration } from '../config/configuration';
import { createServer, type Server } from 'node:http';

/** GET /readyz answers 200 once the worker takes tasks; the runner and the supervisors wait for it. */
export function startSante(
  { WORKER_PORT: port, ECOUTE: ecoute }: Pick<Configuration, 'WORKER_PORT' | 'ECOUTE'>,
  ready: () => boolean,
): Server {
  return createServer((req, res) => {
    const connue = req.url === '/readyz' || req.url === '/healthz';
    const statut = !connue ? 404 : req.url === '/healthz' || ready() ? 200 : 503;
    res
      .writeHead(statut, { 'Content-Type': 'text/plain; charset=utf-8' })
      .end(statut === 200 ? 'pret\n' : 'attend\n');
  }).listen(port, ecoute);
}
