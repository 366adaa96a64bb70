import { paragraphe, titre, type Bloc, type Canal, type Contenu } from '../contenu';
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

/** R33, R35 — the accompaniment here has ended: what stops, who continues, and what will still be asked. */
export function contenuFinAccompagnement(d: DonneesDe<'fin_accompagnement'>, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  const fin = `Votre accompagnement avec ${d.structure.nom} est terminé depuis le ${jourEnLettres(d.le)}.`;
  return {
    sujet: d.suivant === null ? 'Fin de votre accompagnement' : 'Votre accompagnement continue ailleurs',
    titre: d.suivant === null ? 'Votre accompagnement est terminé' : 'Votre accompagnement continue ailleurs',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(fin),
      paragraphe(
        'Vous n’avez plus de rendez-vous avec nous. Si un rendez-vous était déjà fixé, il est annulé. Nous ne vous demandons plus rien.',
      ),
      ...ensuite(d),
      titre('Pour nous parler'),
      paragraphe(
        `Cette date ne vous semble pas juste, ou vous avez une question ? N’attendez pas : ${appeler}, ou ${ecrire}.`,
      ),
      ...boutonTelephone(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}

function ensuite({ suivant, suiviLe }: DonneesDe<'fin_accompagnement'>): readonly Bloc[] {
  if (suivant !== null)
    return [
      titre('Et maintenant'),
      paragraphe(
        `Maintenant, c’est ${suivant.nom} qui vous accompagne. Vous recevrez un message pour un premier rendez-vous. Vous pouvez déjà appeler le ${suivant.telephone}.`,
      ),
    ];
  if (suiviLe === null) return [];
  return [
    titre('Et maintenant'),
    paragraphe(
      `Vers le ${jourEnLettres(suiviLe)}, nous vous demanderons de vos nouvelles : une seule question. Vous pourrez choisir de ne pas répondre.`,
    ),
  ];
}
