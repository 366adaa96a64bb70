import jsQR from 'jsqr';

/** Pixels a module: enough for a reader that looks for squares. */
const ECHELLE = 4;

/** What the square of a printed letter says, read as a telephone would: from its pixels. */
export function readCarre(page: string): string | null {
  const [, cote = '0'] = /<svg[^>]*viewBox="0 0 (\d+) /.exec(page) ?? [];
  const largeur = Number(cote) * ECHELLE;
  const pixels = new Uint8ClampedArray(largeur * largeur * 4).fill(255);
  for (const [, x, y] of page.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dx = 0; dx < ECHELLE; dx += 1) {
      for (let dy = 0; dy < ECHELLE; dy += 1) {
        const ici = ((Number(y) * ECHELLE + dy) * largeur + Number(x) * ECHELLE + dx) * 4;
        pixels.fill(0, ici, ici + 3);
      }
    }
  }
  return largeur === 0 ? null : (jsQR(pixels, largeur, largeur)?.data ?? null);
}
