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
import { aApporter, listAnciens, ficheRendezVous, invitationOf } from '../rendez-vous-dit';

/** R09, R18 — an appointment moves: the new day first, then the one that no longer holds. */
export function contenuDeplacement(d: DonneesDe<'deplacement'>, canal: Canal): Contenu {
  const { rendezVous, anciens } = d;
  const { zone } = d.structure;
  return {
    sujet: `Votre rendez-vous change : ${momentCourt(rendezVous.debut, zone)}`,
    titre: 'Votre rendez-vous change',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe('Votre rendez-vous a été déplacé. Voici le nouveau rendez-vous :'),
      ficheRendezVous(rendezVous, d),
      ...listAnciens(anciens, zone, (quoi, auront) => `Il remplace ${quoi}, qui ${auront} pas lieu.`),
      ...aApporter(rendezVous),
      ...direSiVient(d, canal),
      ...siImpossible(d, canal),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: invitationOf('REQUEST', rendezVous, d),
  };
}
