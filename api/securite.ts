import { createHash } from 'node:crypto';
import helmet from 'helmet';

const DIRECTIVES = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Nothing inline, nothing from elsewhere. */
export function createEnTetes(production: boolean) {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: DIRECTIVES },
    // Not "no-referrer": the browser would then hide the origin of our own forms, which is checked.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: production ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
}

type Directives = Readonly<Partial<Record<keyof typeof DIRECTIVES | 'frame-src', readonly string[]>>>;

/** The same policy, but for what one page needs. */
export function politiqueWith(autres: Directives): string {
  return Object.entries({ ...DIRECTIVES, ...autres })
    .map(([nom, valeurs]) => `${nom} ${valeurs.length === 0 ? "'none'" : valeurs.join(' ')}`)
    .join('; ');
}

/** A letter, or a page without account, carries its style in the page, to be printed from a file: that one style is named by its hash. */
export function politiqueDeLaPage(html: string, autres: Directives = {}): string {
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
  return politiqueWith({ 'script-src': ["'none'"], 'style-src': styles, ...autres });
}
