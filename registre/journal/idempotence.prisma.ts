import type { Base } from '../base';
import { lock, type Lecteur, type Requete } from '../salve';

/** The key of a write: the same key by the same token gives the same answer (house 6). */
export type Idempotence = {
  readonly jetonId: string;
  readonly cle: string;
  /** Hash of the request: another one under the same key is refused. */
  readonly empreinte: string;
};

export type Reponse = { readonly statut: number; readonly corps: unknown };

export type Connue = { readonly dejaRepondu: Reponse } | { readonly cleDejaPrise: true };

/**
 * Takes the key in the transaction that will write the effect: a second caller waits on the row, then reads the
 * answer of the first; nothing can be reserved without its effect, nor done without its answer.
 */
export async function findReponse(
  tx: Lecteur,
  { jetonId, cle, empreinte }: Idempotence,
): Promise<Connue | null> {
  const prise = await lock('cle', tx.read({ name: 'cle', text: PRISE, values: [jetonId, cle, empreinte] }));
  if (prise.length === 1) return null;
  const [ligne] = await tx.read<LigneReponse>({ name: 'reponse', text: LECTURE, values: [jetonId, cle] });
  if (ligne === undefined) throw new Error('Une clé prise ne se relit pas.');
  if (ligne.empreinte !== empreinte) return { cleDejaPrise: true };
  return { dejaRepondu: { statut: ligne.statut ?? 200, corps: ligne.reponse } };
}

type LigneReponse = { empreinte: string; statut: number | null; reponse: unknown };

const PRISE = `
  INSERT INTO idempotence (jeton_id, cle, empreinte, cree_a) VALUES ($1::uuid, $2, $3, clock_timestamp())
  ON CONFLICT (jeton_id, cle) DO NOTHING RETURNING cle`;

const LECTURE = 'SELECT empreinte, statut, reponse FROM idempotence WHERE jeton_id = $1::uuid AND cle = $2';

/** Keeps the answer with the key, for whoever asks again. */
export function gardeOf({ jetonId, cle }: Idempotence, { statut, corps }: Reponse): Requete {
  return {
    name: 'garde_reponse',
    text: 'UPDATE idempotence SET statut = $3::int, reponse = $4::jsonb WHERE jeton_id = $1::uuid AND cle = $2',
    values: [jetonId, cle, statut, JSON.stringify(corps)],
  };
}

/** For how long the same key gives the same answer. */
const GARDE_HEURES = 24;
const LOT = 5_000;

/** Forgets the answers kept for long enough, a batch at a time: a key may then serve again. */
export async function deleteReponsesAnciennes(base: Base): Promise<number> {
  let effacees = 0;
  for (;;) {
    const lot = await base.$executeRaw`
      DELETE FROM idempotence WHERE (jeton_id, cle) IN (
        SELECT jeton_id, cle FROM idempotence
        WHERE cree_a < clock_timestamp() - make_interval(hours => ${GARDE_HEURES}) LIMIT ${LOT})`;
    effacees += lot;
    if (lot < LOT) return effacees;
  }
}
