import { genresEtape, partenaires } from '../../engagement/codes';
import { minuscule } from '../../parcours/dire';
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

type Etape = DonneesDe<'etape'>;

const SUJETS = {
  convenue: 'Une étape de votre parcours est fixée',
  deplacee: 'Une étape de votre parcours change de date',
  atteinte: 'Une étape de votre parcours est atteinte',
  abandonnee: 'Une étape de votre parcours s’arrête',
} as const satisfies Record<Etape['quoi'], string>;

/** R39 — a step agreed, moved, reached or given up: what is recorded is said, so that an error can be put right. */
export function contenuEtape(d: Etape, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  return {
    sujet: SUJETS[d.quoi],
    titre: SUJETS[d.quoi],
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(phraseOf(d)),
      titre('Ce qui est noté'),
      liste(
        `Étape n° ${d.numero} : ${minuscule(genresEtape[d.genre])}`,
        ...(d.partenaire === null ? [] : [`Avec : ${minuscule(partenaires[d.partenaire])}`]),
        d.du === d.au ? `Le ${jourEnLettres(d.du)}` : `Du ${jourEnLettres(d.du)} au ${jourEnLettres(d.au)}`,
      ),
      titre('Si vous n’êtes pas d’accord'),
      paragraphe(
        d.quoi === 'convenue' || d.quoi === 'deplacee'
          ? `Ce n’est pas ce que vous aviez convenu ? Vous ne pourrez pas y aller ? Pour en parler, ${appeler}, ou ${ecrire}. Une étape peut être déplacée.`
          : `Ce n’est pas ce qui s’est passé ? Pour en parler, ${appeler}, ou ${ecrire}. Nous le corrigerons.`,
      ),
      ...boutonTelephone(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}

function phraseOf(d: Etape): string {
  const qui = nomComplet(d.referent);
  switch (d.quoi) {
    case 'convenue':
      return `Vous avez convenu d’une étape de votre parcours avec ${qui}.`;
    case 'deplacee':
      return `Les dates d’une étape de votre parcours ont changé. Voici les nouvelles.`;
    case 'atteinte':
      return `${qui} a noté que vous avez atteint une étape de votre parcours.`;
    case 'abandonnee':
      return `${qui} a noté qu’une étape de votre parcours s’arrête. Votre accompagnement continue.`;
  }
}
