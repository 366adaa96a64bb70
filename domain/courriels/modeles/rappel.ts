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

/** R09 — a reminder. It never says "demain": it may leave later than it was meant to. */
export function contenuRappel(d: DonneesDe<'rappel'>, canal: Canal): Contenu {
  const { rendezVous } = d;
  return {
    sujet: `Rappel : rendez-vous ${momentCourt(rendezVous.debut, d.structure.zone)}`,
    titre: 'Rappel de votre rendez-vous',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe('Votre rendez-vous approche. Il est toujours prévu :'),
      ficheRendezVous(rendezVous, d),
      ...(rendezVous.bilan === null ? [] : objetDe(rendezVous).map(paragraphe)),
      ...aApporter(rendezVous),
      ...direSiVient(d, canal),
      ...siImpossible(d, canal),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: invitationOf('REQUEST', rendezVous, d),
  };
}
