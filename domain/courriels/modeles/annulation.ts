import { paragraphe, titre, type Canal, type Contenu } from '../contenu';
import { momentCourt, momentEnLettres } from '../dates-dites';
import type { DonneesDe } from '../donnees';
import {
  boutonTelephone,
  joindre,
  mentionsPersonne,
  nomComplet,
  salutation,
  signatureReferent,
} from '../passages';
import { listAnciens, invitationOf } from '../rendez-vous-dit';

const RAISONS = {
  personne: 'Vous nous avez dit que vous ne pouviez pas venir. Merci de nous avoir prévenus.',
  service: 'Nous avons dû l’annuler. Nous en sommes désolés.',
  erreur:
    'Il avait été fixé à cause d’une erreur de notre part. L’erreur est corrigée. Nous en sommes désolés.',
  parcours_clos: 'Votre accompagnement chez nous est terminé. Ce rendez-vous ne sera donc pas remplacé.',
} as const;

/** R18 — an appointment will not take place. What follows is promised only as far as it is certain (R10). */
export function contenuAnnulation(d: DonneesDe<'annulation'>, canal: Canal): Contenu {
  const { zone } = d.structure;
  const { appeler, ecrire } = joindre(d, canal);
  const suite =
    d.raison === 'parcours_clos'
      ? []
      : [
          titre('Et maintenant'),
          paragraphe(
            'Si un autre rendez-vous est nécessaire, nous vous l’écrirons. Vous n’avez rien à faire. Vos autres rendez-vous ne changent pas.',
          ),
        ];
  return {
    sujet: `Rendez-vous annulé : ${momentCourt(d.rendezVous.debut, zone)}`,
    titre: 'Votre rendez-vous est annulé',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(
        `Votre rendez-vous du ${momentEnLettres(d.rendezVous.debut, zone)} est annulé. Vous n’avez pas besoin de venir.`,
      ),
      ...listAnciens(
        d.anciens,
        zone,
        (quoi, auront) => `Il remplaçait ${quoi}, qui ${auront} pas lieu non plus.`,
      ),
      paragraphe(RAISONS[d.raison]),
      ...suite,
      titre('Pour nous parler'),
      paragraphe(`Pour toute question, ${appeler}, ou ${ecrire}.`),
      ...boutonTelephone(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: invitationOf('CANCEL', d.rendezVous, d),
  };
}
