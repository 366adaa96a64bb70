import { isDeepStrictEqual } from 'node:util';
import { fold } from '../../domain/parcours/evolve';
import type { FaitInscrit } from '../../domain/parcours/faits';
import { FORME } from '../../domain/parcours/forme';
import { inTransaction, type Base, type Transaction } from '../base';
import { readHorloge, type Horloge } from '../horloge/horloge';
import { writeReveil } from '../reveils/reveils';
import { colonnesOfParcours, ligneOfAgenda } from './colonnes';
import { contexteOf, listFaits } from './lecture.prisma';

/** Where a derived row is not what the journal says: names of tables and columns, never what they hold. */
export type Ecart = {
  readonly parcoursId: string;
  readonly table: 'parcours' | 'rendez_vous';
  /** Of the appointment. */
  readonly numero: number | null;
  readonly genre: 'differe' | 'manque' | 'en_trop' | 'journal_illisible';
  readonly colonnes: readonly string[];
};

type Derivees = {
  readonly parcours: ReturnType<typeof colonnesOfParcours>;
  readonly agenda: readonly ReturnType<typeof ligneOfAgenda>[];
};
type Comparaison = {
  readonly id: string;
  /** Null when the journal cannot be folded: nothing is derived from it, and nothing is touched. */
  readonly derivees: Derivees | null;
  readonly ecarts: readonly Ecart[];
};

/** Every parcours that has a row or a journal, page after page. */
export async function* listParcoursDerives(base: Base, pas = 1_000): AsyncGenerator<string> {
  for (let apres = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await base.$queryRaw<{ id: string }[]>`
      SELECT id FROM (
        (SELECT id FROM parcours WHERE id > ${apres}::uuid ORDER BY id LIMIT ${pas})
        UNION
        (SELECT parcours_id FROM fait WHERE rang = 1 AND parcours_id > ${apres}::uuid
          ORDER BY parcours_id LIMIT ${pas})) AS connus
      ORDER BY id LIMIT ${pas}`;
    for (const { id } of page) yield id;
    const dernier = page.at(-1);
    if (dernier === undefined || page.length < pas) return;
    apres = dernier.id;
  }
}

/** Those whose state another version kept, in another form (domain/parcours/forme.ts). */
export async function listPerimes(base: Base): Promise<readonly string[]> {
  const lus = await base.$queryRaw<{ id: string }[]>`
    SELECT id FROM parcours WHERE etat->>'forme' IS DISTINCT FROM ${String(FORME)} ORDER BY id`;
  return lus.map(({ id }) => id);
}

/** Compares what is derived from the journal with the journal, in one moment of the base, without a lock. */
export function compareDerivees(base: Base, id: string): Promise<readonly Ecart[]> {
  return inTransaction(base, async (tx) => {
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`;
    return (await compare(tx, id, await readHorloge(tx))).ecarts;
  });
}

/**
 * Writes again what is derived from the journal, where it differs: the state and its columns, the agenda. Several
 * parcours at once when one's wrong row stands where another's right one goes. `horloge_vue` is the workflow's own
 * memory, not the journal's: it stays. Whoever was mended is looked at again by its workflow.
 */
export function restoreDerivees(base: Base, ids: readonly string[]): Promise<readonly Ecart[]> {
  const ordonnes = [...ids].sort();
  return inTransaction(base, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM parcours WHERE id = ANY(${ordonnes}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
    const horloge = await readHorloge(tx);
    const lues: Comparaison[] = [];
    for (const id of ordonnes) lues.push(await compare(tx, id, horloge));
    await write(tx, lues);
    return lues.flatMap(({ ecarts }) => ecarts);
  });
}

async function compare(tx: Transaction, id: string, horloge: Horloge): Promise<Comparaison> {
  const journal = await listFaits(tx, id);
  const ligne = await tx.parcours.findUnique({ where: { id } });
  const agenda = await tx.rendezVous.findMany({ where: { parcoursId: id } });
  const ecart = (x: Omit<Ecart, 'parcoursId'>): Ecart => ({ parcoursId: id, ...x });
  const derivees = deriveesOf(id, journal, horloge);
  if (derivees === null) {
    const genre = 'journal_illisible' as const;
    return { id, derivees, ecarts: [ecart({ table: 'parcours', numero: null, genre, colonnes: [] })] };
  }
  const ecarts = [ecart({ table: 'parcours', numero: null, ...ecartOf(ligne, derivees.parcours) })];
  const numeros = new Set([...agenda, ...derivees.agenda].map(({ numero }) => numero));
  for (const numero of [...numeros].sort((x, y) => x - y)) {
    const de = <R extends { numero: number }>(lignes: readonly R[]) =>
      lignes.find((r) => r.numero === numero) ?? null;
    ecarts.push(ecart({ table: 'rendez_vous', numero, ...ecartOf(de(agenda), de(derivees.agenda)) }));
  }
  return { id, derivees, ecarts: ecarts.filter((e) => e.genre !== 'differe' || e.colonnes.length > 0) };
}

/** Null when a fait is missing, or the first one is not an opening: a fold would invent what it does not know. */
function deriveesOf(id: string, journal: readonly FaitInscrit[], horloge: Horloge): Derivees | null {
  const entier = journal.every(({ rang }, i) => rang === i + 1);
  if (!entier || journal[0]?.fait.type !== 'parcours_ouvert') return null;
  const p = fold(id, journal);
  if (p === null) return null;
  const parcours = colonnesOfParcours(p, contexteOf(p, horloge, { joignable: true }, null));
  return { parcours, agenda: p.rendezVous.map((rdv) => ligneOfAgenda(p, rdv)) };
}

/** What a row says otherwise than it should; a column of the state is named `etat.mois`. */
function ecartOf(lue: object | null, voulue: object | null): Pick<Ecart, 'genre' | 'colonnes'> {
  if (lue === null) return { genre: 'manque', colonnes: [] };
  if (voulue === null) return { genre: 'en_trop', colonnes: [] };
  return { genre: 'differe', colonnes: differences(asStored(lue), asStored(voulue)) };
}

type Json = Readonly<Record<string, unknown>>;

/** As PostgreSQL gives it back: no `undefined`, dates as text. */
const asStored = (ligne: object) => JSON.parse(JSON.stringify(ligne)) as Json;

function differences(lue: Json, voulue: Json): readonly string[] {
  return Object.keys(voulue).flatMap((colonne) => {
    const [a, b] = [lue[colonne], voulue[colonne]];
    if (isDeepStrictEqual(a, b)) return [];
    if (colonne !== 'etat' || !isObjet(a) || !isObjet(b)) return [colonne];
    const cles = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
    return cles.filter((cle) => !isDeepStrictEqual(a[cle], b[cle])).map((cle) => `etat.${cle}`);
  });
}

const isObjet = (lu: unknown): lu is Json => typeof lu === 'object' && lu !== null && !Array.isArray(lu);

/** Wrong rows go before right ones come: two may have stood in each other's place. */
async function write(tx: Transaction, lues: readonly Comparaison[]): Promise<void> {
  const abimees = lues.flatMap(({ id, derivees, ecarts }) =>
    derivees === null || ecarts.length === 0 ? [] : [{ id, ...derivees, ecarts }],
  );
  const fausses = abimees.flatMap(({ ecarts }) =>
    ecarts.flatMap(({ parcoursId, numero }) => (numero === null ? [] : [{ parcoursId, numero }])),
  );
  const estFausse = (r: { readonly parcoursId: string; readonly numero: number }) =>
    fausses.some(({ parcoursId, numero }) => parcoursId === r.parcoursId && numero === r.numero);
  const justes = abimees.flatMap(({ agenda }) => agenda.filter(estFausse));
  await lockReferents(tx, fausses, justes);
  if (fausses.length > 0) await tx.rendezVous.deleteMany({ where: { OR: fausses } });
  // A person has one open parcours at most: what closes is written before what opens.
  abimees.sort((x, y) => Number(y.parcours.clos) - Number(x.parcours.clos));
  for (const { id, parcours } of abimees) {
    await tx.parcours.upsert({ where: { id }, create: { id, ...parcours }, update: parcours });
    if (!parcours.clos || parcours.prochaineA !== null)
      await writeReveil(tx, `parcours-${id}`, 'reconstruit');
  }
  await tx.rendezVous.createMany({ data: justes });
}

/** An agenda changes under its référent's lock (house 1): whoever loses a row, and whoever gets one. */
async function lockReferents(
  tx: Transaction,
  fausses: readonly { readonly parcoursId: string }[],
  justes: Derivees['agenda'],
): Promise<void> {
  if (fausses.length === 0) return;
  const parcours = fausses.map(({ parcoursId }) => parcoursId);
  const referents = justes.map(({ referentId }) => referentId);
  await tx.$queryRaw`
    SELECT 1 FROM referent
    WHERE id = ANY(${referents}::uuid[])
      OR id IN (SELECT referent_id FROM rendez_vous WHERE parcours_id = ANY(${parcours}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`;
}
