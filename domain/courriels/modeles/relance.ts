import { liste, paragraphe, titre, type Bloc, type Canal, type Contenu } from '../contenu';
import { delaiDit, faitDit, reglementDit, rendezVousOffert, siErreur, surSaSante } from '../absences-dites';
import type { DonneesDe } from '../donnees';
import {
  boutonTelephone,
  joindre,
  mentionsPersonne,
  nomComplet,
  salutation,
  signatureReferent,
} from '../passages';

/** R14 — leaves only after a human judged the answer, or its absence; says which, and what is still possible. */
export function contenuRelance(d: DonneesDe<'relance'>, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  return {
    sujet: d.rang === 1 ? `Parlons de ${deQuoi(d)}` : `Rappel : parlons de ${deQuoi(d)}`,
    titre: 'Parlons-en',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(`${faitDit(d)} ${ouNousEnSommes(d)}`),
      titre('Ce que vous pouvez faire'),
      liste(
        `Par téléphone : ${appeler}`,
        `Par écrit : ${ecrire}`,
        'Vous pouvez expliquer votre situation, donner un document, ou demander un autre rendez-vous',
      ),
      paragraphe(`${delaiDit(d.delai, canal)} ${surSaSante}`),
      ...reglementDit(d),
      ...boutonTelephone(d),
      ...rendezVousOffert(d, canal),
      ...(d.rang === 2 ? suiteHumaine(d) : []),
      ...siErreur(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}

function deQuoi({ genre }: DonneesDe<'relance'>): string {
  return genre === 'absence' ? 'votre rendez-vous' : 'votre accompagnement';
}

function ouNousEnSommes(d: DonneesDe<'relance'>): string {
  if (d.qualification === 'non_legitime')
    return `${nomComplet(d.referent)} a étudié votre explication. Pour le moment, elle n’est pas acceptée. Vous pouvez en reparler avec nous.`;
  return 'Nous vous avons écrit pour savoir ce qui s’est passé. Nous n’avons pas noté de réponse.';
}

/** What may follow is said plainly and is a human's act: CASF, art. L.262-37 III gives the right to be heard and assisted. */
function suiteHumaine(d: DonneesDe<'relance'>): readonly Bloc[] {
  return [
    titre('La suite'),
    paragraphe(
      `Si nous n’arrivons pas à nous parler, ${nomComplet(d.referent)} pourra décider d’en informer l’organisme qui nous a confié votre accompagnement. Rien n’est automatique : une personne regarde votre situation et décide. Vous avez le droit de donner votre avis et de vous faire aider par la personne de votre choix.`,
    ),
  ];
}
