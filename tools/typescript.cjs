// How Node runs our TypeScript: `node tools/typescript.cjs api/main.ts`. Each file is compiled once for each
// version of its text, and kept under the print of that text: what is kept is never stale (docs/decisions/0029).
// Plain JavaScript, since it runs before anything else can.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { version } = require('@swc/core/package.json');

/** On a machine in service the checkout cannot be written: what is compiled goes where the unit or the image says. */
const CACHE = path.join(
  process.env.JALONS_CACHE || path.join(__dirname, '..', 'node_modules', '.cache', 'jalons'),
  'programmes',
);

const REGLAGES = {
  swcrc: false,
  configFile: false,
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic', importSource: 'preact' } },
  },
  // A package is loaded when it is first used: a command pays for its own. One asked for with import() may be an ES module.
  module: { type: 'commonjs', ignoreDynamic: true, lazy: true },
  sourceMaps: 'inline',
  inlineSourcesContent: false,
};

function printOf(nom, texte) {
  return createHash('sha1')
    .update(JSON.stringify([version, REGLAGES, nom]))
    .update(texte)
    .digest('hex');
}

function compile(nom, texte) {
  // Loaded only when something changed.
  const { transformSync } = require('@swc/core');
  return transformSync(texte, { ...REGLAGES, filename: nom, sourceFileName: nom }).code;
}

/** Written aside, then named: nobody reads what another process is writing. Where nothing can be kept, nothing is. */
function keep(fichier, code) {
  const provisoire = `${fichier}.${process.pid}`;
  try {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(provisoire, code);
    renameSync(provisoire, fichier);
  } catch {
    // Compiled again next time.
  }
}

function readCompiled(source) {
  const texte = readFileSync(source, 'utf8');
  // The folder is left out: a map is read beside its source, so that two checkouts can share what is kept.
  const nom = path.basename(source);
  const fichier = path.join(CACHE, `${printOf(nom, texte)}.js`);
  try {
    return readFileSync(fichier, 'utf8');
  } catch {
    const code = compile(nom, texte);
    keep(fichier, code);
    return code;
  }
}

/** Stacks name the lines of the sources. */
process.setSourceMapsEnabled(true);
for (const extension of ['.ts', '.tsx'])
  Module._extensions[extension] = (module, source) => module._compile(readCompiled(source), source);

/** Not `--require`: with an `--import` beside it, as an agent of observation asks for, Node would read the program itself. */
if (require.main === module) {
  const [node, , programme, ...args] = process.argv;
  if (programme === undefined) throw new Error('Donnez un programme : node tools/typescript.cjs api/main.ts');
  process.argv = [node, path.resolve(programme), ...args];
  Module._load(process.argv[1], null, true);
}
