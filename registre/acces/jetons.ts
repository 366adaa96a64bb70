import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Base } from '../base';

/** Who holds a token: `agent` signs the faits, as `agent:<id>`. */
export type Jeton = { readonly id: string; readonly agent: string };

/** 256 bits from the system; the base keeps their SHA-256 only. */
export async function createJeton(
  base: Base,
  { libelle, agent }: { readonly libelle: string; readonly agent: string },
): Promise<string> {
  const clair = `jalons_${randomBytes(32).toString('base64url')}`;
  await base.jeton.create({
    data: { id: randomUUID(), empreinte: empreinteOf(clair), libelle, agent, creeA: new Date() },
  });
  return clair;
}

export function empreinteOf(clair: string): string {
  return createHash('sha256').update(clair).digest('hex');
}

export function findJeton(base: Base, empreinte: string): Promise<Jeton | null> {
  return base.jeton.findUnique({ where: { empreinte, revoqueA: null }, select: { id: true, agent: true } });
}

/** Heard by every API process within the time that it keeps a token (api/acces.ts). */
export async function revokeJeton(base: Base, clair: string): Promise<boolean> {
  const { count } = await base.jeton.updateMany({
    where: { empreinte: empreinteOf(clair), revoqueA: null },
    data: { revoqueA: new Date() },
  });
  return count === 1;
}
