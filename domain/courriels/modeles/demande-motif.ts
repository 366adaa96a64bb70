import type { GenreManquement } from '../../obligations/manquement';
import { liste, paragraphe, titre, type Bloc, type Canal, type Contenu } from '../contenu';
import { momentCourt } from '../dates-dites';
import type { DonneesDe } from '../donnees';
import { delaiDit, faitDit, reglementDit, rendezVousOffert, siErreur, surSaSante } from '../absences-dites';
import {
  boutonReponse,
  boutonTelephone,
  joindre,
  mentionsPersonne,
  nomComplet,
  salutation,
  signatureReferent,
} from '../passages';
import { invitationOf } from '../rendez-vous-dit';

const SUJETS = {
  contrat: 'À propos de votre contrat d’engagement',
  demarche: 'À propos d’une de vos démarches',
  declaration: 'À propos d’une de vos déclarations',
} as const satisfies Record<Exclude<GenreManquement, 'absence'>, string>;

/** R14, R30 — asks why, how and until when, and carries the interview offered. It accuses of nothing. */
export function contenuDemandeMotif(d: DonneesDe<'demande_motif'>, canal: Canal): Contenu {
  const dernier = d.absences.at(-1);
  return {
    sujet:
      d.genre !== 'absence'
        ? SUJETS[d.genre]
        : dernier === undefined
          ? 'À propos de votre rendez-vous'
          : `À propos de votre rendez-vous du ${momentCourt(dernier, d.structure.zone)}`,
    titre: 'Donnez-nous de vos nouvelles',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(`${faitDit(d)} Il y a peut-être une bonne raison. Nous voulons la connaître.`),
      titre('Ce que nous vous demandons'),
      paragraphe(
        `${d.genre === 'absence' ? 'Dites-nous pourquoi vous n’avez pas pu venir.' : 'Dites-nous ce qui s’est passé, ou ce qui vous a empêché de le faire.'} Quelques mots suffisent. ${surSaSante}`,
      ),
      ...reglementDit(d),
      ...commentRepondre(d, canal),
      ...rendezVousOffert(d, canal),
      ...siErreur(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: d.prochain === null ? null : invitationOf('REQUEST', d.prochain, d),
  };
}

function commentRepondre(d: DonneesDe<'demande_motif'>, canal: Canal): readonly Bloc[] {
  const { appeler, ecrire } = joindre(d, canal);
  const enLigne = boutonReponse(d, canal, 'Répondre sur internet, sans compte');
  return [
    titre('Comment répondre'),
    liste(
      `Par téléphone : ${appeler}`,
      `Par écrit : ${ecrire}`,
      ...(enLigne.length === 0
        ? []
        : ['Sur internet : par le lien ci-dessous ; vous pouvez joindre une photo ou un PDF']),
    ),
    ...enLigne,
    paragraphe(`${delaiDit(d.delai, canal)} Après cette date, vous pouvez encore nous appeler.`),
    ...boutonTelephone(d),
  ];
}
