import { majuscule } from '../parcours/dire';
import type { Bloc, Canal, LigneFiche } from './contenu';
import { lienVers, paragraphe, titre } from './contenu';
import type { Information, PersonneDite, ReferentDit, StructureDite } from './dits';
import { findHrefTelephone, findHrefWeb } from './liens';

/** What several modèles say in the same words. */
type Interlocuteur = { readonly referent: ReferentDit; readonly structure: StructureDite };

export function nomComplet({ prenom, nom }: Pick<PersonneDite, 'prenom' | 'nom'>): string {
  return `${prenom} ${nom}`.trim();
}

/** `d’Awa Durand`, `de Paul Martin`. */
export function deNom(nom: string): string {
  return /^[aeiouàâäéèêëîïôöùûüœ]/i.test(nom) ? `d’${nom}` : `de ${nom}`;
}

/** R18 — the référent's number; the structure's when the référent has none. */
export function telephoneOf({ referent, structure }: Interlocuteur): string {
  return findHrefTelephone(referent.telephone) === null ? structure.telephone : referent.telephone;
}

export function ligneTelephone(i: Interlocuteur): LigneFiche {
  const telephone = telephoneOf(i);
  const href = findHrefTelephone(telephone);
  const lien = href === null ? null : { href, libelle: `Appeler le ${telephone}` };
  return { nom: 'Téléphone', texte: telephone, lien };
}

/** How to reach the référent: by voice first, then in writing by the way that this canal allows. */
export function joindre(
  i: Interlocuteur,
  canal: Canal,
): { readonly appeler: string; readonly ecrire: string } {
  return {
    appeler: `appelez ${nomComplet(i.referent)} au ${telephoneOf(i)}`,
    ecrire:
      canal === 'courriel' ? 'répondez à ce message' : 'écrivez-nous à l’adresse en haut de cette lettre',
  };
}

/** R18 — what to do if it is impossible. */
export function siImpossible(i: Interlocuteur, canal: Canal): readonly Bloc[] {
  const { appeler, ecrire } = joindre(i, canal);
  return [
    titre('Si vous ne pouvez pas venir'),
    paragraphe(`Dès que vous le savez, ${appeler}, ou ${ecrire}. Nous chercherons ensemble un autre moment.`),
    ...boutonTelephone(i),
  ];
}

/** R42 — answering by the page, beside the telephone and never instead of it. On paper nothing is pressed. */
export function direSiVient(d: { readonly lienReponse?: string }, canal: Canal): readonly Bloc[] {
  const boutons = boutonReponse(d, canal, 'Répondre « je viens » ou « je ne peux pas venir »');
  return boutons.length === 0
    ? []
    : [
        titre('Dites-nous si vous venez'),
        ...boutons,
        paragraphe(
          'Ce lien ouvre une page, sans compte ni mot de passe. Elle est pour vous seul : ne transférez pas ce message.',
        ),
      ];
}

export function boutonReponse(
  { lienReponse }: { readonly lienReponse?: string },
  canal: Canal,
  libelle: string,
): readonly Bloc[] {
  return canal === 'lettre' || lienReponse === undefined ? [] : lienVers(findHrefWeb(lienReponse), libelle);
}

export function boutonTelephone(i: Interlocuteur): readonly Bloc[] {
  const telephone = telephoneOf(i);
  return lienVers(findHrefTelephone(telephone), `Appeler ${nomComplet(i.referent)} : ${telephone}`);
}

export function salutation(nom: string): string {
  return `Bonjour ${nom},`;
}

export function signatureReferent({ referent, structure }: Interlocuteur): readonly string[] {
  return [nomComplet(referent), structure.nom];
}

/**
 * R46 — at the foot of all that is written to the person. CRPA, art. L.311-3-1: what a machine computes and what it
 * never decides; GDPR, art. 13 to 17: why it is written, whom to ask, how long it is kept, where to complain.
 */
export function mentionsPersonne(
  i: Interlocuteur & { readonly information: Information },
  canal: Canal,
): readonly string[] {
  const { appeler, ecrire } = joindre(i, canal);
  const [ici, concerne] =
    canal === 'courriel' ? ['ce message', 'Ce message concerne'] : ['cette lettre', 'Cette lettre concerne'];
  return [
    `Il y a une erreur dans ${ici} ? Quelque chose n’est pas clair ? ${majuscule(appeler)}, ou ${ecrire}. Nous corrigerons ce qui est faux.`,
    `${concerne} ${direAccompagnement(i)}`,
    ...droitsOf(i),
  ];
}

/** R46 — the same at the foot of the page where she answers, where nobody is to be written back to. */
export function mentionsPage(i: Informe): readonly string[] {
  return [`Cette page concerne ${direAccompagnement(i)}`, ...droitsOf(i)];
}

type Informe = { readonly structure: Interlocuteur['structure']; readonly information: Information };

function direAccompagnement({ structure: { nom } }: Informe): string {
  return `votre accompagnement par : ${nom}. Les dates sont calculées automatiquement par un logiciel. Vous pouvez demander comment. Les décisions sont toujours prises par une personne.`;
}

function droitsOf({ structure: { nom, telephone }, information }: Informe): readonly string[] {
  return [
    `Vous pouvez demander à voir, à faire corriger ou à faire effacer les informations qui vous concernent : ${information.contact ?? `${nom}, ${telephone}`}.`,
    `Ces informations sont effacées ${direMois(information.conservationMois)} après notre dernier contact, une fois l’accompagnement terminé. En cas de désaccord, vous pouvez écrire à la CNIL : www.cnil.fr.`,
  ];
}

/** `2 ans`, `18 mois`. */
function direMois(mois: number): string {
  if (mois % 12 !== 0) return `${mois} mois`;
  return mois === 12 ? '1 an' : `${mois / 12} ans`;
}

export const mentionsProfessionnel: readonly string[] = [
  'Message écrit automatiquement par Jalons, d’après le parcours enregistré. Jalons calcule les dates ; il ne décide rien à la place d’une personne.',
  'Il contient un nom : ne le transférez pas hors de votre équipe.',
];
