import { demandeOf } from '../../domain/transferts/transfert';
import type { Acteur } from '../../domain/parcours/faits';
import { inTransaction, type Base } from '../base';
import { idOfCourriel } from '../courriels/identifiant';
import { colonneOfInstant } from '../dates';
import { readHorloge } from '../horloge/horloge';
import type { Regard } from '../journal/regard';
import { decideDemande, type Saisie } from '../journal/transige';
import { inSalve, type Salve } from '../salve';
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
export async function transferParcours(base: Base, id: string, parcoursId: string): Promise<boolean> {
  const t = await findTransfert(base, id);
  if (t?.etat !== 'en_cours') return false;
  const demande = demandeOf(t, await readJour(base, t.structureId));
  return inSalve(base, async (tx) => {
    const [ligne] = await tx.read<{ par: string }>({
      name: 'a_passer',
      text: A_PASSER,
      values: [id, parcoursId],
    });
    if (ligne === undefined) return false;
    const issue = await pass(tx, t, { parcoursId, demande, par: ligne.par as Acteur });
    const values = [id, parcoursId, issue.etat, issue.raison, issue.deplaces, issue.aReplacer];
    tx.write({ name: 'passe', text: PASSE, values });
    return true;
  });
}

const A_PASSER = `
  SELECT t.par FROM transfert_parcours l JOIN transfert t ON t.id = l.transfert_id
  WHERE l.transfert_id = $1::uuid AND l.parcours_id = $2::uuid AND l.etat = 'a_faire' AND t.etat = 'en_cours'
  FOR UPDATE OF l`;
const PASSE = `
  UPDATE transfert_parcours SET etat = $3, raison = $4, deplaces = $5::int, a_replacer = $6::int
  WHERE transfert_id = $1::uuid AND parcours_id = $2::uuid`;
const SUIVI = 'SELECT rang, referent_id FROM parcours WHERE id = $1::uuid FOR NO KEY UPDATE';
const CHANGES = `
  SELECT count(*) FILTER (WHERE type = 'rendez_vous_deplace')::int AS deplaces,
    count(*) FILTER (WHERE type = 'rendez_vous_a_replacer')::int AS a_replacer
  FROM fait WHERE parcours_id = $1::uuid AND rang > $2::int`;

async function pass(tx: Salve, t: TransfertSuivi, saisie: Saisie) {
  const { parcoursId } = saisie;
  const rien = { deplaces: 0, aReplacer: 0 };
  const requete = { name: 'suivi_par', text: SUIVI, values: [parcoursId] };
  const [avant] = await tx.read<{ rang: number; referent_id: string | null }>(requete);
  if (avant?.referent_id !== t.deId) return { etat: 'ecarte', raison: 'referent_deja_change', ...rien };
  const issue = await decideDemande(tx, saisie);
  if (!('accepte' in issue) || !issue.accepte)
    return { etat: 'ecarte', raison: 'refus' in issue ? issue.refus.code : 'introuvable', ...rien };
  const values = [parcoursId, avant.rang];
  const [ecrits] = await tx.read<{ deplaces: number; a_replacer: number }>({
    name: 'changes',
    text: CHANGES,
    values,
  });
  return { etat: 'fait', raison: null, deplaces: ecrits?.deplaces ?? 0, aReplacer: ecrits?.a_replacer ?? 0 };
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
        id: idOfCourriel(structureId, `transfert:${id}:${cote}`),
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
