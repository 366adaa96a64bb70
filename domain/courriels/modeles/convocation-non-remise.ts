import { lienVers, liste, paragraphe, titre, type Contenu } from '../contenu';
import { momentEnLettres } from '../dates-dites';
import type { DonneesDe } from '../donnees';
import { findHrefWeb } from '../liens';
import { deNom, mentionsProfessionnel, nomComplet, salutation } from '../passages';

/** R17, R18 — a convocation that the relay refused: somebody must tell the person by another way. */
export function contenuConvocationNonRemise(d: DonneesDe<'convocation_non_remise'>): Contenu {
  return {
    sujet: 'Une convocation n’a pas pu être remise',
    titre: 'Une convocation n’a pas pu être remise',
    salutation: salutation(nomComplet(d.referent)),
    blocs: [
      paragraphe(
        `Le message de convocation envoyé à ${nomComplet(d.personne)} a été refusé. La personne n’est donc pas prévenue de son rendez-vous du ${momentEnLettres(d.rendezVous.debut, d.structure.zone)}.`,
      ),
      titre('Ce qui reste à faire'),
      liste(
        'Prévenir la personne par téléphone',
        'Imprimer la lettre depuis la page du parcours, la remettre, puis indiquer la date de remise',
        'Vérifier l’adresse électronique avec la personne ; si elle est fausse, la corriger',
      ),
      ...lienVers(findHrefWeb(d.lien), `Ouvrir le parcours ${deNom(nomComplet(d.personne))}`),
    ],
    signature: ['Jalons', d.structure.nom],
    mentions: mentionsProfessionnel,
    invitation: null,
  };
}
