import { mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Express } from 'express';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';

export function launchNavigateur(): Promise<Browser> {
  const executablePath = process.env['JALONS_TEST_NAVIGATEUR'];
  if (executablePath === undefined) throw new Error('Lancez npm test : il trouve le navigateur des essais.');
  return chromium.launch({
    executablePath,
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

/** Follows a link, or sends a form: a click does not wait for the page to which it leads. */
export async function follow(ou: Locator): Promise<void> {
  const arrivee = ou.page().waitForEvent('domcontentloaded');
  await ou.click();
  await arrivee;
}

/** Where pages are drawn for whoever wants to look at them; nowhere when nothing is said. */
const IMAGES = process.env['JALONS_IMAGES'];

export async function draw(page: Page, nom: string): Promise<void> {
  if (IMAGES === undefined) return;
  mkdirSync(IMAGES, { recursive: true });
  const largeur = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: path.join(IMAGES, `${nom}-${largeur}.png`), fullPage: true });
}

/** Nothing wider than the screen, nothing that axe finds; drawn under its name, if it has one. */
export async function expectLisible(page: Page, nom?: string): Promise<void> {
  if (nom !== undefined) await draw(page, nom);
  const largeur = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(largeur);
  expect(await violationsOf(page)).toEqual([]);
}
