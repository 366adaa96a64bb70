import { estEncoreVraie } from '../../domain/courriels/lignes-vraies';
import type { CodeAvis, RoleProfessionnel } from '../../domain/parcours/avis';
import { aujourdhui } from '../../domain/parcours/contexte';
import { lecteurOf } from '../../domain/parcours/lecteur';
import type { Parcours } from '../../domain/parcours/parcours';
import type { Instant } from '../../domain/temps/instant';
import type { CivilDate } from '../../domain/temps/jour';
import { inTransaction, type Base, type Transaction } from '../base';
import { attenteOf, sqlAttente, MAINTENANT_SQL, type LigneAttente } from '../courriels/attente.prisma';
import { idOfCourriel } from '../courriels/identifiant';
import { colonneOfInstant, jourOfColonne } from '../dates';
import { readHorloge } from '../horloge/horloge';
import { contexteOf } from '../journal/lecture.prisma';
import { renvoiOf } from '../journal/look';
import type { Regard } from '../journal/regard';
import { lecteurOf as lecteurDe } from '../salve';

/** What a digest will say, by keys: its text is read when it leaves (R17). */
export type VouluRecapitulatif = {
  readonly pour: RoleProfessionnel;
  readonly referentId: string | null;
  readonly le: CivilDate;
  readonly lignes: readonly { readonly parcoursId: string; readonly cle: string }[];
};

type LigneMatinee = LigneAttente & { code: string; le: string | null; due_dans_ms: number | null };

const REGARD = `
  SELECT s.code, suivante.le::text AS le,
    (extract(epoch FROM suivante.due_a - m.a) * 1000)::float8 AS due_dans_ms, c.*
  FROM structure s, horloge h, ${MAINTENANT_SQL},
    LATERAL (SELECT min(le) AS le, min(due_a) AS due_a FROM matinee WHERE structure_id = s.id AND faite_a IS NULL) suivante,
    LATERAL (${sqlAttente('structure')}) c
  WHERE s.id = $1::uuid AND h.id = 1`;

/** What a structure waits for: its next morning with something to say, and its digests that may leave. */
export async function lookAtMatinee(
  base: Base,
  structureId: string,
): Promise<Regard<'recapitulatif'> | null> {
  const [ligne] = await lecteurDe(base).read<LigneMatinee>({
    name: 'regarde_matinee',
    text: REGARD,
    values: [structureId],
  });
  if (ligne === undefined) return null;
  const courriels = attenteOf(ligne);
  const prochaine =
    ligne.le === null || ligne.due_dans_ms === null
      ? null
      : {
          nature: 'recapitulatif' as const,
          cle: ligne.le,
          libelle: `Récapitulatif du ${ligne.le}`,
          dansMs: ligne.due_dans_ms,
        };
  const renvoi = renvoiOf(courriels);
  return {
    prochaine:
      renvoi !== null && (prochaine === null || renvoi.dansMs < prochaine.dansMs) ? renvoi : prochaine,
    courriels: courriels.prets,
    clos: false,
    fiche: {
      attributs: {
        JalonsStructure: ligne.code,
        JalonsProchaine: prochaine?.cle ?? 'aucune',
        JalonsAlerte: courriels.contenuRefuse ? 'contenu_refuse' : 'aucune',
      },
      tableau: `| Matinée | |\n| --- | --- |\n| Prochain récapitulatif | ${prochaine?.cle ?? 'aucun'} |\n| Courriels en attente | ${courriels.prets} |`,
    },
  };
}

/**
 * R17 — one digest for each référent and one for the manager, only where a new line falls due. Several mornings
 * missed at once make one digest: the last one, with everything.
 */
export function honourMatinee(base: Base, structureId: string): Promise<boolean> {
  return inTransaction(base, async (tx) => {
    const { maintenant } = await readHorloge(tx);
    const dues = await tx.$queryRaw<{ le: Date }[]>`
      SELECT le FROM matinee
      WHERE structure_id = ${structureId}::uuid AND faite_a IS NULL AND due_a <= ${colonneOfInstant(maintenant)}
      ORDER BY le FOR UPDATE`;
    const derniere = dues.at(-1);
    if (derniere === undefined) return false;
    const faiteA = colonneOfInstant(maintenant);
    const lignes = await tx.ligne.findMany({
      where: { structureId, le: { lte: derniere.le }, emiseA: null },
      orderBy: [{ parcoursId: 'asc' }, { cle: 'asc' }],
    });
    const vraies = await keepVraies(tx, lignes, maintenant);
    await writeRecapitulatifs(tx, structureId, jourOfColonne(derniere.le), vraies, faiteA);
    await tx.ligne.updateMany({
      where: { structureId, le: { lte: derniere.le }, emiseA: null },
      data: { emiseA: faiteA },
    });
    await tx.matinee.updateMany({
      where: { structureId, le: { lte: derniere.le }, faiteA: null },
      data: { faiteA },
    });
    return true;
  });
}

type LigneDue = {
  parcoursId: string;
  cle: string;
  pour: string;
  avis: string;
  referentId: string | null;
  rendezVousId: number | null;
};

/** R17 — a line written in the night may be settled before it is read; its reader is the référent of today. */
async function keepVraies(
  tx: Transaction,
  lignes: readonly (LigneDue & { lecteurId: string | null })[],
  maintenant: Instant,
): Promise<LigneDue[]> {
  const etats = await tx.parcours.findMany({
    where: { id: { in: [...new Set(lignes.map((l) => l.parcoursId))] } },
    select: { id: true, etat: true },
  });
  const parId = new Map(etats.map(({ id, etat }) => [id, etat as unknown as Parcours]));
  return lignes.flatMap((ligne) => {
    const p = parId.get(ligne.parcoursId);
    if (p === undefined) return [];
    const ctx = contexteOf(p, { maintenant, version: 0, mode: 'systeme' }, { joignable: true }, null);
    const { cle, rendezVousId } = ligne;
    const vraie = estEncoreVraie({ cle, avis: ligne.avis as CodeAvis, rendezVousId }, p, ctx);
    return vraie ? [{ ...ligne, referentId: ligne.lecteurId ?? lecteurOf(p, aujourdhui(ctx)) }] : [];
  });
}

async function writeRecapitulatifs(
  tx: Transaction,
  structureId: string,
  le: CivilDate,
  lignes: readonly LigneDue[],
  creeA: Date,
): Promise<void> {
  const parLecteur = new Map<string, VouluRecapitulatif>();
  for (const { parcoursId, cle, pour, referentId } of lignes) {
    // Before a référent is assigned, his lines are read by the manager.
    const lecteur = pour === 'referent' && referentId !== null ? referentId : null;
    const nom = lecteur === null ? 'responsable' : `referent:${lecteur}`;
    const connu = parLecteur.get(nom);
    parLecteur.set(nom, {
      pour: lecteur === null ? 'responsable' : 'referent',
      referentId: lecteur,
      le,
      lignes: [...(connu?.lignes ?? []), { parcoursId, cle }],
    });
  }
  await tx.courriel.createMany({
    data: [...parLecteur].map(([nom, voulu]) => ({
      id: idOfCourriel(structureId, `recapitulatif:${nom}:${le}`),
      structureId,
      referentId: voulu.referentId,
      cle: `recapitulatif:${nom}:${le}`,
      modele: 'recapitulatif',
      destinataire: voulu.pour,
      voulu,
      creeA,
      essaiApres: creeA,
    })),
    skipDuplicates: true,
  });
}
