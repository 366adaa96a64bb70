import { jourEnLettres } from '../../domain/courriels/dates-dites';
import type { CivilDate } from '../../domain/temps/jour';
import type { Champ, Groupe, Option } from './formulaire';

/** A day with the bounds that the law gives, said as well as enforced. */
export function jourEntre(nom: string, libelle: string, du: CivilDate, au: CivilDate | null): Champ {
  if (au === null)
    return { nature: 'jour', nom, libelle, aide: `À partir du ${jourEnLettres(du)}.`, min: du };
  const aide =
    du === au
      ? `Seul jour possible : le ${jourEnLettres(du)}.`
      : `Du ${jourEnLettres(du)} au ${jourEnLettres(au)}.`;
  return { nature: 'jour', nom, libelle, aide, min: du, max: au, ...(du === au && { valeur: du }) };
}

/** A choice of one is no choice: it is sent without being asked. */
export function choixOuCache(nom: string, libelle: string, options: readonly Option[]): Champ {
  const [seule, ...autres] = options;
  if (seule === undefined || autres.length > 0) return { nature: 'choix', nom, libelle, options };
  return { nature: 'cache', nom, valeur: seule.valeur, dit: `${libelle} : ${seule.libelle}` };
}

export function mot(libelle: string): Champ {
  return { nature: 'texte', nom: 'commentaire', libelle, aide: 'Un mot suffit ; il pourra être effacé.' };
}

/** R15, R25 — an objective of the bilan; those of the contrat are already written. */
export function champObjectifs(i: number, texte: string | null): Groupe {
  return {
    titre: `Objectif ${i + 1} du contrat (facultatif)`,
    champs: [
      {
        nature: 'ligne',
        nom: `objectifs.${i}.objectif`,
        libelle: 'Objectif, en quelques mots',
        facultatif: true,
        ...(texte !== null && { valeur: texte }),
      },
      {
        nature: 'choix',
        nom: `objectifs.${i}.atteint`,
        libelle: 'Atteint ?',
        facultatif: true,
        options: [
          { valeur: 'oui', libelle: 'Oui' },
          { valeur: 'en_partie', libelle: 'En partie' },
          { valeur: 'non', libelle: 'Non' },
        ],
      },
    ],
  };
}
