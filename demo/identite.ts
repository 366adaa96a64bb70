import { createHash } from 'node:crypto';

/** Namespace of the demonstration's ids (UUIDv5), drawn once. */
const ESPACE = Buffer.from('0b7d6a51f3c2419e8a1d5e60c4f29b37', 'hex');

/** Namespace in which the API draws its ids outside production (`registre/identifiants.ts`). */
const ESPACE_DE_L_API = Buffer.from('6f0d9c0b2a5b4e0f9d3c7a1e58b4c2d6', 'hex');

/** The id that the API will give to what bears that name. */
export function idDeLApi(nom: string): string {
  return idOf(nom, ESPACE_DE_L_API);
}

/** Ids derived from a name: the same walk gives the same calendar (house 1). */
export function idOf(nom: string, espace = ESPACE): string {
  const h = createHash('sha1').update(espace).update(nom).digest().subarray(0, 16);
  h.writeUInt8((h.readUInt8(6) & 0x0f) | 0x50, 6);
  h.writeUInt8((h.readUInt8(8) & 0x3f) | 0x80, 8);
  const s = h.toString('hex');
  return [s.slice(0, 8), s.slice(8, 12), s.slice(12, 16), s.slice(16, 20), s.slice(20)].join('-');
}
