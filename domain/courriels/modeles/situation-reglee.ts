import { paragraphe, titre, type Canal, type Contenu } from '../contenu';
import { sujetDit } from '../absences-dites';
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
  motif_legitime: 'Votre explication est acceptée.',
  remobilisation: 'Vous avez repris contact et fait ce qui était prévu. Merci.',
  abandon: 'Nous avons étudié votre situation. Nous ne ferons rien de plus.',
} as const satisfies Record<DonneesDe<'situation_reglee'>['raison'], string>;

/** R31 — what had been written to the person is over: nobody is left waiting for a next letter. */
export function contenuSituationReglee(d: DonneesDe<'situation_reglee'>, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  return {
    sujet: 'La question est réglée',
    titre: 'La question est réglée',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(`${sujetDit(d)} ${RAISONS[d.raison]} La question est réglée : vous n’avez rien à faire.`),
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
