import type { Joignabilite } from '../../domain/courriels/preference';
import { findDispositif } from '../../domain/dispositifs/en-vigueur';
import type { Agenda } from '../../domain/rendez-vous/agenda';
import type { Contexte } from '../../domain/parcours/contexte';
import type { Acteur, Fait, FaitInscrit } from '../../domain/parcours/faits';
import type { Parcours } from '../../domain/parcours/parcours';
import type { Base, Transaction } from '../base';
import { instantOfColonne, jourOfColonne } from '../dates';
import { horlogeOf, type Horloge, type LigneHorloge } from '../horloge/horloge';
import { lock, type Salve } from '../salve';

type LigneVerrouillee = LigneMoment & { etat: Parcours };

/** One parcours under its lock, with now, and how the person can be written to. */
export type Verrouille = {
  readonly parcours: Parcours;
  readonly horloge: Horloge;
  readonly personne: Joignabilite;
  /** The number of the wake-up that this transaction may write (reveils.ts). */
  readonly numero: bigint;
};

const MOMENT =
  "clock_timestamp() AS reel, h.decalage_ms, h.figee_a, h.version, nextval('reveil_numero') AS numero";

/** The lock is taken in the CTE, before the row goes out and `clock_timestamp()` is called. */
const VERROU = `
  WITH p AS MATERIALIZED (
    SELECT etat, beneficiaire_id FROM parcours WHERE id = $1::uuid FOR NO KEY UPDATE)
  SELECT p.etat, ${MOMENT}, b.courriel IS NOT NULL AS joignable, b.preference
  FROM p JOIN beneficiaire b ON b.id = p.beneficiaire_id, horloge h WHERE h.id = 1`;

/**
 * Locks one parcours and reads it, then the clock, in one query; null when there is none. Now never precedes the
 * last fait (house 1).
 */
export async function lockParcours(tx: Salve, id: string): Promise<Verrouille | null> {
  const requete = { name: 'verrou_parcours', text: VERROU, values: [id] };
  const [ligne] = await lock('parcours', tx.read<LigneVerrouillee>(requete));
  return ligne === undefined ? null : { parcours: ligne.etat, ...momentOf(ligne) };
}

type LigneMoment = LigneHorloge & Required<Joignabilite> & { numero: string };

const OUVERTURE = `
  SELECT ${MOMENT},
    b.courriel IS NOT NULL AS joignable, COALESCE(b.preference, 'courriel') AS preference
  FROM horloge h LEFT JOIN beneficiaire b ON b.id = $1::uuid WHERE h.id = 1`;

/** The same moment for a parcours that is being opened: there is no row to lock yet. */
export async function readMoment(tx: Salve, beneficiaireId: string): Promise<Omit<Verrouille, 'parcours'>> {
  const [ligne] = await tx.read<LigneMoment>({ name: 'moment', text: OUVERTURE, values: [beneficiaireId] });
  if (ligne === undefined) throw new Error('La ligne de l’horloge manque : appliquez les migrations.');
  return momentOf(ligne);
}

function momentOf({ joignable, preference, numero, ...horloge }: LigneMoment): Omit<Verrouille, 'parcours'> {
  return { horloge: horlogeOf(horloge), personne: { joignable, preference }, numero: BigInt(numero) };
}

export function contexteOf(
  p: Pick<Parcours, 'dispositif' | 'zone' | 'dernierFaitA'>,
  horloge: Horloge,
  personne: Joignabilite,
  agenda: Agenda | null,
): Contexte {
  const dispositif = findDispositif(p.dispositif);
  if (dispositif === null) throw new Error(`Édition inconnue : ${p.dispositif.code}/${p.dispositif.edition}`);
  // Never before the last fait of this parcours, even when the system's clock was set back.
  const maintenant = horloge.maintenant > p.dernierFaitA ? horloge.maintenant : p.dernierFaitA;
  return { maintenant, dispositif, zone: p.zone, agenda, ...personne };
}

/** The journal of a parcours, in order: the whole of it, or a page. */
export async function listFaits(
  base: Base | Transaction,
  parcoursId: string,
  x: { readonly apres?: number; readonly limite?: number; readonly type?: string | undefined } = {},
): Promise<FaitInscrit[]> {
  const lignes = await base.fait.findMany({
    where: { parcoursId, rang: { gt: x.apres ?? 0 }, ...(x.type !== undefined && { type: x.type }) },
    orderBy: { rang: 'asc' },
    ...(x.limite !== undefined && { take: x.limite }),
  });
  return lignes.map((l) => ({
    rang: l.rang,
    a: instantOfColonne(l.a),
    par: l.par as Acteur,
    echeance: l.cle === null || l.duLe === null ? null : { cle: l.cle, duLe: jourOfColonne(l.duLe) },
    fait: { type: l.type, ...(l.donnees as object) } as Fait,
  }));
}
