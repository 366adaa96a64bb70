import { randomUUID } from 'node:crypto';
import type { Instant } from '../../domain/temps/instant';
import type { Base, Transaction } from '../base';
import { colonneOfInstant, instantOfColonne } from '../dates';
import { lecteurOf } from '../salve';

/** A walk of the clock: asked by a person, carried out by the worker, readable by everybody (house 1). */
export type Promenade = {
  readonly id: string;
  readonly jusquA: Instant;
  readonly depuis: Instant | null;
  readonly rendueA: Instant | null;
  readonly pas: number;
  /** What it waits for when it makes no progress: a sentence without personal data. */
  readonly attente: string | null;
  readonly finie: boolean;
};

export async function askPromenade(base: Base | Transaction, jusquA: Instant): Promise<string> {
  const id = randomUUID();
  await base.promenade.create({
    data: { id, jusquA: colonneOfInstant(jusquA), demandeeA: new Date() },
  });
  await base.$executeRaw`SELECT pg_notify('jalons_promenade', ${id})`;
  return id;
}

export async function findPromenade(base: Base, id: string): Promise<Promenade | null> {
  const [ligne] = await lecteurOf(base).read<LignePromenade>({
    name: 'promenade',
    text: `SELECT id, jusqu_a AS "jusquA", depuis, rendue_a AS "rendueA", pas, attente, finie_a AS "finieA"
      FROM promenade WHERE id = $1::uuid`,
    values: [id],
  });
  return ligne === undefined ? null : promenadeOf(ligne);
}

/** The oldest walk that is not finished: one at a time, in the order in which they were asked. */
export async function findPromenadeEnCours(base: Base): Promise<Promenade | null> {
  const ligne = await base.promenade.findFirst({ where: { finieA: null }, orderBy: { demandeeA: 'asc' } });
  return ligne === null ? null : promenadeOf(ligne);
}

type LignePromenade = Omit<NonNullable<Awaited<ReturnType<Base['promenade']['findFirst']>>>, 'demandeeA'>;

function promenadeOf(ligne: LignePromenade): Promenade {
  return {
    id: ligne.id,
    jusquA: instantOfColonne(ligne.jusquA),
    depuis: ligne.depuis === null ? null : instantOfColonne(ligne.depuis),
    rendueA: ligne.rendueA === null ? null : instantOfColonne(ligne.rendueA),
    pas: ligne.pas,
    attente: ligne.attente,
    finie: ligne.finieA !== null,
  };
}
