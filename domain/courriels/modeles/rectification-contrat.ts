import { liste, paragraphe, titre, type Canal, type Contenu } from '../contenu';
import { jourEnLettres } from '../dates-dites';
import type { DonneesDe } from '../donnees';
import {
  boutonTelephone,
  joindre,
  mentionsPersonne,
  nomComplet,
  salutation,
  signatureReferent,
} from '../passages';

/** R32 — the date from which everything is counted was wrong: the right dates, and what does not change. */
export function contenuRectificationContrat(d: DonneesDe<'rectification_contrat'>, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  return {
    sujet: 'Nous avons corrigé une date',
    titre: 'Nous avons corrigé une date',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(
        'La date de signature de votre contrat d’engagement était mal notée chez nous. Nous l’avons corrigée. Des dates que nous vous avons écrites ont pu changer.',
      ),
      titre('Les bonnes dates'),
      liste(
        `Signature de votre contrat : ${jourEnLettres(d.signeLe)}`,
        ...(d.prochainBilanLe === null
          ? []
          : [`Prochain bilan : au plus tard le ${jourEnLettres(d.prochainBilanLe)}`]),
        ...(d.pointLe === null
          ? []
          : [`Prochain point prévu par la loi : au plus tard le ${jourEnLettres(d.pointLe)}`]),
        `Dernier jour prévu de votre accompagnement : ${jourEnLettres(d.dernierJour)}`,
      ),
      paragraphe(
        'Vos rendez-vous déjà fixés ne changent pas, sauf si nous vous écrivons le contraire. Nous sommes désolés.',
      ),
      titre('Si une date est encore fausse'),
      paragraphe(`Dites-le-nous : ${appeler}, ou ${ecrire}.`),
      ...boutonTelephone(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}
