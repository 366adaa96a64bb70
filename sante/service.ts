import { createServer } from 'node:http';
import type { Logger } from 'pino';

export type Reponse = { readonly statut: number; readonly type: string; readonly corps: string };

export const renderJson = (statut: number, corps: object): Reponse => ({
  statut,
  type: 'application/json',
  corps: `${JSON.stringify(corps)}\n`,
});

type Lieu = { readonly port: number; readonly ecoute: string; readonly logger: Logger };

/**
 * What a process says of itself, on a port of its own that stays inside the house: GET, a few paths, no state. Port 0:
 * nowhere. A port already taken is said, and stops nobody's work.
 */
export function startService(
  { port, ecoute, logger }: Lieu,
  chemins: Readonly<Record<string, () => Promise<Reponse>>>,
): { readonly close: () => void } {
  if (port === 0) return { close: () => undefined };
  const server = createServer((req, res) => {
    const chemin = Object.hasOwn(chemins, req.url ?? '') ? chemins[req.url ?? ''] : undefined;
    const attendue = chemin?.() ?? Promise.resolve(renderJson(404, { etat: 'inconnu' }));
    attendue
      .catch(() => renderJson(500, { etat: 'bogue' }))
      .then(({ statut, type, corps }) => res.writeHead(statut, { 'Content-Type': type }).end(corps))
      .catch(() => undefined);
  });
  server.on('error', ({ code }: NodeJS.ErrnoException) => {
    logger.error({ port, code }, 'port de service indisponible : ni sondes ni mesures');
  });
  server.listen(port, ecoute);
  return {
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
