/** How many may send at once, in all and to one domain, and how long one may wait for its turn. */
export type Bornes = { readonly enTout: number; readonly parDomaine: number; readonly attenteMs: number };

/** Leaves the place to the next one; null: none came free in time. */
export type Sortie = (() => void) | null;

export type Passage = { readonly enter: (domaine: string) => Promise<Sortie> };

type Attente = { readonly domaine: string; readonly goOn: () => void };

/**
 * A narrow way: first come, first served, but nobody waits behind a domain that is full. What waits holds the lease of
 * its courriel, so it never waits long.
 */
export function createPassage({ enTout, parDomaine, attenteMs }: Bornes): Passage {
  const presents = new Map<string, number>();
  const attentes = new Set<Attente>();
  let total = 0;
  const isOuvert = (domaine: string) => total < enTout && (presents.get(domaine) ?? 0) < parDomaine;
  const count = (domaine: string, n: number) => {
    total += n;
    const reste = (presents.get(domaine) ?? 0) + n;
    if (reste === 0) presents.delete(domaine);
    else presents.set(domaine, reste);
  };
  const sortieOf = (domaine: string) => () => {
    count(domaine, -1);
    for (const attente of attentes) if (isOuvert(attente.domaine)) attente.goOn();
  };
  return {
    enter(domaine) {
      if (isOuvert(domaine)) {
        count(domaine, 1);
        return Promise.resolve(sortieOf(domaine));
      }
      return new Promise((resolve) => {
        const attente = {
          domaine,
          goOn() {
            clearTimeout(renonce);
            attentes.delete(attente);
            count(domaine, 1);
            resolve(sortieOf(domaine));
          },
        };
        const renonce = setTimeout(() => {
          attentes.delete(attente);
          resolve(null);
        }, attenteMs);
        attentes.add(attente);
      });
    },
  };
}
