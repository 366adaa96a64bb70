import { liste, paragraphe, titre, type Canal, type Contenu } from '../contenu';
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

/** R34 — one question, six months after the exit. Not answering is an answer that costs nothing, and it is said. */
export function contenuSuiviSortie(d: DonneesDe<'suivi_sortie'>, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  const message = canal === 'courriel' ? 'ce message' : 'cette lettre';
  return {
    sujet: d.rappel
      ? 'Une question, pour la dernière fois : où en êtes-vous ?'
      : 'Une question : où en êtes-vous ?',
    titre: 'Où en êtes-vous aujourd’hui ?',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(
        `Votre accompagnement avec ${d.structure.nom} s’est terminé le ${jourEnLettres(d.sortieLe)}. Nous aimerions savoir où vous en êtes.`,
      ),
      ...(d.rappel
        ? [
            paragraphe(
              `Nous vous l’avons déjà demandé, sans réponse reçue. Si vous nous avez répondu, merci : ne tenez pas compte de ${message}. Nous ne vous écrirons plus à ce sujet.`,
            ),
          ]
        : []),
      titre('Dites-nous ce qui est vrai pour vous'),
      liste(
        'Je travaille, comme salarié ou à mon compte',
        'Ma situation s’est améliorée : formation, contrat plus long, plus d’heures',
        'Ni l’un ni l’autre',
        'Je préfère ne pas répondre',
      ),
      paragraphe(
        'Vous êtes libre de ne pas répondre : cela ne change rien à vos droits. Votre réponse sert à savoir si l’accompagnement est utile.',
      ),
      titre('Pour répondre'),
      paragraphe(`Quelques mots suffisent : ${ecrire}, ou ${appeler}.`),
      ...boutonTelephone(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}
