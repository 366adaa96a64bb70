type Cle = string | number | object;

/** Bound of each memory: calendars repeat themselves long before it. */
const MAXIMUM = 50_000;

/** One floor per argument but the last, so that no key has to be written. */
type Etage<R> = { readonly suites: Map<Cle, Etage<R>>; readonly resultats: Map<Cle, R> };

function createEtage<R>(): Etage<R> {
  return { suites: new Map(), resultats: new Map() };
}

/** The calendar never changes its mind: what was computed once for a day is kept. */
export function memoize<A extends [Cle, ...Cle[]], R>(calcule: (...args: A) => R): (...args: A) => R {
  let racine = createEtage<R>();
  let retenus = 0;
  return (...args) => {
    const [premier] = args;
    let etage = racine;
    for (let i = 1; i < args.length; i += 1) {
      const arg = args[i] ?? '';
      let suite = etage.suites.get(arg);
      if (suite === undefined) etage.suites.set(arg, (suite = createEtage<R>()));
      etage = suite;
    }
    const connu = etage.resultats.get(premier);
    if (connu !== undefined) return connu;
    const resultat = calcule(...args);
    if ((retenus += 1) > MAXIMUM) {
      [racine, retenus] = [createEtage<R>(), 0];
      return resultat;
    }
    etage.resultats.set(premier, resultat);
    return resultat;
  };
}

/**
 * What is known of the last values asked about, as many as one decision reads: what is kept beyond goes through every
 * minor collection for nothing. Neither a WeakMap nor a Map, whose old tables outlive what they have forgotten
 * (docs/decisions/0030).
 */
export function createDerniers<O extends object, V>(combien: number) {
  const objets: (O | undefined)[] = new Array<undefined>(combien).fill(undefined);
  const valeurs: (V | undefined)[] = new Array<undefined>(combien).fill(undefined);
  let prochain = 0;
  return {
    get: (objet: O): V | undefined => valeurs[objets.indexOf(objet)],
    set(objet: O, valeur: V): void {
      const connu = objets.indexOf(objet);
      const place = connu === -1 ? prochain : connu;
      [objets[place], valeurs[place]] = [objet, valeur];
      if (connu === -1) prochain = (prochain + 1) % combien;
    },
  };
}

/** What was computed from a value that never changes, under one same key, while it is among the last `combien`. */
export function memoizeParObjet<O extends object, K extends readonly unknown[], R>(
  combien: number,
  calcule: (objet: O, ...cle: K) => R,
): (objet: O, ...cle: K) => R {
  const connus = createDerniers<O, { readonly cle: K; readonly resultat: R }>(combien);
  return (objet, ...cle) => {
    const connu = connus.get(objet);
    if (connu?.cle.every((partie, i) => partie === cle[i])) return connu.resultat;
    const resultat = calcule(objet, ...cle);
    connus.set(objet, { cle, resultat });
    return resultat;
  };
}
