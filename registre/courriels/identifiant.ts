import { createHash } from 'node:crypto';

/**
 * The id of a courriel follows from whom it speaks of and from its clé (UUID version 8, RFC 9562). Its Message-ID
 * carries it: a base restored from an earlier hour that writes the same mail again gives it the same Message-ID.
 */
export function idOfCourriel(proprietaireId: string, cle: string): string {
  const octets = createHash('sha256').update(`${proprietaireId} ${cle}`).digest().subarray(0, 16);
  octets.writeUInt8((octets.readUInt8(6) & 0x0f) | 0x80, 6);
  octets.writeUInt8((octets.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = octets.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
