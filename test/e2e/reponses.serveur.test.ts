import { simpleParser } from 'mailparser';
import type { Browser, Page } from 'playwright-core';
import { instantAt } from '../../domain/temps/heure-locale';
import { epochMsOf } from '../../domain/temps/instant';
import { jour } from '../../domain/temps/jour';
import { empreinteOf } from '../../registre/acces/jetons';
import { freezeHorloge } from '../../registre/horloge/horloge';
import { honourProchaine } from '../../registre/journal/honour.prisma';
import { createDepartement, createPersonne, ouvertureDe } from '../api/departement';
import { createEssai, idOf } from '../api/essai';
import { createRelais } from '../api/relais';
import { createBase } from '../support/engin';
import { createContexte, expectLisible, follow, launchNavigateur, serve } from './navigateur';

describe('R42 — la page de réponse, dans un navigateur', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let site: Awaited<ReturnType<typeof serve>>;
  let relais: Awaited<ReturnType<typeof createRelais>>;
  let navigateur: Browser;
  let parcoursId = '';
  let rendezVousId = 0;
  let convocation = '';
  let motif = '';

  beforeAll(async () => {
    essai = await createEssai(await createBase('essai_e2e_reponses'));
    const { structureId, referentId } = await createDepartement(essai.appelle);
    const personne = await createPersonne(essai.appelle, 'Canari-e2e');
    const corps = ouvertureDe(personne, structureId, referentId);
    parcoursId = idOf(await essai.appelle('post', '/parcours', { corps }));
    const pose = await essai.appelle('post', `/parcours/${parcoursId}/rendez-vous`, {
      corps: { debut: { le: '2025-01-08', heure: '10:00' }, dureeMinutes: 45 },
    });
    ({ rendezVousId } = pose.corps as { rendezVousId: number });
    relais = await createRelais();
    await relais.send(essai.base, parcoursId);
    convocation = `/r/${await jetonDe('rendez_vous', rendezVousId)}`;
    site = await serve(essai.app);
    navigateur = await launchNavigateur();
  }, 120_000);
  afterAll(async () => {
    await navigateur.close();
    site.close();
    await relais.close();
    await essai.close();
  });

  /** Taken where the person finds it: in the text of the mail that left. */
  async function jetonDe(usage: string, objet: number): Promise<string> {
    for (const recu of relais.recus) {
      const texte = (await simpleParser(Buffer.from(recu, 'latin1'))).text ?? '';
      const [, lu] = /\/r\/([\w-]{43})(?![\w-])/.exec(texte) ?? [];
      if (lu === undefined) continue;
      const lien = await essai.base.lien.findUnique({ where: { empreinte: empreinteOf(lu) } });
      if (lien?.usage === usage && lien.objet === objet) return lu;
    }
    throw new Error('Aucun courriel parti ne porte ce lien.');
  }

  /** Time passes as the engine lets it: what is due is honoured, then what is ready leaves. */
  async function passeAu(le: `${number}-${number}-${number}`, heure: `${number}:${number}`) {
    const a = instantAt(jour(le), heure, 'metropole');
    await freezeHorloge(essai.base, a);
    for (;;) {
      const lu = await essai.base.parcours.findUniqueOrThrow({ where: { id: parcoursId } });
      if (lu.prochaineA === null || lu.prochaineCle === null || lu.prochaineA.getTime() > epochMsOf(a)) break;
      await honourProchaine(essai.base, parcoursId, lu.prochaineCle);
    }
    await relais.send(essai.base, parcoursId);
  }

  /** Nothing wider than the screen, every target large, nothing that axe finds. */
  async function lisible(page: Page, nom: string) {
    await expectLisible(page, nom);
    const cibles = page.locator('button, summary, a.bouton, label.choix, input[type=file], textarea');
    for (const cible of await cibles.all()) {
      if (!(await cible.isVisible())) continue;
      const { width = 0, height = 0 } = (await cible.boundingBox()) ?? {};
      expect([await cible.innerText(), width >= 44, height >= 44]).toEqual([expect.anything(), true, true]);
    }
  }

  test.each([320, 1280])(
    'R42 — à %i pixels, la convocation se lit, boîte ouverte ou fermée',
    async (largeur) => {
      const contexte = await createContexte(navigateur, largeur);
      const page = await contexte.newPage();
      await page.goto(site.url + convocation);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      await lisible(page, 'convocation');
      for (const boite of await page.locator('summary').all()) await boite.click();
      await lisible(page, 'convocation-ouverte');
      await page.goto(`${site.url}/r/${'A'.repeat(43)}`);
      await lisible(page, 'lien-fini');
      await contexte.close();
    },
  );

  test('R42 — au clavier seul et sans JavaScript : « je ne peux pas venir », dit et redit sur la page', async () => {
    const sans = await navigateur.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
    const page = await sans.newPage();
    await page.goto(site.url + convocation);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Je ne peux pas venir');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('input[name=motif]:checked').getAttribute('value')).not.toBe('autre');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.locator('input[name=moments]:checked').count()).toBe(1);
    for (let i = 0; i < 20 && (await page.locator('textarea:focus').count()) === 0; i += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.type('Bus en grève');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(site.url + convocation);
    expect(await page.locator('.dit').innerText()).toContain('je ne peux pas venir');
    expect(await essai.base.fait.count({ where: { type: 'empechement_annonce' } })).toBe(1);
    await sans.close();
  });

  test('R42, R14 — la demande de motif, suivie jusqu’au courriel parti : son lien mène à la réponse et au document', async () => {
    await passeAu('2025-01-08', '11:00');
    const statut = await essai.appelle('post', `/parcours/${parcoursId}/rendez-vous/${rendezVousId}/statut`, {
      corps: { statut: 'absent' },
    });
    expect(statut.statut).toBe(200);
    await passeAu('2025-01-09', '08:30');
    motif = `/r/${await jetonDe('motif', 1)}`;
    for (const largeur of [320, 1280]) {
      const contexte = await createContexte(navigateur, largeur);
      const page = await contexte.newPage();
      await page.goto(site.url + motif);
      await lisible(page, 'motif');
      await contexte.close();
    }
    const sans = await navigateur.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
    const page = await sans.newPage();
    const joint = async (buffer: Buffer) => {
      await page.goto(site.url + motif);
      await page.fill('textarea', 'Hospitalisation');
      await page.setInputFiles('input[type=file]', { name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
      await follow(page.getByRole('button', { name: 'Envoyer' }));
    };
    await joint(Buffer.from('MZ un programme'));
    expect(await page.getByRole('alert').innerText()).toContain('ni une photo');
    const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(200)]);
    await joint(Buffer.concat([jpeg, Buffer.alloc(5 * 1024 * 1024)]));
    expect(await page.getByRole('alert').innerText()).toContain('trop gros');
    expect(await essai.base.document.count()).toBe(0);
    await joint(jpeg);
    expect(await page.locator('.dit').innerText()).toContain('document');
    expect(await essai.base.document.count()).toBe(1);
    expect(await essai.base.fait.count({ where: { type: 'motif_repondu' } })).toBe(1);
    await sans.close();
  });

  test('R42 — inconnu, fini ou révoqué : la même page, au pixel près de ce qui s’y lit', async () => {
    const contexte = await createContexte(navigateur, 320);
    const page = await contexte.newPage();
    const lue = async (chemin: string) => {
      expect((await page.goto(site.url + chemin))?.status()).toBe(404);
      return page.content();
    };
    const inconnu = await lue(`/r/${'A'.repeat(43)}`);
    // The appointment was yesterday: its link ended with its day.
    expect(await lue(convocation)).toBe(inconnu);
    await essai.appelle('post', `/parcours/${parcoursId}/liens/revocation`);
    expect(await lue(motif)).toBe(inconnu);
    await contexte.close();
  });
});
