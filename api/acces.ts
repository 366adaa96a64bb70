import type { Base } from '../registre/base';
import { empreinteOf, findJeton, type Jeton } from '../registre/acces/jetons';
import type { Portee } from '../registre/acces/portees';
import { createInconnus, type Inconnus } from './inconnus';
import { ProblemeLeve, problemeOf } from './probleme';

/** Reads the bearer token of a request; throws a 401 when there is none that holds. */
export type Guichet = (authorization: string | undefined, adresse: string) => Promise<Jeton>;

/** A revoked token still opens for this long, in each process. */
const GARDE_MS = 30_000;
const MAXIMUM = 1_000;

/** Tokens are looked up by their hash and kept for a moment, so that a write costs no extra round trip. */
export function createGuichet(base: Base, inconnus: Inconnus = createInconnus(0)): Guichet {
  const connus = new Map<string, { readonly jeton: Jeton; readonly jusqua: number }>();
  return async (authorization, adresse) => {
    const empreinte = empreinteOf(readBearer(authorization));
    const connu = connus.get(empreinte);
    if (connu !== undefined && connu.jusqua > performance.now()) return connu.jeton;
    // Whoever shares the address of somebody who tries tokens at random keeps his own.
    if (connu === undefined) await inconnus.check(adresse);
    connus.delete(empreinte);
    const jeton = await findJeton(base, empreinte);
    if (jeton === null) {
      await inconnus.count(adresse);
      throw refuse('jeton_inconnu');
    }
    if (connus.size >= MAXIMUM) connus.clear();
    connus.set(empreinte, { jeton, jusqua: performance.now() + GARDE_MS });
    return jeton;
  };
}

/** A token opens what its scopes name, and nothing else. */
export function checkPortee(jeton: Jeton, portee: Portee): void {
  if (jeton.portees.includes(portee)) return;
  const entete = `Bearer realm="jalons", error="insufficient_scope", scope="${portee}"`;
  throw new ProblemeLeve(problemeOf('portee_insuffisante', { donnees: { portee } }), {
    'WWW-Authenticate': entete,
  });
}

function readBearer(authorization: string | undefined): string {
  const [, clair] = /^Bearer ([\w.~+/-]{16,200}=*)$/i.exec(authorization ?? '') ?? [];
  if (clair === undefined) throw refuse('jeton_absent');
  return clair;
}

function refuse(code: 'jeton_absent' | 'jeton_inconnu'): ProblemeLeve {
  const erreur = code === 'jeton_absent' ? '' : ', error="invalid_token"';
  return new ProblemeLeve(problemeOf(code), { 'WWW-Authenticate': `Bearer realm="jalons"${erreur}` });
}
