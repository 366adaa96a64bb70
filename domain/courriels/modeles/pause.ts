import { liste, paragraphe, titre, type Bloc, type Canal, type Contenu } from '../contenu';
import { jourAt } from '../../temps/heure-locale';
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
    sujet: 'Une pause dans votre accompagnement',
    titre: 'Une pause dans votre accompagnement',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(periode(d)),
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

/** Told ahead it is still to come; told late, it may be over. */
function periode({ du, au, ecritA, structure }: DonneesDe<'pause'>): string {
  const le = jourAt(ecritA, structure.zone);
  const aVenir = du > le;
  const finie = au !== null && au < le;
  const etat = `Votre accompagnement ${aVenir ? 'sera' : finie ? 'a été' : 'est'} en pause`;
  if (au !== null) return `${etat} du ${jourEnLettres(du)} au ${jourEnLettres(au)}.`;
  return `${etat} ${aVenir ? 'à partir du' : 'depuis le'} ${jourEnLettres(du)}. La date de reprise n’est pas encore connue.`;
}

/** R21 — what was held against the person and is not any more. */
function corrections(d: DonneesDe<'pause'>): readonly Bloc[] {
  if (d.excusees.length === 0) return [];
  return [
    titre('Ce que nous corrigeons'),
    paragraphe(
      'Vous étiez en pause ces jours-là. Ces absences ne comptent plus. Ne répondez pas à nos messages à leur sujet :',
    ),
    liste(...d.excusees.map((debut) => `rendez-vous du ${momentEnLettres(debut, d.structure.zone)}`)),
  ];
}
