import http from 'node:http';

export type Requete = {
  readonly chemin: string;
  readonly corps: string;
  readonly entetes: Readonly<Record<string, string>>;
};

/**
 * Sends one request every `1 / parSeconde`, whatever the answers do, and times each from the instant at which it was
 * to leave: a server that falls behind does not slow its own measure down. (autocannon's rate lets all of a second's
 * requests go at its beginning, as fast as the answers come.)
 */
export async function cadence(
  url: string,
  requetes: readonly Requete[],
  parSeconde: number,
): Promise<readonly { readonly statut: number; readonly ms: number }[]> {
  const agent = new http.Agent({ keepAlive: true });
  const depart = performance.now() + 50;
  const envois = requetes.map(async (requete, i) => {
    const a = depart + (i * 1000) / parSeconde;
    await new Promise((r) => setTimeout(r, a - performance.now()));
    // A timer rings on the millisecond, before or after: never timed from before the request could leave.
    const parti = performance.now();
    const statut = await send(url, requete, agent);
    return { statut, ms: performance.now() - Math.min(parti, Math.max(a, parti - 1)) };
  });
  return Promise.all(envois).finally(() => agent.destroy());
}

function send(url: string, { chemin, corps, entetes }: Requete, agent: http.Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...entetes,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(corps),
    };
    const req = http.request(`${url}${chemin}`, { method: 'POST', headers, agent }, (res) => {
      res.resume();
      res.once('end', () => resolve(res.statusCode ?? 0));
      res.once('error', reject);
    });
    req.once('error', reject);
    req.end(corps);
  });
}
