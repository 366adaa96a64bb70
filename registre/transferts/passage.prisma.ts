import { randomUUID } from 'node:crypto';
import { demandeOf } from '../../domain/transferts/transfert';
import type { Acteur } from '../../domain/parcours/faits';
import { inTransaction, type Base, type Transaction } from '../base';
import { colonneOfInstant } from '../dates';
import { readHorloge } from '../horloge/horloge';
import type { Regard } from '../journal/regard';
import { decideIn } from '../journal/transige';
import { writeReveil } from '../reveils/reveils';
import { findTransfert, readJour, type TransfertSuivi } from './transferts.prisma';

/** What the transfer waits for: its next parcours, then its end. It sleeps for nothing. */
export type EtapeTransfert = 'parcours' | 'fin';

/** The next parcours to pass, by ascending id; nothing of a person leaves PostgreSQL (house 1). */
export async function lookAtTransfert(base: Base, id: string): Promise<Regard<EtapeTransfert> | null> {
  const ligne = await base.transfert.findUnique({ where: { id } });
  if (ligne === null) return null;
  const structure = await base.structure.findUniqueOrThrow({ where: { id: ligne.structureId } });
  const [total, restants, suivant] = await Promise.all([
    base.transfertParcours.count({ where: { transfertId: id } }),
    base.transfertParcours.count({ where: { transfertId: id, etat: 'a_faire' } }),
    base.transfertParcours.findFirst({
      where: { transfertId: id, etat: 'a_faire' },
      orderBy: { parcoursId: 'asc' },
    }),
  ]);
  const avance = `${total - restants} sur ${total}`;
  return {
    prochaine: ligne.etat === 'en_cours' ? prochaineOf(suivant?.parcoursId ?? null, avance) : null,
    courriels: 0,
    clos: ligne.etat === 'fini',
    fiche: {
      attributs: { JalonsStructure: structure.code, JalonsReferent: ligne.deId, JalonsEtape: ligne.etat },
      tableau: `| Transfert | |\n| --- | --- |\n| Genre | ${ligne.genre} |\n| Parcours passés | ${avance} |`,
    },
  };
}

function prochaineOf(parcoursId: string | null, avance: string): Regard<EtapeTransfert>['prochaine'] {
  return parcoursId === null
    ? { nature: 'fin', cle: 'fin', libelle: 'Récapitulatifs du transfert', dansMs: 0 }
    : { nature: 'parcours', cle: parcoursId, libelle: `Parcours passés : ${avance}`, dansMs: 0 };
}

/**
 * R23 — one parcours passes, in one transaction with the note that it has: asked twice, it passes once. What the
 * law refuses, or what has another référent since, is set aside with its reason and stops nothing.
 */
export function transferParcours(base: Base, id: string, parcoursId: string): Promise<boolean> {
  return inTransaction(base, async (tx) => {
    const t = await findTransfert(tx, id);
    if (t?.etat !== 'en_cours') return false;
    const [aFaire] = await tx.$queryRaw<{ par: string }[]>`
      SELECT t.par FROM transfert_parcours l JOIN transfert t ON t.id = l.transfert_id
      WHERE l.transfert_id = ${id}::uuid AND l.parcours_id = ${parcoursId}::uuid AND l.etat = 'a_faire'
      FOR UPDATE OF l`;
    if (aFaire === undefined) return false;
    const issue = await pass(tx, t, parcoursId, aFaire.par as Acteur);
    await tx.transfertParcours.update({
      where: { transfertId_parcoursId: { transfertId: id, parcoursId } },
      data: issue,
    });
    return true;
  });
}

async function pass(tx: Transaction, t: TransfertSuivi, parcoursId: string, par: Acteur) {
  const rien = { deplaces: 0, aReplacer: 0 };
  const [avant] = await tx.$queryRaw<{ rang: number; referent_id: string | null }[]>`
    SELECT rang, referent_id FROM parcours WHERE id = ${parcoursId}::uuid FOR NO KEY UPDATE`;
  if (avant?.referent_id !== t.deId) return { etat: 'ecarte', raison: 'referent_deja_change', ...rien };
  const demande = demandeOf(t, await readJour(tx, t.structureId));
  const issue = await decideIn(tx, { parcoursId, demande, par });
  if (!('accepte' in issue) || !issue.accepte)
    return { etat: 'ecarte', raison: 'refus' in issue ? issue.refus.code : 'introuvable', ...rien };
  const count = (type: string) => tx.fait.count({ where: { parcoursId, rang: { gt: avant.rang }, type } });
  return {
    etat: 'fait',
    raison: null,
    deplaces: await count('rendez_vous_deplace'),
    aReplacer: await count('rendez_vous_a_replacer'),
  };
}

/** What a summary says, by keys: names are read when it leaves. */
export type VouluTransfert = { readonly transfertId: string; readonly cote: 'de' | 'vers' };

/** R23 — when nothing remains to pass: one summary on each side, once, sent by the mornings of the structure. */
export function concludeTransfert(base: Base, id: string): Promise<boolean> {
  return inTransaction(base, async (tx) => {
    const { maintenant } = await readHorloge(tx);
    const a = colonneOfInstant(maintenant);
    const restants = await tx.transfertParcours.count({ where: { transfertId: id, etat: 'a_faire' } });
    if (restants > 0) return false;
    const { count } = await tx.transfert.updateMany({
      where: { id, etat: 'en_cours' },
      data: { etat: 'fini', finiA: a },
    });
    if (count === 0) return false;
    const { structureId, deId, versId } = await tx.transfert.findUniqueOrThrow({ where: { id } });
    await tx.courriel.createMany({
      data: (['de', 'vers'] as const).map((cote) => ({
        id: randomUUID(),
        structureId,
        referentId: cote === 'de' ? deId : versId,
        cle: `transfert:${id}:${cote}`,
        modele: 'transfert',
        destinataire: 'referent',
        voulu: { transfertId: id, cote } satisfies VouluTransfert,
        creeA: a,
        essaiApres: a,
      })),
      skipDuplicates: true,
    });
    await writeReveil(tx, `matinee-${structureId}`, 'transfert_fini');
    return true;
  });
}
