import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Base } from '../base';
import { lecteurOf } from '../salve';
import { portees as toutes, type Portee } from './portees';

/** Who holds a token, and what it opens: `agent` signs the faits, as `agent:<id>`. */
export type Jeton = { readonly id: string; readonly agent: string; readonly portees: readonly Portee[] };

/** 256 bits from the system; the base keeps their SHA-256 only. */
export async function createJeton(
  base: Base,
  x: { readonly libelle: string; readonly agent: string; readonly portees?: readonly Portee[] },
): Promise<string> {
  const { libelle, agent, portees = toutes } = x;
  const clair = `jalons_${newSecret()}`;
  const id = randomUUID();
  await base.jeton.create({
    data: { id, empreinte: empreinteOf(clair), libelle, agent, portees: [...portees], creeA: new Date() },
  });
  return clair;
}

/** 256 bits, for what opens something to whoever shows it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function empreinteOf(clair: string): string {
  return createHash('sha256').update(clair).digest('hex');
}

const JETON = `SELECT id, agent, portees FROM jeton WHERE empreinte = $1 AND revoque_a IS NULL`;

/** Under a prepared statement: a write that waits for it waits a millisecond, not ten. */
export async function findJeton(base: Base, empreinte: string): Promise<Jeton | null> {
  const requete = { name: 'jeton', text: JETON, values: [empreinte] };
  const [lu] = await lecteurOf(base).read<{ id: string; agent: string; portees: string[] }>(requete);
  return lu === undefined ? null : { ...lu, portees: toutes.filter((p) => lu.portees.includes(p)) };
}

/** Heard by every API process within the time that it keeps a token (api/acces.ts). */
export async function revokeJeton(base: Base, clair: string): Promise<boolean> {
  const { count } = await base.jeton.updateMany({
    where: { empreinte: empreinteOf(clair), revoqueA: null },
    data: { revoqueA: new Date() },
  });
  return count === 1;
}
