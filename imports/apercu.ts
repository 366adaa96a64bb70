import { randomUUID } from 'node:crypto';
import type { Instant } from '../domain/temps/instant';
import type { Base } from '../registre/base';
import { readHorloge } from '../registre/horloge/horloge';
import {
  concludeLecture,
  createImport,
  dropImport,
  listConnus,
  writeLignes,
} from '../registre/imports/apercu.prisma';
import { newId } from '../registre/identifiants';
import type { LigneALire, LigneImport, NouvelImport, Raison } from '../registre/imports/imports';
import { readColonnes, type Colonnes } from './colonnes';
import { readRangees, type Rangee } from './csv';
import { FichierIllisible } from './illisible';
import { parseLigne } from './ligne';
import { judge } from './verdict';

/** Rows read, asked about and written together: what bounds the memory, whatever the length of the file. */
const LOT = 500;

/** Outside production ids are derived, so that a walk over imported people is reproducible. */
type Mode = { readonly mode: string };

export type ApercuLu = { readonly id: string; readonly ignorees: readonly string[] };

/**
 * Reads a file to its end and writes its preview: nothing else is written, nobody is listed. `suit` hears how many
 * rows have been read.
 */
export async function readApercu(
  base: Base,
  octets: AsyncIterable<Uint8Array>,
  { mode, ...x }: Pick<NouvelImport, 'par' | 'parJour' | 'silencieux'> & Mode,
  suit: (combien: number) => void = () => undefined,
): Promise<ApercuLu> {
  const id = randomUUID();
  const rangees = readRangees(octets);
  const entete = await rangees.next();
  if (entete.done === true) throw new FichierIllisible('Ce fichier est vide.');
  const colonnes = readColonnes(entete.value.cellules);
  await createImport(base, { id, ...x, colonnes: colonnes.entetes });
  try {
    const { maintenant } = await readHorloge(base);
    const lecture: LectureEnCours = { base, id, mode, colonnes, maintenant, rangs: new Map() };
    for await (const lot of lotsOf(rangees)) {
      await writeLignes(base, id, await judgeAll(lecture, lot));
      suit(lot.length);
    }
    await concludeLecture(base, id);
  } catch (erreur) {
    await dropImport(base, id);
    throw erreur;
  }
  return { id, ignorees: colonnes.ignorees };
}

async function* lotsOf(rangees: AsyncIterable<Rangee>): AsyncGenerator<readonly Rangee[]> {
  let lot: Rangee[] = [];
  for await (const rangee of rangees) {
    lot.push(rangee);
    if (lot.length < LOT) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}

type LectureEnCours = Mode & {
  readonly base: Base;
  readonly id: string;
  readonly colonnes: Colonnes;
  readonly maintenant: Instant;
  /** Openings already counted, by référent or by structure. */
  readonly rangs: Map<string, number>;
};

type Lue = LigneALire & { readonly numero: number };
type Ecrite = LigneImport & { readonly parcoursId: string };

async function judgeAll(x: LectureEnCours, lot: readonly Rangee[]): Promise<readonly Ecrite[]> {
  const ecrites: Ecrite[] = [];
  const lues: (Lue & { readonly cellules: readonly string[] })[] = [];
  const dits = new Map<string, number>();
  for (const { ligne: numero, cellules } of lot) {
    const lecture = parseLigne(cellules, x.colonnes);
    if (lecture.ok) lues.push({ ...lecture.lue, numero, cellules });
    else ecrites.push(rejetOf({ numero, cellules }, lecture.raisons));
  }
  const connus = await listConnus(x.base, x.id, lues);
  for (const { cellules, numero, ...lue } of lues) {
    const connu = connus.get(numero);
    if (connu === undefined) throw new Error('Une ligne demandée n’a pas été rendue.');
    const dejaLigne = connu.dejaLigne ?? dits.get(lue.idExterne) ?? null;
    const jugee = judge(lue, { ...connu, dejaLigne }, x.colonnes, x.maintenant);
    if (jugee.verdict === 'rejete') {
      ecrites.push(rejetOf({ numero, cellules }, jugee.raisons));
      continue;
    }
    dits.set(lue.idExterne, numero);
    const { verdict, ouvre } = jugee;
    const saisie = { ...jugee.saisie, beneficiaireId: newId(x, `beneficiaire:${lue.idExterne}`) };
    const rang = ouvre ? takeRang(x.rangs, saisie.referentId ?? saisie.structureId) : 0;
    const commun = { numero, cellules, idExterne: lue.idExterne, saisie, verdict, raisons: [], rang };
    const parcoursId = newId(x, `parcours:${lue.idExterne}:${connu.parcours + 1}`);
    ecrites.push({ ...commun, etat: 'a_inscrire', parcoursId });
  }
  return ecrites;
}

function takeRang(rangs: Map<string, number>, qui: string): number {
  const rang = rangs.get(qui) ?? 0;
  rangs.set(qui, rang + 1);
  return rang;
}

function rejetOf(
  { numero, cellules }: Pick<LigneImport, 'numero' | 'cellules'>,
  raisons: readonly Raison[],
): Ecrite {
  const rien = { idExterne: null, saisie: null, rang: 0, parcoursId: randomUUID() };
  return { numero, cellules, ...rien, verdict: 'rejete', etat: 'rejetee', raisons };
}
