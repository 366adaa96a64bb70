import { lienVers, paragraphe, type Contenu } from '../contenu';
import { momentCourt, momentEnLettres } from '../dates-dites';
import type { DonneesDe } from '../donnees';
import { findHrefWeb } from '../liens';
import { deNom, mentionsProfessionnel, nomComplet, salutation } from '../passages';

/** R17 — less than two working days ahead: the référent is told at once, the slot may serve someone else. */
export function contenuAnnulationTardive(d: DonneesDe<'annulation_tardive'>): Contenu {
  const { zone } = d.structure;
  const { debut } = d.rendezVous;
  return {
    sujet: `Créneau libéré : ${momentCourt(debut, zone)}`,
    titre: 'Un rendez-vous proche est annulé',
    salutation: salutation(nomComplet(d.referent)),
    blocs: [
      paragraphe(
        `${nomComplet(d.personne)} ne viendra pas au rendez-vous du ${momentEnLettres(debut, zone)}. Ce créneau est de nouveau libre.`,
      ),
      paragraphe(
        'Jalons cherche un autre créneau, sauf si le rendez-vous suivant est déjà proche. Vous pouvez aussi en fixer un vous-même.',
      ),
      ...lienVers(findHrefWeb(d.lien), `Ouvrir le parcours ${deNom(nomComplet(d.personne))}`),
    ],
    signature: ['Jalons', d.structure.nom],
    mentions: mentionsProfessionnel,
    invitation: null,
  };
}
