import type { Acteur } from '../../domain/parcours/faits';
import type { Base } from '../base';
import { colonneOfInstant } from '../dates';
import { readHorloge } from '../horloge/horloge';
import type { Regard } from '../journal/regard';
import { inSalve } from '../salve';
import { erasePersonne, type Effacement } from './effacement.prisma';
import { findPurge } from './suivi.prisma';

/** What a purge waits for: its next person, then its end. It sleeps for nothing. */
export type EtapePurge = 'personne' | 'fin';

/** The next person to erase, by ascending id; nothing of her leaves PostgreSQL (house 1). */
export async function lookAtPurge(base: Base, id: string): Promise<Regard<EtapePurge> | null> {
  const lue = await findPurge(base, id);
  if (lue === null) return null;
  const suivante = await base.purgePersonne.findFirst({
    where: { purgeId: id, etat: 'a_effacer' },
    orderBy: { beneficiaireId: 'asc' },
    select: { beneficiaireId: true },
  });
  const avance = `${lue.effacees + lue.ecartees} sur ${lue.total}`;
  return {
    prochaine: lue.etat === 'en_cours' ? prochaineOf(suivante?.beneficiaireId ?? null, avance) : null,
    courriels: 0,
    clos: lue.etat === 'fini',
    fiche: {
      attributs: { JalonsEtape: lue.etat },
      tableau: `| Purge | |\n| --- | --- |\n| Personnes | ${lue.total} |\n| Effacées | ${lue.effacees} |\n| Écartées | ${lue.ecartees} |`,
    },
  };
}

function prochaineOf(beneficiaireId: string | null, avance: string): Regard<EtapePurge>['prochaine'] {
  return beneficiaireId === null
    ? { nature: 'fin', cle: 'fin', libelle: 'Fin de la purge', dansMs: 0 }
    : { nature: 'personne', cle: beneficiaireId, libelle: `Personnes traitées : ${avance}`, dansMs: 0 };
}

const A_EFFACER = `
  SELECT u.confirme_par, u.mois FROM purge_personne l JOIN purge u ON u.id = l.purge_id
  WHERE l.purge_id = $1::uuid AND l.beneficiaire_id = $2::uuid AND l.etat = 'a_effacer' AND u.etat = 'en_cours'
  FOR UPDATE OF l`;
const EFFACEE = `
  UPDATE purge_personne SET etat = $3, raison = $4, comptes = COALESCE($5::jsonb, comptes)
  WHERE purge_id = $1::uuid AND beneficiaire_id = $2::uuid`;

/**
 * R44 — one person, in one transaction with the note of it: asked twice, she is erased once. Whoever came back since
 * the preview is set aside with the reason, and stops nothing.
 */
export function erasePurgee(base: Base, id: string, beneficiaireId: string): Promise<void> {
  return inSalve(base, async (tx) => {
    const [ligne] = await tx.read<{ confirme_par: Acteur; mois: number }>({
      ...{ name: 'a_effacer', text: A_EFFACER, values: [id, beneficiaireId] },
    });
    if (ligne === undefined) return;
    const { confirme_par: par, mois } = ligne;
    const issue = await erasePersonne(tx, { beneficiaireId, raison: 'conservation', par, mois });
    const { etat, raison, comptes } = noteOf(issue);
    tx.write({ name: 'effacee', text: EFFACEE, values: [id, beneficiaireId, etat, raison, comptes] });
  });
}

function noteOf(issue: Effacement) {
  if ('fait' in issue) return { etat: 'effacee', raison: null, comptes: JSON.stringify(issue.fait) };
  // The mail leaves in seconds, or its lease ends: the engine comes back.
  if ('envoiEnCours' in issue) throw new Error('Un courriel est en train de partir : à réessayer.');
  const ecartee = { etat: 'ecartee', comptes: null } as const;
  if ('garde' in issue) return { ...ecartee, raison: issue.garde };
  if ('refus' in issue && issue.refus.code === 'personne_suivie')
    return { ...ecartee, raison: 'parcours_ouvert' };
  return { ...ecartee, raison: 'deja_effacee' };
}

/** Nobody is left to erase. */
export async function concludePurge(base: Base, id: string): Promise<void> {
  const { maintenant } = await readHorloge(base);
  await base.purge.updateMany({
    where: { id, etat: 'en_cours', personnes: { none: { etat: 'a_effacer' } } },
    data: { etat: 'fini', finiA: colonneOfInstant(maintenant) },
  });
}
