import type { z } from 'zod';

/** What is wrong with a field, and how to mend it: for the form, field by field (house 5). */
export type Faute = { readonly champ: string; readonly message: string };

export type Lecture<T> =
  | { readonly ok: true; readonly valeur: T }
  | { readonly ok: false; readonly fautes: readonly Faute[] };

/** Parses at the door, once. Sentences written on a schema win; the others come from `sentenceOf`. */
export function readWith<S extends z.ZodType>(schema: S, lu: unknown): Lecture<z.output<S>> {
  const lecture = schema.safeParse(lu, { error: sentenceOf });
  if (lecture.success) return { ok: true, valeur: lecture.data };
  return { ok: false, fautes: lecture.error.issues.flatMap(fautesOf) };
}

function fautesOf(issue: z.core.$ZodIssue): readonly Faute[] {
  const champ = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((cle) => ({
      champ: [...champ, cle].join('.'),
      message: 'ce champ n’existe pas ici : retirez-le.',
    }));
  return [{ champ: champ.join('.'), message: issue.message }];
}

function sentenceOf(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined
      ? 'ce champ est obligatoire.'
      : `donnez ${NOMS[issue.expected] ?? 'une autre valeur'}.`;
  }
  if (issue.code === 'too_big') return `donnez ${issue.maximum} éléments au plus.`;
  if (issue.code === 'too_small') return `donnez ${issue.minimum} éléments au moins.`;
  return 'cette valeur n’est pas acceptée : consultez /api/docs.';
}

const NOMS: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste',
  object: 'un objet JSON',
};
