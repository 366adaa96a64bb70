import { decideConstat } from '../../domain/parcours/decide';
import type { Instant } from '../../domain/temps/instant';
import type { Base } from '../base';
import { instantOfColonne } from '../dates';
import { appendConclusion } from '../journal/ecriture.prisma';
import { contexteOf, lockParcours } from '../journal/lecture.prisma';
import { reveilOf } from '../reveils/reveils';
import { inSalve, type Requete, type Salve } from '../salve';
import type { CourrielPris } from './bail.prisma';
import { constatOf, type Refusee } from './issue.prisma';

/** `en_cours`: its sending has not been concluded, the notification came first: to be given again. */
export type SuiteRetour = 'inscrit' | 'deja_connu' | 'inconnu' | 'en_cours';

type CourrielParti = Pick<CourrielPris, 'id' | 'parcoursId' | 'voulu'> & {
  readonly etat: string;
  readonly envoyeA: Instant | null;
};

/**
 * R47 — a mail that had been accepted comes back: what the law makes of it is what it makes of a refusal at once.
 * It is known by its Message-ID alone, never by an address, and only once.
 */
export async function recordRetour(base: Base, messageId: string, issue: Refusee): Promise<SuiteRetour> {
  const courriel = await findCourriel(base, messageId);
  if (courriel === null) return 'inconnu';
  if (courriel.etat === 'a_envoyer' || courriel.etat === 'en_envoi') return 'en_cours';
  if (courriel.etat !== 'envoye') return 'deja_connu';
  return inSalve(base, async (tx) => {
    const lu = courriel.parcoursId === null ? null : await lockParcours(tx, courriel.parcoursId);
    const [ferme] = await tx.read<{ id: string }>(fermetureOf(courriel, issue));
    if (ferme === undefined) return 'deja_connu';
    if (lu !== null) writeConstat(tx, courriel, issue, lu);
    return 'inscrit';
  });
}

type Lu = NonNullable<Awaited<ReturnType<typeof lockParcours>>>;

/** Its workflow, which did not ask, looks again: a letter to print may call for a mail to the référent. */
function writeConstat(tx: Salve, courriel: CourrielParti, issue: Refusee, lu: Lu): void {
  const constat = constatOf(courriel, issue);
  if (constat?.type !== 'courriel_refuse') return;
  const { parcours: p, horloge, personne, numero } = lu;
  const ctx = contexteOf(p, horloge, personne, null);
  appendConclusion(
    tx,
    decideConstat({ ...constat, accepteA: courriel.envoyeA ?? ctx.maintenant }, p, ctx),
    ctx,
  );
  tx.write(reveilOf({ cible: `parcours-${p.id}`, numero, raison: 'courriel_revenu' }));
}

function fermetureOf({ id }: CourrielParti, { etat, reponse }: Refusee): Requete {
  return {
    name: 'courriel_revenu',
    text: `UPDATE courriel SET etat = $2, derniere_reponse = $3 WHERE id = $1::uuid AND etat = 'envoye' RETURNING id`,
    values: [id, etat, reponse],
  };
}

/** A Message-ID of ours begins with the id of its courriel; the rest must be the same too. */
async function findCourriel(base: Base, messageId: string): Promise<CourrielParti | null> {
  const [, id] = /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/.exec(messageId) ?? [];
  if (id === undefined) return null;
  const select = { id: true, parcoursId: true, voulu: true, etat: true, messageId: true, envoyeA: true };
  const lu = await base.courriel.findUnique({ where: { id }, select });
  if (lu?.messageId !== messageId) return null;
  const envoyeA = lu.envoyeA === null ? null : instantOfColonne(lu.envoyeA);
  return { ...lu, envoyeA, voulu: lu.voulu as CourrielPris['voulu'] };
}
