import { paragraphe, titre, type Canal, type Contenu } from '../contenu';
import { momentEnLettres } from '../dates-dites';
import type { DonneesDe } from '../donnees';
import {
  boutonTelephone,
  joindre,
  mentionsPersonne,
  nomComplet,
  salutation,
  signatureReferent,
} from '../passages';

/** R32 — what we had written was wrong: said plainly, with what it undoes. */
export function contenuRectificationPresence(d: DonneesDe<'rectification_presence'>, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  const moment = momentEnLettres(d.debut, d.structure.zone);
  return {
    sujet: 'Nous avons corrigé une erreur',
    titre: 'Nous avons corrigé une erreur',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(
        d.quoi === 'presence'
          ? `Nous vous avions écrit qu’une absence était notée à votre rendez-vous du ${moment}. C’était une erreur de notre part. Elle est corrigée.`
          : `Nous nous étions trompés sur la date d’un de vos rendez-vous. La bonne date est : ${moment}. C’est corrigé.`,
      ),
      ...(d.quoi === 'presence'
        ? [
            paragraphe(
              'Ce que nous vous avons écrit à ce sujet ne compte plus. Vous n’avez pas à répondre. Nous sommes désolés.',
            ),
          ]
        : [paragraphe('Nous sommes désolés.')]),
      titre('Si quelque chose est encore faux'),
      paragraphe(`Dites-le-nous : ${appeler}, ou ${ecrire}.`),
      ...boutonTelephone(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}
