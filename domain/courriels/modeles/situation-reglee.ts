import { paragraphe, titre, type Canal, type Contenu } from '../contenu';
import type { DonneesDe } from '../donnees';
import {
  boutonTelephone,
  joindre,
  mentionsPersonne,
  nomComplet,
  salutation,
  signatureReferent,
} from '../passages';

const RAISONS = {
  motif_legitime: 'Votre explication a été retenue.',
  remobilisation: 'Vous avez repris contact et fait ce qui était prévu. Merci.',
  abandon: 'Après étude de votre situation, nous n’irons pas plus loin.',
} as const satisfies Record<DonneesDe<'situation_reglee'>['raison'], string>;

/** R31 — what had been written to the person is over: nobody is left waiting for a next letter. */
export function contenuSituationReglee(d: DonneesDe<'situation_reglee'>, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  return {
    sujet: 'La question est réglée',
    titre: 'La question est réglée',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(
        `Nous vous avions écrit ${d.genre === 'absence' ? 'à propos d’un rendez-vous' : 'à propos de votre contrat'}. ${RAISONS[d.raison]} La question est réglée : vous n’avez rien à faire.`,
      ),
      ...(d.transmis
        ? [paragraphe('Nous le disons aussi à l’organisme qui nous a confié votre accompagnement.')]
        : []),
      titre('Et maintenant'),
      paragraphe(
        `Votre accompagnement continue. Vos rendez-vous ne changent pas. Pour toute question, ${appeler}, ou ${ecrire}.`,
      ),
      ...boutonTelephone(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}
