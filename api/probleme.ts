import { explainRefus, type Refus } from '../domain/refus';
import type { Faute } from './contrat/fautes';
import { PROBLEMES } from './problemes';
import { statutOfRefus } from './statut-du-refus';

/** RFC 9457. `code` is for machines, `detail` says in French what to do. */
export type Probleme = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** Saisie invalide: what to mend, field by field. */
  readonly erreurs?: readonly Faute[];
  /** The values that its sentence carries. */
  readonly donnees?: Readonly<Record<string, unknown>>;
  /** Bogue: what to give to the developers; says nothing else. */
  readonly reference?: string;
};

export type CodeProbleme = keyof typeof PROBLEMES;

export const codesProbleme = Object.keys(PROBLEMES) as readonly CodeProbleme[];

export function problemeOf(
  code: CodeProbleme,
  plus: Pick<Probleme, 'erreurs' | 'donnees' | 'reference'> = {},
): Probleme {
  const [status, title, detail] = PROBLEMES[code];
  return { type: `urn:jalons:probleme:${code}`, title, status, detail, code, ...plus };
}

export function problemeOfRefus(refus: Refus): Probleme {
  const { code, ...donnees } = refus;
  return {
    type: `urn:jalons:refus:${code}`,
    title: 'Demande refusée',
    status: statutOfRefus[code],
    detail: explainRefus(refus),
    code,
    donnees,
  };
}

/** Thrown inside `api/` only, by what stands before a route: reading, access. */
export class ProblemeLeve extends Error {
  declare private readonly nominale: true;
  readonly probleme: Probleme;
  readonly entetes: Readonly<Record<string, string>>;

  constructor(probleme: Probleme, entetes: Readonly<Record<string, string>> = {}) {
    super(probleme.code);
    this.probleme = probleme;
    this.entetes = entetes;
  }
}
