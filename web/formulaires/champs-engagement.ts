import type { Champ, Option } from './formulaire';

/** What the forms about the contrat and what was agreed share. */
export const optionsOf = <C extends string>(
  codes: readonly C[],
  libelles: Readonly<Record<C, string>>,
): Option[] => codes.map((valeur) => ({ valeur, libelle: libelles[valeur] }));

export const commentaire = (libelle: string): Champ => ({
  nature: 'texte',
  nom: 'commentaire',
  libelle,
  facultatif: true,
  aide: 'Pas de détail de santé. Pourra être effacé.',
});

export const facultatif = (champ: Champ): Champ =>
  champ.nature === 'cache' ? champ : { ...champ, facultatif: true };

/** R14 — what will follow is said before it is done. */
export function consequence(peutOuvrir: boolean): string {
  return peutOuvrir
    ? 'Un manquement ne s’ouvre que si vous répondez « pas faite » ou notez un refus, et seulement pour une personne soumise aux obligations.'
    : 'Avant la date, seule une bonne nouvelle s’enregistre.';
}
