import { liste, paragraphe, titre, type Bloc, type Canal, type Contenu } from '../contenu';
import { jourEnLettres, momentEnLettres } from '../dates-dites';
import type { DonneesDe } from '../donnees';
import {
  boutonTelephone,
  joindre,
  mentionsPersonne,
  nomComplet,
  salutation,
  signatureReferent,
} from '../passages';

/** R19, R21 — the accompaniment stops for a time. Why is never written: the reason may be about health. */
export function contenuPause(d: DonneesDe<'pause'>, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  return {
    sujet: 'Votre accompagnement est en pause',
    titre: 'Votre accompagnement est en pause',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(`Votre accompagnement est en pause ${periode(d)}.`),
      liste(
        'Pendant la pause, vous n’avez pas de rendez-vous.',
        'Les jours de pause ne comptent pas dans la durée de votre accompagnement.',
        ...(d.finLe === null || d.au === null
          ? []
          : [`Votre accompagnement ira donc jusqu’au ${jourEnLettres(d.finLe)}.`]),
      ),
      ...corrections(d),
      titre('Pour reprendre, ou pour nous parler'),
      paragraphe(`Dès que vous pouvez reprendre, ou pour toute question, ${appeler}, ou ${ecrire}.`),
      ...boutonTelephone(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}

function periode({ du, au }: DonneesDe<'pause'>): string {
  if (au === null) return `depuis le ${jourEnLettres(du)}. La date de reprise n’est pas encore connue`;
  return `du ${jourEnLettres(du)} au ${jourEnLettres(au)}`;
}

/** R21 — what was held against the person and is not any more. */
function corrections(d: DonneesDe<'pause'>): readonly Bloc[] {
  if (d.excusees.length === 0) return [];
  return [
    titre('Ce que nous corrigeons'),
    paragraphe(
      'Vous étiez en pause ces jours-là. Ces absences sont excusées, et nos lettres à leur sujet n’ont plus d’objet :',
    ),
    liste(...d.excusees.map((debut) => `rendez-vous du ${momentEnLettres(debut, d.structure.zone)}`)),
  ];
}
