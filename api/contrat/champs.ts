import { z } from 'zod';
import { enVigueur, findDispositif } from '../../domain/dispositifs/en-vigueur';
import { findCivilDate } from '../../domain/temps/jour';
import { instantAt, type Heure } from '../../domain/temps/heure-locale';
import { findInstant, type Instant } from '../../domain/temps/instant';
import type { CodeZone } from '../../domain/temps/zones';

/** The fields that the resources share: each says in French what it expects, and what it is for (OpenAPI). */

export const identifiant = (description: string) =>
  z
    .uuid('donnez un identifiant (UUID).')
    .meta({ description, format: 'uuid', example: '0190f1de-5b6c-7cc4-9a51-0c6e2f0b7a11' });

/**
 * Control characters break mail headers, CSV and PostgreSQL (NUL); line ends are allowed in free text only. Written
 * without the flag `u`, as the document can say it: half a character, which is no text at all, is looked for apart.
 */
/* oxlint-disable no-control-regex -- they are what is refused */
const UNE_LIGNE = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/;
const PLUSIEURS_LIGNES = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/;
/* oxlint-enable no-control-regex */
const MOITIE = /\p{Cs}/u;
const estEntier = (texte: string) => !MOITIE.test(texte);
const INVISIBLES = 'retirez les caractères invisibles.';

const borne = (max: number) => `raccourcissez à ${max} caractères au plus.`;

export const ligne = (description: string, max = 200) =>
  z
    .string()
    .trim()
    .min(1, 'ce champ est vide.')
    .max(max, borne(max))
    .regex(UNE_LIGNE, 'écrivez sur une seule ligne, sans caractère invisible.')
    .refine(estEntier, INVISIBLES)
    .meta({ description });

export const texteLibre = (description: string, max = 4000) =>
  z
    .string()
    .trim()
    .min(1, 'ce champ est vide.')
    .max(max, borne(max))
    .regex(PLUSIEURS_LIGNES, INVISIBLES)
    .refine(estEntier, INVISIBLES)
    .meta({ description });

/** Left empty in a form, it is as if it were not there. */
export const texteFacultatif = (description: string, max = 4000) =>
  z
    .string()
    .trim()
    .max(max, borne(max))
    .regex(PLUSIEURS_LIGNES, INVISIBLES)
    .refine(estEntier, INVISIBLES)
    .nullable()
    .optional()
    .meta({ description });

/** What mail relays pass on, without the signs by which some of them were once commanded. */
const ADRESSE =
  /^[A-Za-z0-9_'+-]+(?:\.[A-Za-z0-9_'+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;

export const courriel = (description: string) =>
  z
    .string()
    .max(254, borne(254))
    .regex(ADRESSE, 'donnez une adresse de courriel, par exemple prenom.nom@exemple.fr.')
    .meta({ description, format: 'email', example: 'camille@example.org' });

export const telephone = (description: string) =>
  z
    .string()
    .regex(/^\+?[\d .()-]{3,25}$/, 'donnez un numéro de téléphone, par exemple 04 94 00 00 00.')
    .meta({ description, example: '04 94 00 00 00' });

/** A form writes numbers as digits; JSON writes them as numbers. */
export const entier = (description: string, min: number, max: number) =>
  z
    .preprocess(
      (lu) => (typeof lu === 'string' && /^\d{1,9}$/.test(lu) ? Number(lu) : lu),
      z
        .int('donnez un nombre entier.')
        .min(min, `donnez un nombre d’au moins ${min}.`)
        .max(max, `donnez un nombre d’au plus ${max}.`),
    )
    .meta({ description, type: 'integer', minimum: min, maximum: max });

/** A yes or no in a query. */
export const ouiNon = (description: string) =>
  z
    .enum(['true', 'false'], 'donnez true ou false.')
    .transform((lu) => lu === 'true')
    .meta({ description, type: 'boolean' });

/** A rank in a path: 1, 2, 3… */
export const rang = (description: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .meta({ description, type: 'integer', minimum: 1 });

const JOUR = '(19|20|21)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';

export const jour = (description: string) =>
  z
    .string()
    .transform((texte, ctx) => {
      const le = findCivilDate(texte);
      if (le !== null) return le;
      ctx.addIssue({ code: 'custom', message: 'donnez un jour du calendrier, par exemple 2025-03-31.' });
      return z.NEVER;
    })
    .meta({ description, type: 'string', format: 'date', pattern: `^${JOUR}$`, example: '2025-03-31' });

/** Left empty in a form, it is as if it were not there. */
export const jourFacultatif = (description: string) =>
  z
    .preprocess((x) => (x === '' ? null : x), jour(description).nullable())
    .optional()
    .meta({ description });

const HEURE = /^([01]\d|2[0-3]):[0-5]\d$/;
const isHeure = (texte: string): texte is Heure => HEURE.test(texte);

export const heure = (description: string) =>
  z
    .string()
    .refine(isHeure, 'donnez une heure, par exemple 09:30.')
    .meta({ description, type: 'string', pattern: HEURE.source, example: '09:30' });

const OFFSET = '(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)';
const INSTANT = `^${JOUR}T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?${OFFSET}$`;
const FORME = new RegExp(INSTANT);

const instantLu = z.string().transform((texte, ctx) => {
  // `Date` would take 30 February for 2 March.
  const lu = FORME.test(texte) && findCivilDate(texte.slice(0, 10)) !== null ? findInstant(texte) : null;
  if (lu !== null) return lu;
  ctx.addIssue({
    code: 'custom',
    message: 'donnez une date et une heure avec leur décalage, par exemple 2025-03-31T09:30:00+02:00.',
  });
  return z.NEVER;
});

export const instant = (description: string) =>
  instantLu.meta({
    ...{ description, type: 'string', format: 'date-time', pattern: INSTANT },
    example: '2025-03-31T09:30:00+02:00',
  });

const heureDuMur = z.strictObject({
  le: jour('Jour, sur le calendrier de la structure.'),
  heure: heure('Heure, sur le mur de la structure.'),
});

/** An hour as a person gives it: an instant with its offset, or a day and an hour on the wall of the structure. */
export const moment = (description: string) =>
  z
    .union([instant('Instant avec son décalage.'), heureDuMur], {
      error:
        'donnez un instant avec son décalage (2025-03-31T09:30:00+02:00), ou un jour et une heure : { "le": "2025-03-31", "heure": "09:30" }.',
    })
    .meta({ description });

export type Moment = z.output<ReturnType<typeof moment>>;

export const isAuMur = (m: Moment): boolean => typeof m !== 'string';

export function instantOf(m: Moment, zone: CodeZone): Instant {
  return typeof m === 'string' ? m : instantAt(m.le, m.heure, zone);
}

const editions = enVigueur.map(({ code, edition: e }) => `${code}/${e}`);
const CHOISISSEZ = `choisissez un dispositif et une édition parmi : ${editions.join(', ')}.`;
export const codesDispositif = [...new Set(enVigueur.map(({ code }) => code))];
const codesEdition = [...new Set(enVigueur.map((d) => d.edition))];

/** A form writes one value, `code/edition`; JSON writes an object. */
export const edition = (description: string) =>
  z
    .preprocess(
      (lu) => {
        const [, code, e] = typeof lu === 'string' ? (/^([^/]+)\/([^/]+)$/.exec(lu) ?? []) : [];
        return code === undefined || e === undefined ? lu : { code, edition: e };
      },
      z
        .strictObject(
          // The document names them; a wrong one is said of the whole choice, which is one field of a form.
          {
            code: z.string().meta({ enum: codesDispositif }),
            edition: z.string().meta({ enum: codesEdition }),
          },
          'donnez un dispositif et une édition.',
        )
        .refine((d) => findDispositif(d) !== null, CHOISISSEZ),
    )
    .meta({ description: `${description} Parmi : ${editions.join(', ')}.` });

/** A field that is not given is not a field set to nothing. */
export function given<T extends object>(corps: T): Given<T> {
  return Object.fromEntries(Object.entries(corps).filter(([, valeur]) => valeur !== undefined)) as Given<T>;
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** What leaves as a file: its bytes, or a table that is written while it leaves. */
export const fichier = (description: string) =>
  z.custom<Buffer | AsyncIterable<Buffer>>().meta({ description, type: 'string' });

/** What arrives as a file, read as it comes. */
export const listeRecue = (description: string) =>
  z.custom<AsyncIterable<Uint8Array>>().meta({ description, type: 'string' });

/** What an answer carries: already written by the domain or by PostgreSQL, so only its form is said. */
export const dit = {
  id: (description: string) => z.uuid().meta({ description, format: 'uuid' }),
  jour: (description: string) => z.iso.date().meta({ description, format: 'date' }),
  instant: (description: string) => z.iso.datetime().meta({ description, format: 'date-time' }),
  texte: (description: string) => z.string().meta({ description }),
  nombre: (description: string) => z.int().meta({ description }),
  oui: (description: string) => z.boolean().meta({ description }),
  version: z
    .int()
    .meta({ description: 'Version de cette fiche : son « ETag », à rendre dans « If-Match ».' }),
  liste: <S extends z.ZodType>(element: S, description?: string) =>
    z
      .array(element)
      .readonly()
      .meta(description === undefined ? {} : { description }),
  choix: <const T extends string>(valeurs: readonly T[], description: string) =>
    z.enum(valeurs).meta({ description }),
};

export const choix = <const T extends string>(valeurs: readonly T[], description: string) =>
  z.enum(valeurs, `choisissez parmi : ${valeurs.join(', ')}.`).meta({ description, example: valeurs[0] });

/** A list of codes with what each means, for the description of a choice. */
export const codesOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table)
    .map(([code, libelle]) => `\`${code}\` : ${libelle}`)
    .join(' ; ');
