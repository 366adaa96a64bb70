import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { parseConfiguration } from '../../config/configuration';
import { champsDeConfiguration } from '../../config/schema';
import { writeServerSettings, writeUiSettings } from '../../tools/moteur/temporal-reglages';

const ROOT = path.join(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const UNITES = readdirSync(path.join(ROOT, 'deploiement/systemd'));
const SERVICES = UNITES.filter((u) => u.endsWith('.service'));
const RACINE = '/opt/jalons/actuelle/';

/** The directives of a unit, in order: a name may come back. */
function directivesOf(unite: string): [nom: string, valeur: string][] {
  return read(`deploiement/systemd/${unite}`)
    .split('\n')
    .filter((ligne) => /^[A-Z]\w*=/.test(ligne))
    .map((ligne) => [ligne.slice(0, ligne.indexOf('=')), ligne.slice(ligne.indexOf('=') + 1)]);
}
const valeurs = (unite: string, nom: string) =>
  directivesOf(unite).flatMap(([n, valeur]) => (n === nom ? [valeur] : []));

/** What systemd itself gives to a process, above its environment file. */
const poseesPar = (unite: string) =>
  Object.fromEntries(
    valeurs(unite, 'Environment')
      .flatMap((v) => v.split(' '))
      .map((v) => v.replace('%i', '1').split('=') as [string, string]),
  );
const environnement = (fichier: string) => parseEnv(read(`deploiement/${fichier}`)) as Record<string, string>;
const CLES = Object.keys(champsDeConfiguration);

describe('Les unités systemd', () => {
  test.each(SERVICES)('%s : un compte à elle, rien à écrire hors de son dossier, rien à élever', (unite) => {
    expect(valeurs(unite, 'User')).toHaveLength(1);
    expect(valeurs(unite, 'User')).not.toContain('root');
    expect(valeurs(unite, 'NoNewPrivileges')).toEqual(['yes']);
    expect(valeurs(unite, 'ProtectSystem')).toEqual(['strict']);
    expect(valeurs(unite, 'UMask')).toEqual(['0077']);
  });

  test.each(SERVICES)('%s lance des fichiers qui existent', (unite) => {
    const commandes = [...valeurs(unite, 'ExecStart'), ...valeurs(unite, 'ExecStartPre')];
    expect(commandes.length).toBeGreaterThan(0);
    const fichiers = commandes
      .flatMap((c) => c.split(' '))
      .filter((mot) => /\.(?:ts|js|sh)$/.test(mot) && !mot.startsWith('node_modules'));
    for (const fichier of fichiers)
      expect([fichier, existsSync(path.join(ROOT, fichier.replace(RACINE, '')))]).toEqual([fichier, true]);
    for (const page of valeurs(unite, 'Documentation'))
      expect([page, existsSync(path.join(ROOT, page.replace(`file:${RACINE}`, '')))]).toEqual([page, true]);
  });

  test.each(SERVICES)('%s n’attend que des unités d’ici ou du système', (unite) => {
    const attendues = ['Requires', 'After', 'Wants']
      .flatMap((nom) => valeurs(unite, nom))
      .flatMap((v) => v.split(' '));
    const connues = [...UNITES, 'postgresql.service', 'network-online.target'];
    expect(attendues.filter((u) => !connues.includes(u))).toEqual([]);
  });

  test.each(['jalons-api.service', 'jalons-worker@.service', 'jalons-migrations.service'])(
    '%s : ses variables et celles du fichier forment une configuration de production',
    (unite) => {
      for (const fichier of ['jalons.env', 'jalons-cloud.env']) {
        const { NODE_ENV, ...posees } = poseesPar(unite);
        expect(NODE_ENV).toBe('production');
        const variables = { ...environnement(fichier), ...posees };
        expect(
          Object.keys(variables).filter((v) => !CLES.includes(v) && !v.startsWith('TEMPORAL_TLS_')),
        ).toEqual([]);
        expect(parseConfiguration(variables)).toMatchObject({
          ok: true,
          configuration: { JALONS_MODE: 'production' },
        });
      }
    },
  );

  test('ne recommencent pas sur une configuration fausse, et laissent aux activités le temps de finir', () => {
    for (const unite of ['jalons-api.service', 'jalons-worker@.service'])
      expect(valeurs(unite, 'RestartPreventExitStatus')).toEqual(['78']);
    const lecture = parseConfiguration(environnement('jalons.env'));
    if (!lecture.ok) throw new Error('jalons.env est faux');
    const [arret] = valeurs('jalons-worker@.service', 'TimeoutStopSec');
    expect(Number(arret)).toBeGreaterThan(lecture.configuration.WORKER_GRACE + 20);
  });
});

describe('Les réglages de Temporal pour une machine', () => {
  /** Values that a deployment chooses; the rest is what the tests run on. */
  const sansChoix = (texte: string) =>
    texte
      .replaceAll(/(user|password|numHistoryShards|filepath|maxConns|maxIdleConns): .*/g, '$1: …')
      .replaceAll(/^#.*\n/gm, '');

  test('le serveur a les réglages de celui de npm start, comptes et éclats à part', () => {
    const dossier = mkdtempSync(path.join(tmpdir(), 'jalons-deploiement-'));
    const autres = [6933, 7235, 6935, 7234, 6934, 7239, 6939];
    const file = writeServerSettings(dossier, 5432, { frontend: 7233, autres });
    expect(parse(sansChoix(read('deploiement/temporal.yaml')))).toEqual(
      parse(sansChoix(readFileSync(file, 'utf8'))),
    );
  });

  test('l’interface a celles de npm start, mais en lecture seule', () => {
    const dossier = mkdtempSync(path.join(tmpdir(), 'jalons-deploiement-'));
    const folder = writeUiSettings(dossier, '127.0.0.1:7233', 8233, 'jalons');
    const ici = parse(readFileSync(path.join(folder, 'development.yaml'), 'utf8')) as Record<string, unknown>;
    const la = parse(read('deploiement/temporal-ui.yaml')) as Record<string, unknown>;
    expect(la['disableWriteActions']).toBe(true);
    expect(Object.keys(la).filter((cle) => !(cle in ici) && cle !== 'host')).toEqual([]);
    expect([la['temporalGrpcAddress'], la['port'], la['defaultNamespace']]).toEqual([
      ici['temporalGrpcAddress'],
      ici['port'],
      ici['defaultNamespace'],
    ]);
  });
});

describe('La sauvegarde', () => {
  test('prend par défaut les trois bases de ses réglages, qui sont celles du système', () => {
    const { BASES = '' } = environnement('sauvegarde.env');
    expect(read('deploiement/sauvegarder.sh')).toContain(`BASES:=${BASES}`);
    const serveur = read('deploiement/temporal.yaml');
    for (const base of BASES.split(' ').filter((b) => b !== 'jalons'))
      expect(serveur).toContain(`databaseName: ${base}\n`);
    expect(environnement('jalons.env')['DATABASE_URL']).toMatch(/\/jalons$/);
  });
});
