import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Demande, DemandeDe } from '../../domain/parcours/demandes';
import type { DemandeReponse } from '../../domain/reponses/reponse';
import type { CodeZone } from '../../domain/temps/zones';
import { readWith, type Lecture } from './fautes';

/** Every gesture on an open parcours: all demandes but its opening, what the core asks of many (R24, R33, R45), and what the person says herself (R42). */
export type CodeGeste = Exclude<
  Demande['type'],
  | 'openParcours'
  | 'assignRemplacant'
  | 'cancelRemplacement'
  | 'recordDeces'
  | 'recordEffacement'
  | DemandeReponse['type']
>;

/** Free text put aside: the demande carries only its id (house 1, "erasure is possible"). */
export type Texte = { readonly id: string; readonly contenu: string };

export type DemandeLue = { readonly demande: Demande; readonly textes: readonly Texte[] };

/** What building a demande needs beside what was read. */
type Outils = {
  /** The clock on the wall of the structure. */
  readonly zone: CodeZone;
  readonly keepTexte: (contenu: string) => string;
  readonly keepTexteFacultatif: (contenu: string | null | undefined) => string | null;
};

type Definition<T extends CodeGeste, P extends z.ZodObject, C extends z.ZodObject> = {
  readonly type: T;
  /** Below `/api/v1/parcours/{id}`. */
  readonly chemin: `/${string}`;
  readonly resume: string;
  readonly description?: string;
  /** What the path names: a rank of appointment, a key of courriel. */
  readonly cible: P;
  readonly corps: C;
  /** Does what was given say an hour on the wall of the structure? Only then must one know on which wall. */
  readonly horaire?: (corps: z.output<C>) => boolean;
  readonly build: (cible: z.output<P>, corps: z.output<C>, outils: Outils) => DemandeDe<T>;
};

/** One gesture: its place in the API, what it reads, and the demande that it makes. Pages and API share it. */
export type Geste = Omit<Definition<CodeGeste, z.ZodObject, z.ZodObject>, 'build' | 'horaire'> & {
  readonly parse: (cible: unknown, corps: unknown) => Lecture<GesteLu>;
};

export type GesteLu = { readonly horaire: boolean; readonly build: (zone: CodeZone) => DemandeLue };

export function defineGeste<T extends CodeGeste, P extends z.ZodObject, C extends z.ZodObject>({
  build,
  horaire = () => false,
  ...geste
}: Definition<T, P, C>): Geste {
  return {
    ...geste,
    parse(cible, corps) {
      const lue = readWith(geste.cible, cible);
      if (!lue.ok) return lue;
      const lu = readWith(geste.corps, corps);
      if (!lu.ok) return lu;
      const valeur: GesteLu = {
        horaire: horaire(lu.valeur),
        build: (zone) => buildWithTextes((o) => build(lue.valeur, lu.valeur, o), zone),
      };
      return { ok: true, valeur };
    },
  };
}

function buildWithTextes(build: (outils: Outils) => Demande, zone: CodeZone): DemandeLue {
  const textes: Texte[] = [];
  const keepTexte = (contenu: string) => {
    const id = randomUUID();
    textes.push({ id, contenu });
    return id;
  };
  const keepTexteFacultatif = (contenu: string | null | undefined) =>
    contenu === null || contenu === undefined || contenu === '' ? null : keepTexte(contenu);
  return { demande: build({ zone, keepTexte, keepTexteFacultatif }), textes };
}
