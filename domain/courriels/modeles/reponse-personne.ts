import { lienVers, paragraphe, type Contenu } from '../contenu';
import { momentCourt, momentEnLettres } from '../dates-dites';
import type { DonneesDe } from '../donnees';
import { findHrefWeb } from '../liens';
import { deNom, mentionsProfessionnel, nomComplet, salutation } from '../passages';

/** R42 — said by the link of her mail, about a near appointment. Neither the motive nor her words leave the page. */
export function contenuReponsePersonne(d: DonneesDe<'reponse_personne'>): Contenu {
  const { zone } = d.structure;
  const { debut } = d.rendezVous;
  const [personne, quand] = [nomComplet(d.personne), momentEnLettres(debut, zone)];
  const vient = d.quoi === 'venue';
  return {
    sujet: `${vient ? 'Rendez-vous maintenu' : 'Rendez-vous à revoir'} : ${momentCourt(debut, zone)}`,
    titre: vient ? 'Finalement, la personne viendra' : 'La personne dit qu’elle ne peut pas venir',
    salutation: salutation(nomComplet(d.referent)),
    blocs: vient
      ? [
          paragraphe(
            `${personne} avait dit ne pas pouvoir venir au rendez-vous du ${quand}. Sa dernière réponse : elle viendra.`,
          ),
          paragraphe(
            'Si vous l’avez déjà déplacé ou annulé avec elle, prévenez-la : sa réponse ne change rien seule.',
          ),
          ...lienVers(findHrefWeb(d.lien), `Ouvrir le parcours ${deNom(personne)}`),
        ]
      : [
          paragraphe(
            `${personne} a répondu à son courriel : elle ne peut pas venir au rendez-vous du ${quand}.`,
          ),
          paragraphe(
            'Rien n’est changé : ce rendez-vous est toujours prévu. Déplacez-le, annulez-le ou appelez-la. Sa raison et les moments qui lui conviennent sont dans son parcours.',
          ),
          ...lienVers(findHrefWeb(d.lien), `Ouvrir le parcours ${deNom(personne)}`),
        ],
    signature: ['Jalons', d.structure.nom],
    mentions: mentionsProfessionnel,
    invitation: null,
  };
}
