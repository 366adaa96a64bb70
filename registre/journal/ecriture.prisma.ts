import type { Conclusion } from '../../domain/parcours/conclusion';
import { recapitulatifAt, type Contexte } from '../../domain/parcours/contexte';
import type { Ligne } from '../../domain/courriels/lignes';
import { jourDuRecapitulatif } from '../../domain/courriels/recapitulatif';
import type { FaitInscrit } from '../../domain/parcours/faits';
import type { Parcours } from '../../domain/parcours/parcours';
import type { Requete, Salve } from '../salve';
import {
  colonnesOfCourriel,
  colonnesOfFait,
  colonnesOfLigne,
  colonnesOfParcours,
  ligneOfAgenda,
} from './colonnes';
import { ECRITURE, LIGNES, MATINEE, OUVERTURE } from './requetes';

/**
 * Everything that one transaction writes about a parcours: the journal, and what is derived from it; the clock's version
 * as well, when it is its own workflow that writes.
 */
export function appendConclusion(
  tx: Salve,
  conclusion: Conclusion,
  ctx: Contexte,
  horlogeVue: number | null = null,
): void {
  const { faits, courriels, lignes, apres } = conclusion;
  if (faits.length > 0 || courriels.length > 0) tx.write(ecritureOf(conclusion, ctx, horlogeVue));
  if (lignes.length > 0) writeLignes(tx, apres, lignes, ctx);
}

export function rowsOf(name: string, text: string, lignes: readonly object[]): Requete {
  return { name, text, values: [JSON.stringify(lignes)] };
}

/** Writes the row of a parcours that opens. False when this person, or this id, already has one (R13). */
export async function createParcours(tx: Salve, p: Parcours, ctx: Contexte): Promise<boolean> {
  const data = { id: p.id, ...colonnesOfParcours(p, ctx) };
  return (await tx.read(rowsOf('ouverture', OUVERTURE, [data]))).length === 1;
}

function ecritureOf(
  { faits, courriels, apres }: Conclusion,
  ctx: Contexte,
  horlogeVue: number | null,
): Requete {
  const c = colonnesOfParcours(apres, ctx);
  return {
    name: 'ecriture',
    text: ECRITURE,
    values: [
      ...[apres.id, c.structureId, c.referentId, c.etape, JSON.stringify(c.etat), c.rang],
      ...[c.prochaineA, c.prochaineCle, c.prochaineNature, c.clos],
      JSON.stringify(faits.map((f) => colonnesOfFait(apres.id, f))),
      JSON.stringify(rendezVousTouches(apres, faits)),
      JSON.stringify(courriels.map((x) => colonnesOfCourriel(apres, x, ctx.maintenant))),
      ...[c.dispositif, c.edition, horlogeVue],
    ],
  };
}

/** R08 — the agenda follows the faits; the exclusion constraint stands behind the lock. */
function rendezVousTouches(p: Parcours, faits: readonly FaitInscrit[]) {
  const touches = new Set(
    faits.flatMap(({ fait }) =>
      fait.type === 'rendez_vous_planifie' ||
      fait.type === 'rendez_vous_deplace' ||
      fait.type === 'rendez_vous_annule' ||
      fait.type === 'rendez_vous_retire' ||
      fait.type === 'rendez_vous_corrige' ||
      fait.type === 'rendez_vous_constate'
        ? [fait.rendezVousId]
        : [],
    ),
  );
  return p.rendezVous.filter((r) => touches.has(r.id)).map((r) => ligneOfAgenda(p, r));
}

/** R17 — lines wait for the digest of their morning; the first one of a morning wakes the structure's workflow. */
function writeLignes(tx: Salve, p: Parcours, lignes: readonly Ligne[], ctx: Contexte): void {
  const le = jourDuRecapitulatif(ctx.maintenant, ctx);
  tx.write(
    rowsOf(
      'lignes',
      LIGNES,
      lignes.map((l) => colonnesOfLigne(p, l, le)),
    ),
  );
  tx.write({ name: 'matinee', text: MATINEE, values: [p.structureId, le, recapitulatifAt(le, ctx)] });
}
