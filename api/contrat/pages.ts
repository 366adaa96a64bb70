import { z } from 'zod';

const REPRENEZ = 'reprenez la valeur de « suivant » telle quelle.';
const description = 'Valeur de « suivant » de la page précédente.';
const ditSuivant = 'À donner dans « apres » pour la page suivante ; null à la dernière.';

const limite = z
  .string()
  .regex(/^\d{1,3}$/, 'donnez un nombre de 1 à 200.')
  .default('50')
  .transform(Number)
  .pipe(z.number().min(1, 'donnez un nombre de 1 à 200.').max(200, 'donnez un nombre de 1 à 200.'))
  .meta({
    description: 'Nombre d’éléments, 50 par défaut, 200 au plus.',
    type: 'integer',
    minimum: 1,
    maximum: 200,
  });

/** Lists are read by pages, each from the last id of the one before. */
export const page = { apres: z.uuid(REPRENEZ).optional().meta({ description }), limite };

/** A journal is read by its ranks. */
export const pageParRang = {
  apres: z
    .string()
    .regex(/^\d{1,9}$/, REPRENEZ)
    .transform(Number)
    .optional()
    .meta({ description, type: 'integer', minimum: 0, maximum: 999_999_999 }),
  limite,
};

export const suivant = z.uuid().nullable().meta({ description: ditSuivant });
export const suivantParRang = z.int().nullable().meta({ description: ditSuivant });

export const pageDe = <S extends z.ZodType>(id: string, element: S) =>
  z
    .strictObject({
      elements: z.array(element).readonly(),
      suivant,
    })
    .meta({ id });

/** One more is read than asked, to know whether there is a next page. */
export function pageOf<T extends { readonly id: string }>(lus: readonly T[], limite: number) {
  const elements = lus.slice(0, limite);
  return { elements, suivant: lus.length > limite ? (elements.at(-1)?.id ?? null) : null };
}
