import type { Contexte } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import type { Canal } from './contenu';
import type { Information, PersonneDite, StructureDite } from './dits';

/** What whoever runs Jalons puts in every mail: where pages are, and what is said of the data (R46). */
export type Maison = { readonly apiUrl: string; readonly information: Information };

/** What reaches the reader; the delay of a letter that is printed runs from its delivery. */
export type Acheminement = Maison & { readonly canal: Canal };

/** A référent whom a mail can name, and where he receives. */
export type Equipier = {
  readonly id: string;
  readonly prenom: string;
  readonly nom: string;
  readonly courriel: string;
  readonly telephone: string;
  readonly permanences: readonly { readonly id: string; readonly lieu: string | null }[];
};

/** All that a mail of one parcours can name: identity and state as they are now. */
export type Dossier = {
  readonly parcoursId: string;
  readonly p: Parcours;
  readonly ctx: Contexte;
  readonly structure: StructureDite & {
    readonly responsableNom: string;
    readonly responsableCourriel: string;
  };
  readonly personne: PersonneDite;
  readonly equipe: readonly Equipier[];
  /** Who answers for the mail; null: its manager does. */
  readonly interlocuteur: Equipier | null;
  /** R35 — who accompanies from now on. */
  readonly suivant: StructureDite | null;
};

/** Every référent whom a mail of this parcours can name: who follows it, who did, who holds its appointments. */
export function idsOfEquipe(p: Parcours): readonly string[] {
  const ids = [
    p.referent?.id,
    p.referent?.avant,
    ...p.remplacements.map((r) => r.referentId),
    ...p.rendezVous.map((r) => r.referentId),
  ];
  return [...new Set(ids.filter((id) => id != null))];
}
