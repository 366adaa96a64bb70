import { randomUUID } from 'node:crypto';
import type { CourrielVoulu } from '../../domain/courriels/courriel';
import type { Ligne } from '../../domain/courriels/annonces';
import { jourDuRecapitulatif } from '../../domain/courriels/recapitulatif';
import type { Conclusion } from '../../domain/parcours/conclusion';
import { recapitulatifAt, type Contexte } from '../../domain/parcours/contexte';
import { prochaineEcheance } from '../../domain/parcours/echeancier';
import type { FaitInscrit } from '../../domain/parcours/faits';
import { etapeOf, type Parcours } from '../../domain/parcours/parcours';
import { estAnnule } from '../../domain/rendez-vous/rendez-vous';
import type { Instant } from '../../domain/temps/instant';
import type { Prisma } from '../../prisma/client/client';
import type { Transaction } from '../base';
import { colonneOfInstant, colonneOfJour } from '../dates';
import { writeReveil } from '../reveils/reveils';

/** Everything that one transaction writes about a parcours: the journal, and what is derived from it. */
export async function appendConclusion(
  tx: Transaction,
  { faits, courriels, lignes, apres }: Conclusion,
  ctx: Contexte,
): Promise<void> {
  if (faits.length > 0) {
    await writeParcours(tx, apres, ctx, faits[0]?.rang === 1);
    await tx.fait.createMany({ data: faits.map((f) => colonnesOfFait(apres.id, f)) });
    await writeAgenda(tx, apres, faits);
  }
  if (courriels.length > 0) {
    const data = courriels.map((c) => colonnesOfCourriel(apres, c, ctx.maintenant));
    await tx.courriel.createMany({ data, skipDuplicates: true });
  }
  if (lignes.length > 0) await writeLignes(tx, apres, lignes, ctx);
}

async function writeParcours(tx: Transaction, p: Parcours, ctx: Contexte, ouvre: boolean): Promise<void> {
  const data = colonnesOfParcours(p, ctx);
  if (ouvre) await tx.parcours.create({ data: { id: p.id, ...data } });
  else await tx.parcours.updateMany({ where: { id: p.id }, data });
}

/** The derived row of a parcours: its state, and the columns that lists and reconciliation read. */
export function colonnesOfParcours(p: Parcours, ctx: Pick<Contexte, 'dispositif' | 'zone'>) {
  const prochaine = prochaineEcheance(p, ctx);
  return {
    structureId: p.structureId,
    beneficiaireId: p.beneficiaireId,
    referentId: p.referent?.id ?? null,
    dispositif: p.dispositif.code,
    edition: p.dispositif.edition,
    etape: etapeOf(p),
    etat: p as unknown as Prisma.InputJsonValue,
    rang: p.rang,
    prochaineA: prochaine === null ? null : colonneOfInstant(prochaine.a),
    prochaineCle: prochaine?.cle ?? null,
    prochaineNature: prochaine?.nature ?? null,
    clos: p.sortie !== null,
  };
}

export function colonnesOfFait(parcoursId: string, { rang, a, par, echeance, fait }: FaitInscrit) {
  const { type, ...donnees } = fait;
  return {
    parcoursId,
    rang,
    type,
    donnees: donnees as unknown as Prisma.InputJsonValue,
    a: colonneOfInstant(a),
    par,
    cle: echeance?.cle ?? null,
    duLe: echeance === null ? null : colonneOfJour(echeance.duLe),
  };
}

/** R08 — the agenda follows the faits; the exclusion constraint stands behind the lock. */
async function writeAgenda(tx: Transaction, p: Parcours, faits: readonly FaitInscrit[]): Promise<void> {
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
  for (const rdv of p.rendezVous.filter((r) => touches.has(r.id))) {
    const data = agendaOf(rdv);
    await tx.rendezVous.upsert({
      where: { parcoursId_numero: { parcoursId: p.id, numero: rdv.id } },
      create: { parcoursId: p.id, numero: rdv.id, ...data },
      update: data,
    });
  }
}

export function agendaOf(rdv: Parcours['rendezVous'][number]) {
  return {
    referentId: rdv.referentId,
    debut: colonneOfInstant(rdv.creneau.debut),
    fin: colonneOfInstant(rdv.creneau.fin),
    permanenceId: rdv.creneau.permanenceId,
    occupe: !estAnnule(rdv) && !rdv.apresCoup,
  };
}

function colonnesOfCourriel(p: Parcours, voulu: CourrielVoulu, maintenant: Instant) {
  return {
    id: randomUUID(),
    parcoursId: p.id,
    structureId: p.structureId,
    referentId: p.referent?.id ?? null,
    cle: voulu.cle,
    modele: voulu.modele,
    destinataire: voulu.destinataire,
    voulu: voulu as unknown as Prisma.InputJsonValue,
    creeA: colonneOfInstant(maintenant),
    essaiApres: colonneOfInstant(maintenant),
  };
}

/** R17 — lines wait for the digest of their morning; the first one of a morning wakes the structure's workflow. */
async function writeLignes(
  tx: Transaction,
  p: Parcours,
  lignes: readonly Ligne[],
  ctx: Contexte,
): Promise<void> {
  const le = jourDuRecapitulatif(ctx.maintenant, ctx);
  await tx.ligne.createMany({
    data: lignes.map(({ cle, avis, pour, rendezVousId, lecteurId }) => ({
      parcoursId: p.id,
      cle,
      structureId: p.structureId,
      referentId: p.referent?.id ?? null,
      pour,
      avis,
      rendezVousId,
      lecteurId: lecteurId ?? null,
      le: colonneOfJour(le),
    })),
    skipDuplicates: true,
  });
  const nouvelle = await tx.matinee.createMany({
    data: [
      {
        structureId: p.structureId,
        le: colonneOfJour(le),
        dueA: colonneOfInstant(recapitulatifAt(le, ctx)),
      },
    ],
    skipDuplicates: true,
  });
  if (nouvelle.count > 0) await writeReveil(tx, `matinee-${p.structureId}`, 'ligne_ecrite');
}
