import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export type Requete = {
  /** POST when nothing is said. */
  readonly methode?: 'GET' | 'POST';
  readonly chemin: string;
  readonly corps: string;
  readonly entetes: Readonly<Record<string, string>>;
};

export type Envoi = { readonly statut: number; readonly ms: number };

/**
 * Sends one request every `1 / parSeconde`, whatever the answers do: a server that falls behind does not slow its
 * own measure down. (autocannon's rate lets a second's requests go one after the other at the beginning of it.)
 */
export async function cadence(
  url: string,
  requetes: readonly Requete[],
  parSeconde: number,
): Promise<readonly Envoi[]> {
  const agent = new http.Agent({ keepAlive: true });
  const depart = performance.now();
  const envois = requetes.map(async (requete, i) => {
    await sleep(Math.max(0, depart + (i * 1000) / parSeconde - performance.now()));
    const parti = performance.now();
    const statut = await send(url, requete, agent);
    return { statut, ms: performance.now() - parti };
  });
  return Promise.all(envois).finally(() => agent.destroy());
}

function send(
  url: string,
  { methode = 'POST', chemin, corps, entetes }: Requete,
  agent: http.Agent,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const decrit = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(corps) };
    const headers = methode === 'GET' ? entetes : { ...entetes, ...decrit };
    const req = http.request(`${url}${chemin}`, { method: methode, headers, agent }, (res) => {
      res.resume();
      res.once('end', () => resolve(res.statusCode ?? 0));
      res.once('error', reject);
    });
    req.once('error', reject);
    req.end(corps);
  });
}
