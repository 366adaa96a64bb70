import { majuscule } from '../../domain/parcours/dire';
import type { CodeGeste } from '../../domain/parcours/gestes';

export type Option = { readonly valeur: string; readonly libelle: string; readonly aide?: string };

type Commun = {
  /** Name in the form: the path of the value in the body that the API reads (`debut.le`). */
  readonly nom: string;
  readonly libelle: string;
  readonly aide?: string;
  readonly facultatif?: true;
  /** What the field holds when nobody has typed yet. */
  readonly valeur?: string;
};

/** One field of a form, as data: how it is drawn is decided once. */
export type Champ =
  | (Commun & { readonly nature: 'jour'; readonly min?: string; readonly max?: string })
  | (Commun & { readonly nature: 'heure' })
  | (Commun & { readonly nature: 'minutes'; readonly min: number; readonly max: number })
  | (Commun & { readonly nature: 'ligne' })
  | (Commun & { readonly nature: 'texte' })
  | (Commun & { readonly nature: 'choix'; readonly options: readonly Option[] })
  | (Commun & { readonly nature: 'boutons'; readonly options: readonly Option[] })
  | (Commun & { readonly nature: 'case' })
  /** Sent without being asked; `dit` shows it. */
  | { readonly nature: 'cache'; readonly nom: string; readonly valeur: string; readonly dit?: string };

/** Fields that go together under one title. */
export type Groupe = { readonly titre: string; readonly champs: readonly Champ[] };

export type Formulaire = {
  readonly geste: CodeGeste;
  readonly titre: string;
  /** What will follow, before the person does it. */
  readonly suite: string;
  readonly champs: readonly (Champ | Groupe)[];
  readonly bouton: string;
  /** Cannot be taken back. */
  readonly grave: boolean;
  /** Few answers, each its own button: one press answers and sends; `bouton` then names the group. */
  readonly reponses?: { readonly nom: string; readonly options: readonly Option[] };
};

/** What came back with a form: what was typed, what is wrong with it. */
export type Saisie = {
  readonly valeurs: Readonly<Record<string, string>>;
  readonly fautes: readonly { readonly champ: string; readonly message: string }[];
  /** The sentence of the refus, when the law said no. */
  readonly refus: { readonly phrase: string; readonly champs: readonly string[] } | null;
};

export function estGroupe(x: Champ | Groupe): x is Groupe {
  return 'champs' in x;
}

export function champsOf(f: Pick<Formulaire, 'champs'>): readonly Champ[] {
  return f.champs.flatMap((x) => (estGroupe(x) ? x.champs : [x]));
}

/** The form as a task opens it: its target is chosen already, and can be changed. */
export function withSujet(f: Formulaire, sujet: string | null): Formulaire {
  const choose = (c: Champ): Champ =>
    c.nature === 'choix' && c.nom.startsWith('cible.') && c.options.some((o) => o.valeur === sujet)
      ? { ...c, valeur: sujet ?? '' }
      : c;
  return {
    ...f,
    champs: f.champs.map((x) => (estGroupe(x) ? { ...x, champs: x.champs.map(choose) } : choose(x))),
  };
}

/** The fault of a field, or of a field inside it: `debut` holds for `debut.le`. */
export function fauteDe(champ: Champ, saisie: Saisie | null): string | null {
  if (saisie === null) return null;
  const { nom, nature } = champ;
  const faute = saisie.fautes.find((f) => f.champ === nom || nom.startsWith(`${f.champ}.`));
  if (faute === undefined) return saisie.refus?.champs.includes(nom) === true ? saisie.refus.phrase : null;
  // The API names codes to machines; here the answers stand under the eyes.
  return nature === 'choix' || nature === 'boutons' ? 'Choisissez une réponse.' : majuscule(faute.message);
}
