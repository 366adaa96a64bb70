import fc from 'fast-check';
import type { DonneesCourriel } from '../../../domain/courriels/donnees';

/** What a name, a place or an address may hold when somebody wishes harm, or pastes from a spreadsheet. */
const HOSTILES = [
  'Awa\r\nBcc: x@example.org',
  'Awa\nDTSTART:19700101T000000Z',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'O\'Neil & fils, « Chez "Léa" »; \\n',
  'a\u2028b\u2029c\u0000d\u0007e\tf',
  '\u202Egnp.exe',
  'é'.repeat(120),
  '👩‍👩‍👧‍👦'.repeat(30),
  'demi \uD83D caractère',
  'javascript:alert(1)',
  'javascript://example.org/%0Aalert(1)',
  'END:VEVENT\r\nEND:VCALENDAR',
  '__proto__',
  'constructor',
  '',
  ' ',
] as const;

/** Any code point, halves of a pair too. fast-check's own unit builds a table of them all for each file: half a second. */
const caractere = fc.integer({ min: 0, max: 0x10_ffff }).map((code) => String.fromCodePoint(code));

export const hostile = fc.oneof(
  fc.constantFrom(...HOSTILES),
  fc.string({ unit: caractere, maxLength: 60 }),
  fc.tuple(fc.constantFrom(...HOSTILES), fc.constantFrom(...HOSTILES)).map(([a, b]) => a + b),
);

/** Fields read by people: the others are ids, codes and instants that the registre made. */
const LIBRES = new Set([
  'prenom',
  'nom',
  'adresse',
  'telephone',
  'courriel',
  'lieu',
  'lien',
  'lienListe',
  'personne',
  'referent',
  'contact',
]);

/** The same data, every free field replaced by what `suivante` gives. */
export function empoisonne<D extends DonneesCourriel>(donnees: D, suivante: () => string): D {
  const visite = (valeur: unknown, champ: string): unknown => {
    if (Array.isArray(valeur)) return valeur.map((v) => visite(v, champ));
    if (typeof valeur === 'object' && valeur !== null) {
      return Object.fromEntries(Object.entries(valeur).map(([c, v]) => [c, visite(v, c)]));
    }
    return typeof valeur === 'string' && LIBRES.has(champ) ? suivante() : valeur;
  };
  return visite(donnees, '') as D;
}
