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

/** What was computed from a value that never changes is kept as long as the value, under one same key. */
export function memoizeParObjet<O extends object, K extends readonly unknown[], R>(
  calcule: (objet: O, ...cle: K) => R,
): (objet: O, ...cle: K) => R {
  const connus = new WeakMap<O, { readonly cle: K; readonly resultat: R }>();
  return (objet, ...cle) => {
    const connu = connus.get(objet);
    if (connu?.cle.every((partie, i) => partie === cle[i])) return connu.resultat;
    const resultat = calcule(objet, ...cle);
    connus.set(objet, { cle, resultat });
    return resultat;
  };
}
