import { apercusOf } from '../../domain/transferts/apercu';
import type { EtatTransfert, Passage, Transfert } from '../../domain/transferts/transfert';
import { aujourdhui } from '../../domain/parcours/contexte';
import type { Parcours } from '../../domain/parcours/parcours';
import type { MotifChangement } from '../../domain/parcours/referent';
import type { Instant } from '../../domain/temps/instant';
import { jourAt } from '../../domain/temps/heure-locale';
import type { CodeZone } from '../../domain/temps/zones';
import { readAgendaSansVerrou } from '../agenda/agenda.prisma';
import type { Base, Transaction } from '../base';
import { colonneOfInstant, colonneOfJour, instantOfColonne, jourOfColonne } from '../dates';
import { readHorloge } from '../horloge/horloge';
import { contexteOf } from '../journal/lecture.prisma';
import { writeReveil } from '../reveils/reveils';

export type NouveauTransfert = Transfert & {
  readonly structureId: string;
  readonly par: string;
  /** Only these; null: every parcours of the référent that is open, or whose follow-up is awaited (R34). */
  readonly parcoursIds: readonly string[] | null;
};

export type LigneTransfert = {
  readonly parcoursId: string;
  readonly etat: string;
  readonly raison: string | null;
  readonly deplaces: number;
  readonly aReplacer: number;
};

export type TransfertSuivi = Transfert & {
  readonly structureId: string;
  readonly etat: EtatTransfert;
  readonly creeA: Instant;
  readonly finiA: Instant | null;
  readonly lignes: readonly LigneTransfert[];
};

/** R23 — writes the transfer with its preview: how many parcours it writes, zero when there is none. */
export async function createTransfert(tx: Transaction, t: NouveauTransfert): Promise<number> {
  const { maintenant } = await readHorloge(tx);
  const lus = await tx.parcours.findMany({
    where: {
      referentId: t.deId,
      // R34 — a closed parcours still waits for the situation of the person, or for the question.
      OR: [{ clos: false }, { prochaineA: { not: null } }, { etape: 'suivi_sortie' }],
      ...(t.parcoursIds !== null && { id: { in: [...t.parcoursIds] } }),
    },
    orderBy: { id: 'asc' },
    select: { etat: true },
  });
  if (lus.length === 0) return 0;
  const parcours = lus.map(({ etat }) => {
    const p = etat as unknown as Parcours;
    return { p, ctx: contexteOf(p, { maintenant, version: 0, mode: 'systeme' }, { joignable: true }, null) };
  });
  const le = aujourdhui(parcours[0]?.ctx ?? { maintenant, zone: 'metropole' });
  const apercus = apercusOf(t, parcours, await readAgendaSansVerrou(tx, t.versId, le));
  await tx.transfert.create({
    data: {
      id: t.id,
      structureId: t.structureId,
      deId: t.deId,
      versId: t.versId,
      par: t.par,
      creeA: colonneOfInstant(maintenant),
      ...colonnesOfPassage(t.passage),
      lignes: {
        create: apercus.map(({ parcoursId, refus, deplaces, aReplacer }) => ({
          parcoursId,
          raison: refus,
          deplaces,
          aReplacer,
        })),
      },
    },
  });
  return lus.length;
}

function colonnesOfPassage(passage: Passage) {
  switch (passage.genre) {
    case 'definitif':
      return { genre: passage.genre, motif: passage.motif };
    case 'remplacement':
      return { genre: passage.genre, du: colonneOfJour(passage.du), au: colonneOfJour(passage.au) };
    case 'retour':
      return { genre: passage.genre, motif: passage.remplacementId };
  }
}

/** A person confirms: the number of the wake-up, or null when it was confirmed before, or does not exist. */
export async function confirmTransfert(tx: Transaction, id: string): Promise<bigint | null> {
  const { maintenant } = await readHorloge(tx);
  const { count } = await tx.transfert.updateMany({
    where: { id, etat: 'apercu' },
    data: { etat: 'en_cours', confirmeA: colonneOfInstant(maintenant) },
  });
  return count === 0 ? null : writeReveil(tx, `transfert-${id}`, 'confirme');
}

/**
 * R24 — the absence of a replacement is withdrawn: what had passed is given back, by a transfer of its own that no
 * one needs to preview. Nothing when it was no replacement, or when none of its days is left.
 */
export async function createRetour(
  tx: Transaction,
  remplacementId: string,
  id: string,
  par: string,
): Promise<void> {
  const pret = await findTransfert(tx, remplacementId);
  if (pret?.passage.genre !== 'remplacement' || pret.etat === 'apercu') return;
  const { structureId, deId, versId, passage } = pret;
  if (passage.au < (await readJour(tx, structureId))) return;
  // What had not passed yet has nothing to give back.
  await tx.transfertParcours.updateMany({
    where: { transfertId: remplacementId, etat: 'a_faire' },
    data: { etat: 'ecarte', raison: 'remplacement_annule' },
  });
  // Those that passed, and those confided to him since.
  const pretes = await tx.parcours.findMany({
    where: {
      referentId: deId,
      etat: { path: ['remplacements'], array_contains: [{ id: remplacementId }] },
    },
    select: { id: true },
  });
  const parcoursIds = pretes.map((x) => x.id);
  const retour = { id, structureId, deId, versId, par, parcoursIds } as const;
  const ecrits = await createTransfert(tx, { ...retour, passage: { genre: 'retour', remplacementId } });
  if (ecrits > 0) await confirmTransfert(tx, id);
}

export async function findTransfert(base: Base | Transaction, id: string): Promise<TransfertSuivi | null> {
  const ligne = await base.transfert.findUnique({
    where: { id },
    include: { lignes: { orderBy: { parcoursId: 'asc' } } },
  });
  if (ligne === null) return null;
  const { structureId, deId, versId, etat, creeA, finiA, lignes } = ligne;
  return {
    ...{ id, structureId, deId, versId },
    passage: passageOf(ligne),
    etat: etat as EtatTransfert,
    creeA: instantOfColonne(creeA),
    finiA: finiA === null ? null : instantOfColonne(finiA),
    lignes: lignes.map(({ parcoursId, etat: e, raison, deplaces, aReplacer }) => ({
      ...{ parcoursId, etat: e, raison, deplaces, aReplacer },
    })),
  };
}

type LignePassage = { genre: string; motif: string | null; du: Date | null; au: Date | null };

function passageOf({ genre, motif, du, au }: LignePassage): Passage {
  if (genre === 'remplacement' && du !== null && au !== null)
    return { genre, du: jourOfColonne(du), au: jourOfColonne(au) };
  if (genre === 'retour') return { genre, remplacementId: motif ?? '' };
  return { genre: 'definitif', motif: (motif ?? 'autre') as MotifChangement };
}

/** The day on the wall of a structure, for what a transfer writes. */
export async function readJour(
  tx: Base | Transaction,
  structureId: string,
): Promise<ReturnType<typeof jourAt>> {
  const { zone } = await tx.structure.findUniqueOrThrow({ where: { id: structureId } });
  const { maintenant } = await readHorloge(tx);
  return jourAt(maintenant, zone as CodeZone);
}
