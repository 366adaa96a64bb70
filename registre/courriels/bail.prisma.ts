import type { CourrielVoulu, Modele } from '../../domain/courriels/courriel';
import type { Base } from '../base';
import type { Offre } from './lecteurs.prisma';
import { lecteurOf } from '../salve';
import { expediteurOf, MAINTENANT_SQL, SIENS, type Expediteur } from './attente.prisma';

export type CourrielPris = {
  readonly id: string;
  readonly parcoursId: string | null;
  readonly structureId: string;
  readonly referentId: string | null;
  readonly modele: Modele;
  readonly destinataire: string;
  readonly voulu: CourrielVoulu | Record<string, unknown>;
  readonly essais: number;
  readonly messageId: string | null;
  readonly octets: Uint8Array | null;
  readonly creeA: Date;
};

/**
 * Takes one courriel for one attempt: the oldest that is ready, or whose lease has expired. It is held for so many
 * seconds of real time.
 */
export async function takeCourriel(
  base: Base,
  expediteur: Expediteur,
  bailSecondes: number,
): Promise<CourrielPris | null> {
  const [qui, id] = expediteurOf(expediteur);
  const [pris] = await lecteurOf(base).read<CourrielPris>({
    name: `prend_courriel_${qui}`,
    text: `UPDATE courriel SET etat = 'en_envoi', essais = essais + 1,
        bail_jusqua = clock_timestamp() + make_interval(secs => $2)
      WHERE id = (
        SELECT courriel.id FROM courriel, horloge h, ${MAINTENANT_SQL}
        WHERE h.id = 1 AND ${SIENS[qui]} AND essai_apres <= m.a
          AND (etat = 'a_envoyer' OR (etat = 'en_envoi' AND bail_jusqua <= clock_timestamp()))
        ORDER BY cree_a, cle LIMIT 1 FOR UPDATE OF courriel SKIP LOCKED)
      RETURNING id, parcours_id AS "parcoursId", structure_id AS "structureId", referent_id AS "referentId",
        modele, destinataire, voulu, essais, message_id AS "messageId", octets, cree_a AS "creeA"`,
    values: [id, bailSecondes],
  });
  return pris ?? null;
}

/** R42 — drawn with the bytes that carry it; only its hash stays. */
export type LienTire = Offre & { readonly empreinte: string };

/**
 * The first attempt freezes what is sent: same Message-ID and same bytes ever after (house 1). R45 — dropped since by
 * an erasure, it keeps nothing.
 */
export async function freezeOctets(
  base: Base,
  id: string,
  messageId: string,
  octets: Uint8Array,
  lien: LienTire | null,
): Promise<void> {
  const courriel = [id, messageId, Buffer.from(octets)];
  if (lien !== null) {
    const { empreinte, parcoursId, beneficiaireId, courrielCle, usage, objet, expireA } = lien;
    await lecteurOf(base).read({
      name: 'gele_courriel_et_lien',
      text: `WITH gele AS (UPDATE courriel SET message_id = $2, octets = $3 WHERE id = $1::uuid AND etat = 'en_envoi' RETURNING 1)
        INSERT INTO lien (empreinte, parcours_id, beneficiaire_id, courriel_cle, usage, objet, expire_a)
        SELECT $4, $5::uuid, $6::uuid, $7, $8, $9::int, $10::timestamptz FROM gele`,
      values: [...courriel, empreinte, parcoursId, beneficiaireId, courrielCle, usage, objet, expireA],
    });
    return;
  }
  await lecteurOf(base).read({
    name: 'gele_courriel',
    text: "UPDATE courriel SET message_id = $2, octets = $3 WHERE id = $1::uuid AND etat = 'en_envoi'",
    values: courriel,
  });
}

export async function releaseCourriel(base: Base, id: string): Promise<void> {
  await base.courriel.update({ where: { id }, data: { etat: 'a_envoyer', bailJusqua: null } });
}
