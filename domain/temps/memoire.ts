type Cle = string | number;

/** Bound of each memory: calendars repeat themselves long before it. */
const MAXIMUM = 50_000;

/** The calendar never changes its mind: what was computed once for a day is kept. */
export function memoize<A extends Cle[], R>(calcule: (...args: A) => R): (...args: A) => R {
  const memoire = new Map<Cle, R>();
  return (...args) => {
    const cle = args.length === 1 ? (args[0] as Cle) : args.join('|');
    const connu = memoire.get(cle);
    if (connu !== undefined) return connu;
    const resultat = calcule(...args);
    if (memoire.size >= MAXIMUM) memoire.clear();
    memoire.set(cle, resultat);
    return resultat;
  };
}
