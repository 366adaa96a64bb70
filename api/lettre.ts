import { estEffacee } from '../domain/conservation/effacement';
import { estImprimable, renderLettre } from '../domain/courriels/lettre';
import { findLettreVoulue } from '../domain/parcours/lettres';
import { estDecedee } from '../domain/parcours/suivi-sortie';
import { findOffre } from '../domain/reponses/lien';
import { empreinteOf, newSecret } from '../registre/acces/jetons';
import { getDonnees, readDossier } from '../registre/courriels/donnees.prisma';
import { findCourrielVoulu } from '../registre/listes/courriels.prisma';
import { findDossier } from '../registre/listes/dossiers.prisma';
import { createLien } from '../registre/reponses/liens.prisma';
import { carreOf } from './carre';
import type { Dependances } from './dependances';

/** R18 — the letter to print: what the relay refused, or what never was a mail. Null: there is no such letter. */
export async function composeLettre(
  { base, apiUrl, information }: Dependances,
  parcoursId: string,
  cle: string,
): Promise<string | null> {
  const p = (await findDossier(base, parcoursId))?.parcours ?? null;
  // A person without an address has no courriel: only the letter that the journal asks for (R18).
  const voulu = (await findCourrielVoulu(base, parcoursId, cle)) ?? findLettreVoulue(p, cle);
  // R33, R45 — after a death, or once she is erased, nothing is written to the person, on paper either.
  if (voulu?.destinataire !== 'personne' || p === null || estDecedee(p) || estEffacee(p)) return null;
  const dossier = await readDossier(base, parcoursId, voulu);
  const donnees = getDonnees(voulu, dossier, { apiUrl, information, canal: 'lettre' });
  if (!estImprimable(donnees)) return null;
  const offre = findOffre(voulu, dossier.p, dossier.ctx);
  if (offre === null || offre.expireA <= dossier.ctx.maintenant) return renderLettre(donnees, null);
  // R42 — drawn at each printing: it is on that sheet of paper, and only its hash stays.
  const secret = newSecret();
  const { beneficiaireId } = dossier.p;
  await createLien(base, {
    ...{ ...offre, parcoursId, beneficiaireId, courrielCle: cle, empreinte: empreinteOf(secret) },
  });
  return renderLettre(donnees, carreOf(`${apiUrl}/r/${secret}`));
}
