import { choice, hostPort, integer, port, postgresUrl, text, webUrl, notice } from './champs';
import { adresseDeDeveloppement } from './defauts';

const APPLICATION = 'Application';

export const application = {
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
  API_REQUETES_PAR_SECONDE: integer(0, 100_000, ' ; 0 : sans limite')
    .default(50)
    .meta(
      notice({
        groupe: APPLICATION,
        description:
          'Requêtes par seconde qu’un même jeton peut faire à chaque processus de l’API, comptées sur dix secondes ; au-delà, 429. 0 : sans limite.',
      }),
    ),
  API_INCONNUS_PAR_MINUTE: integer(0, 100_000, ' ; 0 : sans limite')
    .default(60)
    .meta(
      notice({
        groupe: APPLICATION,
        description:
          'Jetons, liens de réponse et adresses d’agenda inconnus qu’une même adresse réseau peut essayer par minute à chaque processus de l’API ; au-delà, 429. 0 : sans limite.',
      }),
    ),
  API_MANDATAIRES: integer(0, 10, ' (0 : aucun)')
    .default(0)
    .meta(
      notice({
        groupe: APPLICATION,
        description:
          'Mandataires (Nginx, Caddy…) placés devant l’API, dont l’en-tête X-Forwarded-For dit l’adresse de qui demande. À 0 l’en-tête n’est pas cru ; trop grand, n’importe qui choisit son adresse.',
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
        description:
          'Port de contrôle du worker : GET /readyz répond 200 quand il prend des tâches, GET /metrics donne ses mesures.',
      }),
    ),
  API_METRIQUES_PORT: integer(0, 65_535, ' (un numéro de port ; 0 : aucune)')
    .default(3100)
    .meta(
      notice({
        groupe: APPLICATION,
        description:
          'Port des mesures de l’API et du registre, à part pour rester dans la maison : GET /metrics. 0 : aucune.',
      }),
    ),
  SDK_METRIQUES_PORT: integer(0, 65_535, ' (un numéro de port ; 0 : aucune)')
    .default(3101)
    .meta(
      notice({
        groupe: APPLICATION,
        description: 'Port des mesures du SDK de Temporal dans le worker : GET /metrics. 0 : aucune.',
      }),
    ),
  LOG_LEVEL: choice(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta(notice({ groupe: APPLICATION, description: 'Détail des journaux techniques (pino).' })),
};

const BASE = 'PostgreSQL';

export const base = {
  DATABASE_URL: postgresUrl()
    .default(adresseDeDeveloppement())
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
};

const TEMPORAL = 'Temporal';

export const temporal = {
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
  WORKER_REPRISE: integer(1, 600, ' secondes')
    .default(30)
    .meta(
      notice({
        groupe: TEMPORAL,
        description:
          'Secondes après lesquelles un autre worker reprend ce qui attendait un worker mort. Plus que n’attend un réveil parmi beaucoup.',
      }),
    ),
};
