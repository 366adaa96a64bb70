import { z } from 'zod';
import type { Jeton } from '../registre/acces/jetons';
import type { Portee } from '../registre/acces/portees';
import type { Versions } from '../registre/annuaire/version';
import type { Idempotence, Reponse } from '../registre/journal/idempotence.prisma';
import { readWith, type Faute } from './contrat/fautes';
import type { Dependances } from './dependances';
import { problemeOf, ProblemeLeve, type Probleme } from './probleme';

export const V1 = '/api/v1';

export type Groupe =
  | 'Structures'
  | 'Référents'
  | 'Bénéficiaires'
  | 'Parcours'
  | 'Gestes'
  | 'Courriels'
  | 'Imports'
  | 'Purges'
  | 'Exports'
  | 'Horloge'
  | 'Service';

/** Whose body is not JSON: a page to print, a table, a calendar, a file. */
export type TypeDeCorps =
  | 'text/html'
  | 'text/csv'
  | 'text/calendar'
  | 'application/pdf'
  | 'application/octet-stream';

type Documentee = { readonly description: string; readonly schema: z.ZodType; readonly type?: TypeDeCorps };
export type Reponses = Readonly<Record<number, Documentee>>;

/** An answer that the route has documented, with the schema of its status. */
type ReponseDe<R extends Reponses> = {
  [S in keyof R & number]: {
    readonly statut: S;
    readonly corps: z.input<R[S]['schema']>;
    readonly entetes?: Entetes;
  };
}[keyof R & number];

/** What an answer says beside its body: its file name, its validator. */
export type Entetes = Readonly<Record<string, string>>;

/** What a route answers: what it documents, a problem, or the answer kept under an Idempotency-Key. */
export type Issue<R extends Reponses> = ReponseDe<R> | IssueCommune;
export type IssueCommune = { readonly probleme: Probleme } | { readonly gardee: Reponse };

type Saisie<P, Q, C> = {
  readonly params: P;
  readonly recherche: Q;
  readonly corps: C;
  readonly jeton: Jeton;
  readonly idempotence: Idempotence | undefined;
  /** The versions named by If-Match; null: none is asked for. */
  readonly versions: Versions;
};

const rien = z.strictObject({});

/** An answer, with its status kept as a literal for the compiler to hold against what is documented. */
export function rends<S extends number, C>(statut: S, corps: C, entetes: Entetes = {}) {
  return { statut, corps, entetes } as const;
}

/** The answer of what leaves nothing to say. */
export const rienARendre = { description: 'Fait.', schema: z.null() };

type Definition<P extends z.ZodObject, Q extends z.ZodObject, C extends z.ZodType, R extends Reponses> = {
  readonly methode: 'get' | 'post' | 'patch' | 'delete';
  readonly chemin: `/${string}`;
  readonly groupe: Groupe;
  /** Name of the operation in the document; drawn from the path when the demande has none. */
  readonly operation?: string;
  readonly resume: string;
  readonly description?: string;
  /** No token asked: `libre`, to anybody; `secret`, to whoever knows the address. */
  readonly acces?: 'libre' | 'secret';
  /** What the token must open; `lecture` for what reads and `ecriture` for what writes, when nothing is said. */
  readonly portee?: Portee;
  readonly params?: P;
  readonly recherche?: Q;
  readonly corps?: C;
  /** A file instead of JSON: its bytes, up to a bound (montage.ts). */
  readonly typeDuCorps?: 'text/csv';
  /** Milliseconds, when its answer may take longer than the others. */
  readonly delaiMs?: number;
  /** The law, or the state of things, may say no: 409 and 422 are documented. */
  readonly refuse?: true;
  /** The answer has an `id`, and can be read again at this path followed by it (header Location). */
  readonly situe?: true;
  /** The field of the answer that changes with what it shows: its ETag. */
  readonly etag?: 'rang' | 'version';
  /** What is written is what two people may edit: If-Match is heard, or must be there. */
  readonly siVersion?: 'permise' | 'exigee';
  /** Twice is no harm, or the answer must not be kept: an Idempotency-Key is not heard. */
  readonly sansCle?: true;
  readonly reponses: R;
  readonly repond: (
    saisie: Saisie<z.output<P>, z.output<Q>, z.output<C>>,
    d: Dependances,
  ) => Promise<Issue<R>>;
};

/** A request as express gives it: nothing read yet. */
export type Brute = {
  readonly params: unknown;
  readonly recherche: unknown;
  readonly corps: unknown;
  readonly jeton: Jeton;
  readonly idempotence: Idempotence | undefined;
  readonly versions: Versions;
};

/**
 * One route, declared once: express, the validation, the OpenAPI document and the tests all come from it.
 * Its types are closed over here, so that a table can hold them all.
 */
export type Route = Omit<
  Definition<z.ZodObject, z.ZodObject, z.ZodType, Reponses>,
  'repond' | 'params' | 'recherche' | 'corps'
> & {
  readonly params: z.ZodObject;
  readonly recherche: z.ZodObject;
  readonly corps: z.ZodType | null;
  readonly answer: (brute: Brute, d: Dependances) => Promise<Issue<Reponses>>;
};

export function defineRoute<
  R extends Reponses,
  P extends z.ZodObject = typeof rien,
  Q extends z.ZodObject = typeof rien,
  C extends z.ZodType = z.ZodUnknown,
>({ repond, ...definition }: Definition<P, Q, C, R>): Route {
  // A part that is not declared is empty: these three stand for the defaults of the type parameters.
  const params = definition.params ?? (rien as unknown as P);
  const recherche = definition.recherche ?? (rien as unknown as Q);
  const corps = definition.corps ?? (z.unknown() as unknown as C);
  return {
    ...definition,
    params,
    recherche,
    corps: definition.corps ?? null,
    async answer(brute, d) {
      const saisie = {
        // An address that cannot exist is one where nothing exists.
        params: read(params, brute.params, () => problemeOf('introuvable')),
        recherche: read(recherche, brute.recherche, (erreurs) => problemeOf('saisie_invalide', { erreurs })),
        corps: read(corps, brute.corps, (erreurs) => problemeOf('saisie_invalide', { erreurs })),
      };
      const { jeton, idempotence, versions } = brute;
      return repond({ ...saisie, jeton, idempotence, versions }, d);
    },
  };
}

export function porteeOf({ portee, methode }: Pick<Route, 'portee' | 'methode'>): Portee {
  return portee ?? (methode === 'get' ? 'lecture' : 'ecriture');
}

function read<S extends z.ZodType>(
  schema: S,
  lu: unknown,
  say: (fautes: readonly Faute[]) => Probleme,
): z.output<S> {
  const lecture = readWith(schema, lu);
  if (!lecture.ok) throw new ProblemeLeve(say(lecture.fautes));
  return lecture.valeur;
}

/** What leaves, and what an Idempotency-Key keeps. */
export function reponseOf(issue: Issue<Reponses>): Reponse {
  if ('gardee' in issue) return issue.gardee;
  return 'probleme' in issue
    ? { statut: issue.probleme.status, corps: issue.probleme }
    : { statut: issue.statut, corps: issue.corps };
}
