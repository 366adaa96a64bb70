/** The value below which that share of the measures lies. */
export function quantile(mesures: readonly number[], part: number): number {
  const triees = [...mesures].sort((x, y) => x - y);
  return triees[Math.min(triees.length - 1, Math.floor(part * triees.length))] ?? Number.NaN;
}

/** Between the two in the middle, when there is no middle one. */
export function mediane(mesures: readonly number[]): number {
  const triees = [...mesures].sort((x, y) => x - y);
  const milieu = (triees.length - 1) / 2;
  const [bas, haut] = [triees[Math.floor(milieu)], triees[Math.ceil(milieu)]];
  return ((bas ?? Number.NaN) + (haut ?? Number.NaN)) / 2;
}

const en = (n: number, chiffres: number) => n.toLocaleString('fr-FR', { maximumFractionDigits: chiffres });

export const secondes = (ms: number) => `${en(ms / 1000, ms < 10_000 ? 2 : 1)} s`;
export const millisecondes = (ms: number) => `${en(ms, ms < 10 ? 2 : ms < 100 ? 1 : 0)} ms`;
export const nombre = (n: number, chiffres = 2) => en(n, chiffres);

/** The usual way to say a series. */
export const enQuantiles = (mesures: readonly number[], dire = millisecondes) =>
  `p50 ${dire(quantile(mesures, 0.5))}, p99 ${dire(quantile(mesures, 0.99))}`;
