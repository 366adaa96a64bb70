import { estOuvert, type OffreLien, type UsageLien } from '../../domain/reponses/lien';
import type { CourrielVoulu } from '../../domain/courriels/courriel';
import type { Dossier } from '../../domain/courriels/dossier';
import { empreinteOf } from '../acces/jetons';
import type { Base } from '../base';
import type { LienTire } from '../courriels/bail.prisma';
import { readDossier } from '../courriels/donnees.prisma';
import { readHorloge } from '../horloge/horloge';

/** What a link opens now: to whom, about what, and all that its page can say. */
export type LienOuvert = Pick<OffreLien, 'usage' | 'objet'> & {
  readonly parcoursId: string;
  readonly beneficiaireId: string;
  readonly dossier: Dossier;
};

/** R42 — unknown, expired, revoked and closed answer the same null. */
export async function findLien(base: Base, jeton: string): Promise<LienOuvert | null> {
  const lien = await base.lien.findUnique({ where: { empreinte: empreinteOf(jeton) } });
  const { maintenant } = await readHorloge(base);
  if (lien?.revoqueA !== null || lien.expireA.getTime() <= Date.parse(maintenant)) return null;
  const { parcoursId, beneficiaireId, objet } = lien;
  const usage = lien.usage as UsageLien;
  const dossier = await readDossier(base, parcoursId, vouluOf(usage, objet));
  return estOuvert({ usage, objet }, dossier.p)
    ? { usage, objet, parcoursId, beneficiaireId, dossier }
    : null;
}

/** R42 — the link of a letter, on one sheet of paper; several may be open at once. */
export async function createLien(base: Base, { courrielCle, ...lien }: LienTire): Promise<void> {
  await base.lien.create({ data: { ...lien, courrielCle, expireA: new Date(lien.expireA) } });
}

/** The mail that would speak of the same thing: its page names the same people. */
export function vouluOf(usage: UsageLien, objet: number): CourrielVoulu {
  const rendezVousId = usage === 'rendez_vous' ? objet : null;
  const modele = usage === 'motif' ? 'demande_motif' : 'rappel';
  return {
    ...{ cle: 'page', modele, destinataire: 'personne', rendezVousId },
    ...{ revision: null, manquement: usage === 'motif' ? objet : null, bilan: null, lettre: null },
  };
}

/** Every link of a parcours at once: how many were cut. */
export async function revokeLiens(base: Base, parcoursId: string): Promise<number> {
  const { maintenant } = await readHorloge(base);
  const { count } = await base.lien.updateMany({
    where: { parcoursId, revoqueA: null },
    data: { revoqueA: new Date(maintenant) },
  });
  return count;
}

export type TypeDocument = 'image/jpeg' | 'image/png' | 'application/pdf';
export type Document = { readonly id: string; readonly type: TypeDocument; readonly octets: Buffer };

/** R42 — for the référent's eyes; an erased document is simply absent. */
export async function findDocument(base: Base, parcoursId: string, id: string): Promise<Document | null> {
  const lu = await base.document.findFirst({ where: { id, parcoursId } });
  return lu === null ? null : { id, type: lu.type as TypeDocument, octets: Buffer.from(lu.octets) };
}
