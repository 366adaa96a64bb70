import type { CourrielVoulu } from '../../domain/courriels/courriel';
import { dropSiPerime } from '../../domain/courriels/abandon';
import { decideConstat } from '../../domain/parcours/decide';
import type { Constat } from '../../domain/parcours/demandes';
import { addMinutes } from '../../domain/temps/instant';
import type { Base } from '../base';
import { colonneOfInstant } from '../dates';
import { readHorloge } from '../horloge/horloge';
import { appendConclusion } from '../journal/ecriture.prisma';
import { contexteOf, lockParcours } from '../journal/lecture.prisma';
import { inSalve, lecteurOf, type Requete } from '../salve';
import { releaseJeton } from './jeton-tu';
import type { CourrielPris } from './bail.prisma';

/** The relay, or a bounce message after it (R47), would not have it. */
export type Refusee = { readonly etat: 'refuse' | 'contenu_refuse'; readonly reponse: string };

/** What an attempt came to. The codes of the relay are kept, never its sentences: they repeat addresses. */
export type IssueEnvoi =
  | { readonly etat: 'envoye' }
  | { readonly etat: 'a_envoyer'; readonly reponse: string; readonly attenteMinutes: number }
  | Refusee;

/**
 * Before each attempt, the reason is checked again (R09): a mail that its parcours has overtaken is dropped, and
 * the journal says so. True when it may leave.
 */
export async function checkRaison(base: Base, courriel: CourrielPris): Promise<boolean> {
  const { parcoursId } = courriel;
  if (parcoursId === null) return true;
  const voulu = courriel.voulu as CourrielVoulu;
  return inSalve(base, async (tx) => {
    const lu = await lockParcours(tx, parcoursId);
    if (lu === null) return false;
    const { parcours: p, horloge, personne } = lu;
    const ctx = contexteOf(p, horloge, personne, null);
    const abandon = dropSiPerime(voulu, p, ctx);
    if (abandon === null) return true;
    appendConclusion(tx, abandon, ctx);
    tx.write(fermetureOf(courriel, { etat: 'abandonne' }));
    return false;
  });
}

/** Writes the outcome, and with it what the law makes of it: delays that start, a letter to print (R14, R18). */
export async function recordIssue(base: Base, courriel: CourrielPris, issue: IssueEnvoi): Promise<void> {
  const { maintenant } = await readHorloge(base);
  if (issue.etat === 'a_envoyer') {
    await base.courriel.update({
      where: { id: courriel.id },
      data: {
        etat: 'a_envoyer',
        bailJusqua: null,
        derniereReponse: issue.reponse,
        essaiApres: colonneOfInstant(addMinutes(maintenant, issue.attenteMinutes)),
      },
    });
    return;
  }
  const constat = constatOf(courriel, issue);
  const ferme =
    issue.etat === 'envoye'
      ? { etat: 'envoye', envoyeA: colonneOfInstant(maintenant) }
      : { etat: issue.etat, derniereReponse: issue.reponse };
  if (constat === null || courriel.parcoursId === null) {
    await lecteurOf(base).read(fermetureOf(courriel, ferme));
    return;
  }
  await recordConstat(base, courriel.parcoursId, courriel, constat, ferme);
}

type Fermeture = { readonly etat: string; readonly derniereReponse?: string; readonly envoyeA?: Date };

async function recordConstat(
  base: Base,
  parcoursId: string,
  courriel: CourrielPris,
  constat: Constat,
  ferme: Fermeture,
): Promise<void> {
  await inSalve(base, async (tx) => {
    const lu = await lockParcours(tx, parcoursId);
    if (lu === null) return;
    const { parcours: p, horloge, personne } = lu;
    const ctx = contexteOf(p, horloge, personne, null);
    appendConclusion(tx, decideConstat(constat, p, ctx), ctx);
    tx.write(fermetureOf(courriel, ferme));
  });
}

/** Only what the law cares about reaches the journal: a delivery that starts a delay, a person not reached. */
export function constatOf(
  courriel: Pick<CourrielPris, 'parcoursId' | 'voulu'>,
  issue: Pick<IssueEnvoi, 'etat'>,
): Constat | null {
  const voulu = courriel.voulu as CourrielVoulu;
  if (courriel.parcoursId === null || voulu.destinataire !== 'personne') return null;
  if (issue.etat !== 'envoye') {
    const { cle, modele, rendezVousId } = voulu;
    const raison = issue.etat === 'contenu_refuse' ? 'contenu_refuse' : 'adresse_refusee';
    return { type: 'courriel_refuse', raison, courrielCle: cle, modele, rendezVousId };
  }
  const commence = voulu.lettre !== null && voulu.manquement !== null;
  // R48 — a reminder may be the first thing that the person is told.
  return commence || voulu.modele === 'rappel' ? { type: 'courriel_accepte', courrielCle: voulu.cle } : null;
}

/** R42 — a mail that is over keeps its bytes, but not the token of its link; R45 — erased meanwhile, it keeps none. */
function fermetureOf({ id, octets }: CourrielPris, { etat, derniereReponse, envoyeA }: Fermeture): Requete {
  const tus = octets === null ? null : releaseJeton(octets);
  return {
    name: tus === null ? 'fermeture_courriel' : 'fermeture_courriel_tu',
    text: `UPDATE courriel SET bail_jusqua = NULL, etat = $2, ${tus === null ? '' : 'octets = CASE WHEN octets IS NULL THEN NULL ELSE $5::bytea END, '}derniere_reponse = COALESCE($3, derniere_reponse),
      envoye_a = COALESCE($4::timestamptz, envoye_a) WHERE id = $1::uuid`,
    values: [id, etat, derniereReponse ?? null, envoyeA ?? null, ...(tus === null ? [] : [tus])],
  };
}
