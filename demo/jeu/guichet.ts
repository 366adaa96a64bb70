import { randomUUID } from 'node:crypto';

/** The demonstration speaks HTTP, like any other program of a département. */
export type Guichet = {
  readonly get: <T>(chemin: string) => Promise<T>;
  readonly post: <T>(chemin: string, corps: unknown) => Promise<T>;
};

const ESSAIS = 5;

/** A write that was cut is asked again under the same key: twice is once (house 6). */
export function createGuichet(api: string, jeton: string, appelle: typeof fetch = fetch): Guichet {
  const call = async <T>(methode: string, chemin: string, corps?: unknown): Promise<T> => {
    const cle = randomUUID();
    const demande = {
      method: methode,
      headers: {
        Authorization: `Bearer ${jeton}`,
        'Content-Type': 'application/json',
        ...(methode === 'POST' ? { 'Idempotency-Key': cle } : {}),
      },
      ...(corps === undefined ? {} : { body: JSON.stringify(corps) }),
    };
    const reponse = await insist(() => appelle(`${api}/api/v1${chemin}`, demande));
    if (!reponse.ok) throw new Error(`${methode} ${chemin} : ${reponse.status} ${await reponse.text()}`);
    return (await reponse.json()) as T;
  };
  return {
    get: (chemin) => call('GET', chemin),
    post: (chemin, corps) => call('POST', chemin, corps),
  };
}

/** A connection cut, or an outage that says when to come back. */
async function insist(call: () => Promise<Response>): Promise<Response> {
  for (let essai = 1; ; essai += 1) {
    try {
      const reponse = await call();
      if (reponse.status !== 503 || essai >= ESSAIS) return reponse;
    } catch (erreur) {
      if (essai >= ESSAIS) throw erreur;
    }
    await new Promise((resolve) => setTimeout(resolve, 200 * essai));
  }
}
