import type { Request } from 'express';

const BOUCLE = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The demonstration has no session to steal, but another site must not move its clock or write in its parcours:
 * a form is taken only when the browser says that it comes from a page of ours, read under a name of ours.
 */
export function isMemeOrigine(req: Pick<Request, 'get'>, apiUrl: string): boolean {
  const site = req.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin') return false;
  const lue = req.get('Origin') ?? '';
  const origine = URL.canParse(lue) ? new URL(lue) : null;
  if (origine === null || origine.host !== req.get('Host')) return false;
  return BOUCLE.test(origine.hostname) || origine.host === new URL(apiUrl).host;
}
