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

/** R28 — the legal stock-take is announced. Its appointment is convoked by its own mail: no .ics here. */
export function contenuPointAnnonce(d: DonneesDe<'point_annonce'>, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  const support = canal === 'courriel' ? 'un autre message' : 'un autre courrier';
  return {
    sujet: 'Un point sur votre accompagnement',
    titre: 'Faire le point sur votre accompagnement',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(
        `La loi prévoit un moment pour parler avec vous de votre accompagnement : est-ce qu’il vous aide ? Vous en parlerez avec ${nomComplet(d.referent)}. Ce n’est pas un examen.`,
      ),
      paragraphe(
        `Ce sera au plus tard le ${jourEnLettres(d.aTenirLe)}. Le jour et l’heure vous seront donnés dans ${support}.`,
      ),
      titre('De quoi nous parlerons'),
      liste(
        'Est-ce que cet accompagnement vous convient ?',
        'Faut-il changer quelque chose dans votre contrat ?',
        'Est-ce qu’un autre accompagnement vous aiderait mieux ?',
      ),
      titre('Si vous avez une question'),
      paragraphe(`Pour en parler avant, ${appeler}, ou ${ecrire}.`),
      ...boutonTelephone(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}
