// Completes package-lock.json with the programs that a package offers for other machines (macOS, Windows, other
// processors). Written where the registry does not serve them, the lock lacks them, and `npm ci` refuses it everywhere.
// Their versions are exact in the package that asks for them; npm downloads only those of the machine it runs on.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = { armeabi: 'arm', arm: 'arm', arm64: 'arm64', x64: 'x64', ia32: 'ia32', ppc64: 'ppc64' };
const OTHERS = ['riscv64', 's390x', 'loong64'];

/** `@swc/core-linux-arm64-musl` is for Linux on arm64 with musl. */
function machineOf(name) {
  const words = name.split('/').pop().split('-');
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.map((word) => PROCESSORS[word] ?? OTHERS.find((other) => other === word)).find(Boolean);
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return { ...(cpu && { cpu: [cpu] }), ...(os === 'linux' && { libc: [libc] }), ...(os && { os: [os] }) };
}

/** The places where Node would look for a dependency of the package at `from`, nearest first. */
function* placesOf(from, name) {
  for (
    let base = from;
    base !== '';
    base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))
  ) {
    yield `${base}/node_modules/${name}`;
  }
  yield `node_modules/${name}`;
}

function listMissing(packages) {
  const missing = {};
  for (const [from, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (from === '' || [...placesOf(from, name)].some((place) => packages[place])) continue;
      const beside = `${from.slice(0, from.lastIndexOf('node_modules/'))}node_modules/${name}`;
      missing[beside] = { version, ...machineOf(name), ...(dev && { dev }), optional: true };
    }
  }
  return missing;
}

const file = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = listMissing(lock.packages);
const count = Object.keys(missing).length;
if (process.argv.includes('--verifier')) {
  process.stdout.write(
    count === 0 ? '' : `À compléter (npm run verrou) : ${Object.keys(missing).join(', ')}\n`,
  );
  process.exit(count === 0 ? 0 : 1);
}
const { '': root, ...others } = { ...lock.packages, ...missing };
const sorted = Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = { '': root, ...Object.fromEntries(sorted) };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`package-lock.json : ${count} programmes d’autres machines ajoutés.\n`);
