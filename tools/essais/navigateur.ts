import { existsSync } from 'node:fs';

const LIEUX = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of the tests: the machine's own, or the one that came with the dependencies (Linux). */
export async function findNavigateur(): Promise<string> {
  const installe = LIEUX.find((lieu) => lieu !== undefined && existsSync(lieu));
  if (installe !== undefined) return installe;
  if (process.platform !== 'linux')
    throw new Error('Aucun navigateur : installez Chrome ou Chromium, ou donnez son chemin dans CHROMIUM.');
  const { default: paquet } = await import('@sparticuz/chromium');
  return paquet.executablePath();
}
