/**
 * Asked about many parcours at once, answered by one query at most every so many milliseconds: what is no longer due at
 * an instant stays so, and an answer a little old only makes one ask again.
 */
export function createSonde(
  readDus: () => Promise<ReadonlySet<string>>,
  toutesLesMs: number,
): (parcoursId: string) => Promise<boolean> {
  let lue = { a: -Infinity, dus: Promise.resolve<ReadonlySet<string>>(new Set()) };
  return async (parcoursId) => {
    const a = performance.now();
    if (a - lue.a >= toutesLesMs) lue = { a, dus: readDus() };
    return !(await lue.dus).has(parcoursId);
  };
}
