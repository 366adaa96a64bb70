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

/** R20 — the accompaniment goes on; its new last day is said beside it. */
export function contenuReprise(d: DonneesDe<'reprise'>, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  return {
    sujet: 'Votre accompagnement reprend',
    titre: 'Votre accompagnement reprend',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(`Votre accompagnement reprend à partir du ${jourEnLettres(d.le)}.`),
      liste(
        'Votre prochain rendez-vous vous sera donné par écrit. Vous n’avez rien à faire.',
        ...(d.finLe === null
          ? []
          : [
              `Les jours de pause ne comptent pas : votre accompagnement va jusqu’au ${jourEnLettres(d.finLe)}.`,
            ]),
      ),
      titre('Si vous ne pouvez pas encore reprendre'),
      paragraphe(`Dites-le-nous : ${appeler}, ou ${ecrire}.`),
      ...boutonTelephone(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}
