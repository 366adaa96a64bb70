import { liste, paragraphe, titre, type Bloc, type Canal, type Contenu } from '../contenu';
import { jourEnLettres } from '../dates-dites';
import type { DonneesDe } from '../donnees';
import { mentionsPersonne, nomComplet, salutation, signatureReferent, siImpossible } from '../passages';
import { ficheRendezVous } from '../rendez-vous-dit';

/** R15 — the bilan is announced. Its appointment is a monthly one, convoked by its own mail: no .ics here. */
export function contenuBilanAnnonce(d: DonneesDe<'bilan_annonce'>, canal: Canal): Contenu {
  return {
    sujet: 'Votre prochain bilan',
    titre: 'Votre bilan approche',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(
        `Vous allez faire un bilan avec ${nomComplet(d.referent)}. C’est un moment pour parler de vous : ce qui a avancé, ce qui est difficile, ce que vous voulez pour la suite. Ce n’est pas un examen.`,
      ),
      ...quand(d, canal),
      ...(d.point === null ? [] : [paragraphe(aussiUnPoint(d.point))]),
      titre('Pour le préparer'),
      liste(
        'Relisez votre contrat d’engagement, si vous l’avez',
        'Pensez à ce que vous avez fait depuis le début',
        'Notez vos questions et vos envies',
      ),
      ...(d.rendezVous === null ? [] : siImpossible(d, canal)),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}

/** R28 — at one appointment because a professional chose so; else announced with it, in one mail. */
function aussiUnPoint({ ensemble, aTenirLe }: NonNullable<DonneesDe<'bilan_annonce'>['point']>): string {
  const quand = ensemble
    ? 'Au même rendez-vous, nous ferons aussi'
    : `Au plus tard le ${jourEnLettres(aTenirLe)}, nous ferons aussi`;
  const questions = 'est-ce qu’il vous convient ? Faut-il changer quelque chose dans votre contrat ?';
  const combien = ensemble ? '' : ' Un seul rendez-vous suffira peut-être : nous vous le dirons.';
  return `${quand} le point que la loi prévoit sur votre accompagnement : ${questions}${combien}`;
}

function quand(d: DonneesDe<'bilan_annonce'>, canal: Canal): readonly Bloc[] {
  if (d.rendezVous !== null)
    return [paragraphe('Il aura lieu pendant ce rendez-vous :'), ficheRendezVous(d.rendezVous, d)];
  const support = canal === 'courriel' ? 'un autre message' : 'un autre courrier';
  return [
    paragraphe(
      `Il est prévu au plus tard le ${jourEnLettres(d.aTenirLe)}. Le jour et l’heure vous seront donnés dans ${support}.`,
    ),
  ];
}
