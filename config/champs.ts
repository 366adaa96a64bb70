import { z } from 'zod';

/** What the documentation says of a variable beside its description. */
export type Notice = {
  groupe: string;
  description: string;
  /** The default as a person reads it, when the value itself depends on the machine. */
  parDefaut?: string;
  exemple?: string;
};

export const notice = (n: Notice) => n;

const said = (input: unknown) =>
  typeof input === 'string' || typeof input === 'number' ? `« ${input} »` : 'absente';

/** The sentence of a wrong value: what was read, then how to mend it. */
const mend = (expected: string) => ({
  error: ({ input }: { input?: unknown }) => `valeur ${said(input)} refusée : ${expected}`,
});

export const integer = (min: number, max: number, unite = '') => {
  const attendu = mend(`donnez un nombre entier de ${min} à ${max}${unite}.`);
  return z
    .string(attendu)
    .regex(/^\d{1,9}$/, attendu)
    .transform(Number)
    .pipe(z.number().min(min, attendu).max(max, attendu));
};

export const port = () => integer(1, 65_535, ' (un numéro de port)');

export const text = (attendu: string) => z.string(mend(attendu)).trim().min(1, mend(attendu));

export const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, mend(`choisissez ${values.map((v) => `« ${v} »`).join(', ')}.`));

export const postgresUrl = () =>
  z.string(mend('donnez une adresse postgresql://utilisateur:mot-de-passe@hote:port/base.')).regex(
    /^postgres(?:ql)?:\/\/[^/]+\/[^/?]+/,
    // The value holds a password: never repeated.
    'donnez une adresse de la forme postgresql://utilisateur:mot-de-passe@hote:port/base.',
  );

export const webUrl = () =>
  z.url({ protocol: /^https?$/, ...mend('donnez une adresse commençant par http:// ou https://.') });

export const mailbox = () =>
  z
    .string()
    .regex(
      /^(?:[^<>\r\n"]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      mend(
        'donnez une adresse (jalons@exemple.fr) ou un nom suivi de l’adresse (Jalons <jalons@exemple.fr>).',
      ),
    );

export const hostPort = () =>
  z.string().regex(/^[^\s:/]+:\d{1,5}$/, mend('donnez un hôte et un port (exemple : 127.0.0.1:7233).'));
