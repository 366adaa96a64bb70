import { z } from 'zod';
import { adresseDeDeveloppement, EXPEDITEUR_DE_DEMONSTRATION } from './defauts';
import { developpement } from './variables-de-developpement';
import { courriel } from './variables-des-courriels';
import { donnees } from './variables-des-donnees';
import { application, base, temporal } from './variables-du-service';

/** Every variable Jalons knows, with what it is for and its default: the source of `.env.example`. */
const variables = z.object({
  ...application,
  ...base,
  ...temporal,
  ...courriel,
  ...donnees,
  ...developpement,
});

export type Configuration = z.output<typeof variables>;

/** Rules between variables, said together with the others: `when` lets them run although a field is wrong. */
const together = (variable: keyof Configuration, error: string) => ({
  path: [variable],
  error,
  when: () => true,
});
/** What is there of a configuration whose other fields may be wrong. */
type EnCours = Partial<Configuration>;
/** The sum of what an attempt may wait for: its turn, connection, greeting, silence (activities/envoi/relais-smtp.ts). */
const DELAIS_SMTP_SECONDES = 100;
const inProduction = (c: EnCours) => c.JALONS_MODE === 'production';

/** Not given, the base is the one of `npm start`, on whatever port it was told to take. */
const followPort = ({ DATABASE_URL, JALONS_PORT_POSTGRES }: Configuration) =>
  DATABASE_URL === adresseDeDeveloppement() ? adresseDeDeveloppement(JALONS_PORT_POSTGRES) : DATABASE_URL;

export const schemaDeConfiguration = variables
  .refine(
    (c: EnCours) => !inProduction(c) || c.DATABASE_URL !== adresseDeDeveloppement(),
    together('DATABASE_URL', 'absente : en production, donnez l’adresse de la base de Jalons.'),
  )
  .refine(
    (c: EnCours) => !inProduction(c) || c.API_URL?.startsWith('https://') === true,
    together('API_URL', 'en production, donnez l’adresse publique, commençant par https://.'),
  )
  .refine(
    (c: EnCours) => !inProduction(c) || c.SMTP_SECURITE !== 'aucune',
    together(
      'SMTP_SECURITE',
      'en production les courriels partent chiffrés : choisissez « starttls » ou « tls ».',
    ),
  )
  .refine(
    (c: EnCours) => !inProduction(c) || c.COURRIEL_EXPEDITEUR !== EXPEDITEUR_DE_DEMONSTRATION,
    together('COURRIEL_EXPEDITEUR', 'absent : en production, donnez l’expéditeur des courriels.'),
  )
  .refine(
    (c: EnCours) => !inProduction(c) || (c.COURRIEL_BAIL ?? 0) > DELAIS_SMTP_SECONDES,
    together(
      'COURRIEL_BAIL',
      'en production, donnez plus de 100 secondes : un second envoi partirait pendant que le premier vit encore.',
    ),
  )
  .refine(
    (c: EnCours) => (c.SMTP_UTILISATEUR === undefined) === (c.SMTP_MOT_DE_PASSE === undefined),
    together(
      'SMTP_MOT_DE_PASSE',
      'donnez SMTP_UTILISATEUR et SMTP_MOT_DE_PASSE ensemble, ou aucun des deux.',
    ),
  )
  .transform((c) => ({ ...c, DATABASE_URL: followPort(c) }));

/** The fields alone, for what documents them. */
export const champsDeConfiguration = variables.shape;
