/**
 * R42 — the address of an answer, in the bytes of a mail: quoted-printable may cut a line anywhere in it. Nothing
 * else of a mail is followed by so long a word after `/r/`.
 */
const DOUX = '(?:=\\r\\n)?';
const ADRESSE = new RegExp(`(${['/', 'r', '/'].join(DOUX)}${DOUX})((?:[\\w-]${DOUX}){43})`, 'g');

/** Once a mail is over, nothing at rest can be used: as many bytes, without the token. Null: it carried none. */
export function releaseJeton(octets: Uint8Array): Buffer | null {
  const lu = Buffer.from(octets).toString('latin1');
  const tu = lu.replace(ADRESSE, (_, avant: string, jeton: string) => avant + jeton.replace(/[\w-]/g, 'x'));
  return tu === lu ? null : Buffer.from(tu, 'latin1');
}
