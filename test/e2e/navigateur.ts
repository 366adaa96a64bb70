import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const LIEUX = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of the machine: none is downloaded. Null when there is none. */
export const cheminChromium = LIEUX.find((x): x is string => x !== undefined && existsSync(x)) ?? null;

export function launchNavigateur(): Promise<Browser> {
  if (cheminChromium === null)
    throw new Error('Aucun Chromium : installez-le, ou donnez son chemin dans CHROMIUM.');
  return chromium.launch({
    executablePath: cheminChromium,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The app on a port of its own; closed with its connections. */
export async function serve(app: Express): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = await new Promise<Server>((resolve) => {
    const s = app.listen(0, '127.0.0.1', () => resolve(s));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** WCAG 2.2 AA and the good habits of axe, on the page as it stands. Needs a context that bypasses the CSP. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const trouvees = await page.evaluate<readonly Violation[]>(
    `axe.run({ runOnly: ${JSON.stringify(tags)} }).then((r) => r.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  );
  return trouvees.map(({ id, nodes }) => `${id} : ${nodes.map((n) => n.html).join(' | ')}`);
}

export function createContexte(navigateur: Browser, largeur = 1280): Promise<BrowserContext> {
  return navigateur.newContext({
    locale: 'fr-FR',
    bypassCSP: true,
    viewport: { width: largeur, height: 900 },
  });
}
