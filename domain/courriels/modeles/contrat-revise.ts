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

/** R26 — the contrat was revised: what is recorded is said, so that an error can be put right. */
export function contenuContratRevise(d: DonneesDe<'contrat_revise'>, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  const demande = d.par === 'personne' ? 'à votre demande' : `à la demande de ${nomComplet(d.referent)}`;
  return {
    sujet: 'Votre contrat a été mis à jour',
    titre: 'Votre contrat a été mis à jour',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(
        `Votre contrat d’engagement a été mis à jour le ${jourEnLettres(d.le)}, ${demande}. L’ancien contrat reste dans votre dossier.`,
      ),
      titre('Ce qui est noté'),
      liste(
        d.heures === 0
          ? 'Activités : aucun nombre d’heures par semaine ne vous est demandé'
          : `Activités : ${d.heures} ${d.heures === 1 ? 'heure' : 'heures'} par semaine`,
        'La durée de votre accompagnement ne change pas',
        ...(d.pointLe === null
          ? []
          : [
              `Nous parlerons de nouveau de ce contrat avec vous au plus tard le ${jourEnLettres(d.pointLe)}`,
            ]),
      ),
      titre('Si vous n’êtes pas d’accord'),
      paragraphe(
        `Ce n’est pas ce que vous aviez convenu ? Votre situation a changé ? Pour en parler, ${appeler}, ou ${ecrire}. Le contrat peut être changé à tout moment.`,
      ),
      ...boutonTelephone(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}
