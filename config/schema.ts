import path from 'node:path';
import { homedir } from 'node:os';
import { z } from 'zod';
import { ADRESSE_DE_DEVELOPPEMENT, EXPEDITEUR_DE_DEMONSTRATION } from './defauts';
import { choice, hostPort, integer, mailbox, port, postgresUrl, text, webUrl, type Notice } from './champs';

const notice = (n: Notice) => n;
const APPLICATION = 'Application';
const BASE = 'PostgreSQL';
const TEMPORAL = 'Temporal';
const COURRIEL = 'Courriels';
const DEVELOPPEMENT = 'Système de développement (npm start, npm test, npm run demo)';

const defaultCache = (xdg: string | undefined) => path.join(xdg ?? path.join(homedir(), '.cache'), 'jalons');

/** Every variable Jalons knows, with what it is for and its default: the source of `.env.example`. */
const variables = z.object({
  JALONS_MODE: choice(['demonstration', 'production', 'test'])
    .default('demonstration')
    .meta(
      notice({
        groupe: APPLICATION,
        description:
          'Ce que le système a le droit de faire. « production » refuse de déplacer l’horloge et de servir les pages de démonstration, et demande des courriels chiffrés.',
      }),
    ),
  API_PORT: port()
    .default(3000)
    .meta(notice({ groupe: APPLICATION, description: 'Port de l’API et des pages.' })),
  API_URL: webUrl()
    .default('http://127.0.0.1:3000')
    .meta(
      notice({
        groupe: APPLICATION,
        description:
          'Adresse publique de l’API, celle que portent les liens des courriels. En https en production.',
      }),
    ),
  ECOUTE: choice(['127.0.0.1', '0.0.0.0', '::1', '::'])
    .default('127.0.0.1')
    .meta(
      notice({
        groupe: APPLICATION,
        description:
          'Adresse où l’API, le worker et la boîte de démonstration écoutent : « 0.0.0.0 » dans un conteneur.',
      }),
    ),
  WORKER_PORT: port()
    .default(3001)
    .meta(
      notice({
        groupe: APPLICATION,
        description: 'Port de contrôle du worker : GET /readyz répond 200 quand il prend des tâches.',
      }),
    ),
  LOG_LEVEL: choice(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta(notice({ groupe: APPLICATION, description: 'Détail des journaux techniques (pino).' })),

  DATABASE_URL: postgresUrl()
    .default(ADRESSE_DE_DEVELOPPEMENT)
    .meta(
      notice({
        groupe: BASE,
        description:
          'Base de données de Jalons. Par défaut celle de npm start, qui lance toujours son propre PostgreSQL. À donner en production.',
      }),
    ),
  DATABASE_CONNEXIONS: integer(1, 200)
    .default(10)
    .meta(notice({ groupe: BASE, description: 'Nombre de connexions que chaque processus garde au plus.' })),

  TEMPORAL_ADDRESS: hostPort()
    .optional()
    .meta(
      notice({
        groupe: TEMPORAL,
        description:
          'Serveur Temporal à employer, Temporal Cloud compris. Absente : npm start et npm test lancent le leur. Lue par @temporalio/envconfig.',
        exemple: '127.0.0.1:7233',
      }),
    ),
  TEMPORAL_NAMESPACE: text('donnez le nom d’un namespace Temporal.')
    .default('jalons')
    .meta(
      notice({
        groupe: TEMPORAL,
        description: 'Namespace où vivent les parcours. Lue par @temporalio/envconfig.',
      }),
    ),
  TEMPORAL_RETENTION_JOURS: integer(1, 365, ' (jours)')
    .default(1)
    .meta(
      notice({
        groupe: TEMPORAL,
        description:
          'Jours pendant lesquels un namespace créé ici garde les histoires closes. Le journal de Jalons, lui, est dans PostgreSQL.',
      }),
    ),
  TEMPORAL_API_KEY: text('donnez la clé d’API de Temporal.')
    .optional()
    .meta(
      notice({
        groupe: TEMPORAL,
        description:
          'Clé d’API, pour Temporal Cloud. Lue par @temporalio/envconfig, comme TEMPORAL_PROFILE, TEMPORAL_CONFIG_FILE et TEMPORAL_TLS_*.',
        exemple: 'clef-fournie-par-temporal-cloud',
      }),
    ),
  TEMPORAL_UI_URL: webUrl()
    .optional()
    .meta(
      notice({
        groupe: TEMPORAL,
        description: 'Adresse de l’interface Temporal, pour les liens des pages. npm start donne la sienne.',
        exemple: 'http://127.0.0.1:8233',
      }),
    ),
  TACHES: text('donnez un nom de file de tâches.')
    .default('jalons')
    .meta(notice({ groupe: TEMPORAL, description: 'File de tâches des parcours.' })),
  TACHES_COURRIEL: text('donnez un nom de file de tâches.')
    .default('jalons-courriels')
    .meta(
      notice({
        groupe: TEMPORAL,
        description: 'File de tâches de l’envoi des courriels, au débit réglé à part.',
      }),
    ),
  WORKER_CACHE: integer(1, 100_000)
    .default(2000)
    .meta(
      notice({
        groupe: TEMPORAL,
        description: 'Nombre de parcours que le worker garde en mémoire (environ 0,25 Mo chacun).',
      }),
    ),
  WORKER_GRACE: integer(1, 600, ' secondes')
    .default(20)
    .meta(
      notice({
        groupe: TEMPORAL,
        description: 'Secondes laissées aux activités en cours quand le worker s’arrête.',
      }),
    ),

  SMTP_HOST: text('donnez le nom du relais de messagerie.')
    .default('127.0.0.1')
    .meta(
      notice({
        groupe: COURRIEL,
        description: 'Relais de messagerie. Par défaut la boîte de démonstration.',
      }),
    ),
  SMTP_PORT: port()
    .default(2525)
    .meta(notice({ groupe: COURRIEL, description: 'Port du relais de messagerie.' })),
  SMTP_SECURITE: choice(['aucune', 'starttls', 'tls'])
    .default('aucune')
    .meta(
      notice({
        groupe: COURRIEL,
        description: 'Chiffrement de la liaison avec le relais. « aucune » n’est admise que hors production.',
      }),
    ),
  SMTP_UTILISATEUR: text('donnez le nom d’utilisateur du relais.')
    .optional()
    .meta(
      notice({ groupe: COURRIEL, description: 'Compte du relais, s’il en demande un.', exemple: 'jalons' }),
    ),
  SMTP_MOT_DE_PASSE: text('donnez le mot de passe du relais.')
    .optional()
    .meta(notice({ groupe: COURRIEL, description: 'Mot de passe de ce compte.', exemple: 'a-remplacer' })),
  COURRIEL_EXPEDITEUR: mailbox()
    .default(EXPEDITEUR_DE_DEMONSTRATION)
    .meta(notice({ groupe: COURRIEL, description: 'Expéditeur des courriels. À donner en production.' })),
  COURRIELS_PAR_SECONDE: integer(1, 1000)
    .default(50)
    .meta(notice({ groupe: COURRIEL, description: 'Débit d’envoi à ne pas dépasser.' })),

  COURRIEL_BAIL: integer(1, 3600, ' secondes')
    .default(150)
    .meta(
      notice({
        groupe: COURRIEL,
        description:
          'Secondes pendant lesquelles un envoi garde son courriel ; au-delà, son expéditeur est tenu pour mort et un autre le reprend. Plus de 80 en production : la somme des délais d’attente du relais.',
      }),
    ),

  JALONS_PORT_POSTGRES: port()
    .default(5433)
    .meta(notice({ groupe: DEVELOPPEMENT, description: 'Port du PostgreSQL lancé par npm start.' })),
  JALONS_PORT_TEMPORAL: integer(1, 32_767, ' (Temporal n’en admet pas de plus grand)')
    .default(7233)
    .meta(notice({ groupe: DEVELOPPEMENT, description: 'Port du serveur Temporal lancé par npm start.' })),
  JALONS_PORT_TEMPORAL_UI: port()
    .default(8233)
    .meta(
      notice({ groupe: DEVELOPPEMENT, description: 'Port de l’interface Temporal lancée par npm start.' }),
    ),
  JALONS_PORT_SMTP: port()
    .default(2525)
    .meta(notice({ groupe: DEVELOPPEMENT, description: 'Port SMTP de la boîte de démonstration.' })),
  JALONS_PORT_COURRIELS: port()
    .default(8025)
    .meta(
      notice({
        groupe: DEVELOPPEMENT,
        description: 'Port de la page où se lisent les courriels de démonstration.',
      }),
    ),
  JALONS_DOSSIER: text('donnez un dossier.')
    .default('.jalons')
    .meta(
      notice({
        groupe: DEVELOPPEMENT,
        description: 'Dossier des données de npm start (effacé par npm run reset).',
      }),
    ),
  JALONS_CACHE: text('donnez un dossier.')
    .default(() => defaultCache(process.env['XDG_CACHE_HOME']))
    .meta(
      notice({
        groupe: DEVELOPPEMENT,
        description: 'Cache des programmes construits, hors du dépôt : un second clone ne reconstruit rien.',
        parDefaut: '~/.cache/jalons',
      }),
    ),
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
/** The sum of what an attempt may wait for: connection, greeting, silence (activities/envoi/relais-smtp.ts). */
const DELAIS_SMTP_SECONDES = 80;
const inProduction = (c: EnCours) => c.JALONS_MODE === 'production';

export const schemaDeConfiguration = variables
  .refine(
    (c: EnCours) => !inProduction(c) || c.DATABASE_URL !== ADRESSE_DE_DEVELOPPEMENT,
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
      'en production, donnez plus de 80 secondes : un second envoi partirait pendant que le premier vit encore.',
    ),
  )
  .refine(
    (c: EnCours) => (c.SMTP_UTILISATEUR === undefined) === (c.SMTP_MOT_DE_PASSE === undefined),
    together(
      'SMTP_MOT_DE_PASSE',
      'donnez SMTP_UTILISATEUR et SMTP_MOT_DE_PASSE ensemble, ou aucun des deux.',
    ),
  );

/** The fields alone, for what documents them. */
export const champsDeConfiguration = variables.shape;
