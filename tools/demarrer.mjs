// The door of `npm start`, `npm test`, `npm run demo`…: plain JavaScript without dependencies, since node_modules may
// not be there yet. Checks Node, installs what is missing or stale, then hands over to the TypeScript programs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const PROGRAMMES = {
  start: './systeme/main.ts',
  demo: './systeme/demo.ts',
  bench: './systeme/bench.ts',
  reset: './systeme/reset.ts',
  test: './essais/test.ts',
  fuzz: './fuzz/main.ts',
  verify: './essais/verify.ts',
};

const say = (sentence) => process.stdout.write(`${sentence}\n`);

function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 20)) return;
  giveUp(
    `Jalons demande Node 20.20 ou plus récent (22 ou 24 de préférence) ; ici : ${process.versions.node}.`,
  );
}

const readJson = (file) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));

/** True when what is installed is what the lock file says; packages for other machines may be missing. */
function isInstalled() {
  if (!existsSync(path.join(ROOT, 'node_modules/.package-lock.json'))) return false;
  const installed = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(readJson('package-lock.json').packages).every(
    ([name, wanted]) =>
      name === '' || installed[name]?.version === wanted.version || (wanted.optional && !installed[name]),
  );
}

function run(command, args, failure) {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) giveUp(failure);
}

function install() {
  if (isInstalled()) return;
  say('Installation des dépendances fixées par package-lock.json (une à deux minutes la première fois)…');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  run(
    command,
    [...first, 'ci', '--no-audit', '--no-fund'],
    'Les dépendances n’ont pas pu être installées (npm ci).',
  );
}

/** The client is generated again when the schema, or Prisma itself, is no longer the one it was made from. */
function generateClient() {
  const stamp = path.join(ROOT, 'prisma/client/.empreinte');
  const { version } = readJson('node_modules/prisma/package.json');
  const schema = readFileSync(path.join(ROOT, 'prisma/schema.prisma'));
  const wanted = createHash('sha256').update(schema).update(version).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Génération du client Prisma…');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'node_modules/prisma/build/index.js'), 'generate'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) giveUp(`Le client Prisma n’a pas pu être généré.\n${stdout}${stderr}`);
  writeFileSync(stamp, wanted);
}

/** The pre-push hook of the repository, where there is one and nobody has set another. Never fails a start. */
function installHook() {
  if (process.env.CI || !existsSync(path.join(ROOT, '.git'))) return;
  const git = (...args) => spawnSync('git', ['config', '--local', ...args], { cwd: ROOT, encoding: 'utf8' });
  if (git('--get', 'core.hooksPath').status === 1) git('core.hooksPath', 'tools/crochets');
}

const command = process.argv[2];
if (!Object.hasOwn(PROGRAMMES, command)) giveUp(`Commandes : ${Object.keys(PROGRAMMES).join(', ')}.`);
checkNode();
install();
generateClient();
installHook();
const require = createRequire(import.meta.url);
require('./typescript.cjs');
await require(PROGRAMMES[command]).main(process.argv.slice(3));
