type Cle = string | number;

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
