import { liste, paragraphe, titre, type Canal, type Contenu } from '../contenu';
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

/** R31 — a human has told the body in charge. The person hears it from us, with her rights and what still settles it. */
export function contenuInformationTransmise(d: DonneesDe<'information_transmise'>, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  return {
    sujet: 'À propos de votre accompagnement',
    titre: 'Nous avons informé l’organisme qui nous a confié votre accompagnement',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(
        `${sujetDit(d)} La question n’est pas réglée. ${nomComplet(d.referent)} a donc décidé d’informer l’organisme qui nous a confié votre accompagnement. C’est une personne qui l’a décidé, pas un logiciel.`,
      ),
      paragraphe(
        'Cette information n’est pas une décision. Si cet organisme veut décider quelque chose, il vous écrit d’abord et vous demande votre avis.',
      ),
      titre('Vos droits'),
      liste(
        'Donner votre avis, par écrit ou en étant reçu',
        'Vous faire aider par la personne de votre choix',
        'Demander à voir ce que nous avons transmis',
      ),
      titre('Votre accompagnement continue'),
      paragraphe(
        `Il n’est jamais trop tard : venez à un rendez-vous ou parlez-nous, et nous le dirons aussi à cet organisme. Pour cela, ${appeler}, ou ${ecrire}.`,
      ),
      ...boutonTelephone(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}
