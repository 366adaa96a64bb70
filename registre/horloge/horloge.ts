import { epochMsOf, instantOf, type Instant } from '../../domain/temps/instant';
import { colonneOfInstant } from '../dates';
import type { Base, Transaction } from '../base';
import { lecteurDans } from '../salve';

/** Everything that needs "now" gets it here (house 1): the system's clock, shifted, or frozen. */
export type Horloge = {
  readonly maintenant: Instant;
  readonly version: number;
  readonly mode: 'systeme' | 'decalee' | 'figee';
};

/** `decalage_ms` comes as a bigint from Prisma, as text from `pg`. */
export type LigneHorloge = {
  reel: Date;
  decalage_ms: bigint | string;
  figee_a: Date | null;
  version: number;
};

/** Read after the parcours' lock: `clock_timestamp()` never goes back before the last fait of that parcours. */
export async function readHorloge(tx: Base | Transaction): Promise<Horloge> {
  const [ligne] = await lecteurDans(tx).read<LigneHorloge>({
    name: 'horloge',
    text: 'SELECT clock_timestamp() AS reel, decalage_ms, figee_a, version FROM horloge WHERE id = 1',
    values: [],
  });
  if (ligne === undefined) throw new Error('La ligne de l’horloge manque : appliquez les migrations.');
  return horlogeOf(ligne);
}

export function horlogeOf({ reel, decalage_ms, figee_a, version }: LigneHorloge): Horloge {
  if (figee_a !== null) return { maintenant: instantOf(figee_a.getTime()), version, mode: 'figee' };
  const decalage = Number(decalage_ms);
  return {
    maintenant: instantOf(reel.getTime() + decalage),
    version,
    mode: decalage === 0 ? 'systeme' : 'decalee',
  };
}

/** Demonstrations and rehearsals only: the callers refuse in production. */
export async function freezeHorloge(base: Base | Transaction, a: Instant): Promise<void> {
  await lecteurDans(base).read({
    name: 'fige_horloge',
    // Frozen where it is already, it has not moved: nobody has to look again.
    text: `UPDATE horloge SET figee_a = $1::timestamptz,
      version = version + (figee_a IS DISTINCT FROM $1::timestamptz)::int WHERE id = 1`,
    values: [colonneOfInstant(a)],
  });
}

/** Lets the clock run again from where it shows, at the pace of the real one. */
export async function releaseHorloge(base: Base): Promise<void> {
  const { maintenant, mode } = await readHorloge(base);
  if (mode !== 'figee') return;
  await base.$executeRaw`
    UPDATE horloge
    SET figee_a = NULL, version = version + 1,
        decalage_ms = ${BigInt(epochMsOf(maintenant))} - (extract(epoch FROM clock_timestamp()) * 1000)::bigint
    WHERE id = 1`;
}
