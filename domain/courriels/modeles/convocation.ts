import { paragraphe, type Canal, type Contenu } from '../contenu';
import { momentCourt } from '../dates-dites';
import type { DonneesDe } from '../donnees';
import {
  direSiVient,
  mentionsPersonne,
  nomComplet,
  salutation,
  signatureReferent,
  siImpossible,
} from '../passages';
import { aApporter, ficheRendezVous, invitationOf, objetDe } from '../rendez-vous-dit';

/** R07, R08, R18 — an appointment is given: accueil, month, or month with a bilan. */
export function contenuConvocation(d: DonneesDe<'convocation'>, canal: Canal): Contenu {
  const { rendezVous } = d;
  return {
    sujet: `Votre rendez-vous du ${momentCourt(rendezVous.debut, d.structure.zone)}`,
    titre: 'Vous avez un rendez-vous',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(`${nomComplet(d.referent)} vous donne rendez-vous.`),
      ficheRendezVous(rendezVous, d),
      ...objetDe(rendezVous).map(paragraphe),
      ...aApporter(rendezVous),
      ...direSiVient(d, canal),
      ...siImpossible(d, canal),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: invitationOf('REQUEST', rendezVous, d),
  };
}
