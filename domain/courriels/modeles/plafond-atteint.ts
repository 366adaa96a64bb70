import { lienVers, liste, paragraphe, titre, type Contenu } from '../contenu';
import { jourEnLettres } from '../dates-dites';
import type { DonneesDe } from '../donnees';
import { findHrefWeb } from '../liens';
import { deNom, mentionsProfessionnel, nomComplet, salutation } from '../passages';

/** R02, R16, R17 — the cap is reached: told at once to référent and manager, who decide. */
export function contenuPlafondAtteint(d: DonneesDe<'plafond_atteint'>): Contenu {
  const prolonger =
    d.prolongeableJusquAu === null
      ? []
      : [`Prolonger, jusqu’au ${jourEnLettres(d.prolongeableJusquAu)} au plus tard, avec un motif écrit`];
  return {
    sujet: 'Durée maximale atteinte : une décision est attendue',
    titre: 'Durée maximale atteinte',
    salutation: salutation(d.nom),
    blocs: [
      paragraphe(
        `L’accompagnement ${deNom(nomComplet(d.personne))}, suivi par ${nomComplet(d.referent)}, a atteint sa durée maximale. Son dernier jour était le ${jourEnLettres(d.dernierJour)}.`,
      ),
      paragraphe(
        'Le parcours reste ouvert tant que personne n’a décidé. Jalons ne fixe plus de nouveau rendez-vous.',
      ),
      titre(prolonger.length > 0 ? 'Décisions possibles' : 'Décision à prendre'),
      liste(...prolonger, 'Clore le parcours, avec sa date et son motif de sortie'),
      ...lienVers(findHrefWeb(d.lien), `Ouvrir le parcours ${deNom(nomComplet(d.personne))}`),
    ],
    signature: ['Jalons', d.structure.nom],
    mentions: mentionsProfessionnel,
    invitation: null,
  };
}
