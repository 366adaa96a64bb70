import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createDepartement } from '../api/departement';
import { createEssai } from '../api/essai';
import { createBase } from '../support/engin';
import {
  createContexte,
  draw,
  expectLisible,
  follow,
  launchNavigateur,
  serve,
  violationsOf,
} from './navigateur';

const LISTE = [
  'identifiant;prénom;nom;code structure;programme;date d’orientation;soumis aux obligations;taille',
  'EXT-1;Ana;Importée;toulon;faire/2025;03/01/2025;oui;1',
  'EXT-2;Bo;Importé;nulle-part;faire/2025;03/01/2025;non;2',
].join('\n');

describe('Les pages, dans un navigateur', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let site: Awaited<ReturnType<typeof serve>>;
  let navigateur: Browser;
  let contexte: BrowserContext;
  let page: Page;
  let parcours = '';

  beforeAll(async () => {
    essai = await createEssai(await createBase('essai_e2e_pages'));
    const { structureId } = await createDepartement(essai.appelle);
    await essai.appelle('post', '/referents', {
      corps: {
        ...{ structureId, prenom: 'Inès', nom: 'Relais', courriel: 'ines.relais@example.org' },
        ...{ telephone: '04 94 00 00 02', maximumParJour: 8 },
      },
    });
    site = await serve(essai.app);
    navigateur = await launchNavigateur();
    contexte = await createContexte(navigateur);
    page = await contexte.newPage();
  }, 120_000);
  afterAll(async () => {
    await navigateur.close();
    site.close();
    await essai.close();
  });

  test('une personne nouvelle est inscrite et son parcours ouvert par un seul formulaire', async () => {
    await page.goto(`${site.url}/parcours/nouveau`);
    expect(await violationsOf(page)).toEqual([]);
    await page.fill('[name="personne.prenom"]', 'Ana');
    await page.fill('[name="personne.nom"]', 'Canari');
    await page.fill('[name="orientationNotifieeLe"]', '2025-01-02');
    await page.selectOption('[name="structureId"]', { index: 1 });
    await page.selectOption('[name="dispositif"]', 'faire/2025');
    await page.getByText('Oui', { exact: true }).click();
    await follow(page.getByRole('button', { name: 'Ouvrir le parcours' }));
    expect(await page.getByRole('status').innerText()).toBe('Le parcours est ouvert.');
    parcours = new URL(page.url()).pathname;
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Ana Canari');
    expect(await violationsOf(page)).toEqual([]);
  });

  test('une ouverture refusée garde ce qui était tapé, et n’inscrit pas la personne deux fois', async () => {
    await page.goto(`${site.url}/parcours/nouveau`);
    await page.fill('[name="personne.prenom"]', 'Bo');
    await page.fill('[name="personne.nom"]', 'Canari');
    await page.selectOption('[name="dispositif"]', 'faire/2025');
    await follow(page.getByRole('button', { name: 'Ouvrir le parcours' }));
    const erreurs = page.getByRole('alert');
    expect(await erreurs.innerText()).toContain('obligations ? Choisissez une réponse.');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByText('Non, elle est volontaire').click();
    await follow(page.getByRole('button', { name: 'Ouvrir le parcours' }));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Bo Canari');
    expect(await essai.base.beneficiaire.count({ where: { prenom: 'Bo' } })).toBe(1);
  });

  test('R13 — au clavier seul : du lien d’évitement à la signature enregistrée', async () => {
    await page.goto(site.url + parcours);
    await page.selectOption('#assignReferent-referentId', { label: 'Zoé Canari' });
    await page.locator('#assignReferent button').press('Enter');
    expect(await page.getByRole('status').innerText()).toBe('Le référent est désigné.');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    for (const boite of ['#famille-contrat', '#geste-signContrat']) {
      await page.locator(`${boite} > summary`).focus();
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('name')).toBe('signeLe');
    await page.fill('#signContrat-signeLe', '2025-01-06');
    await page.locator('#signContrat button').press('Enter');
    await page.waitForURL('**?fait=signContrat');
    expect(await page.getByRole('status').innerText()).toBe('La signature est enregistrée.');
    expect(await violationsOf(page)).toEqual([]);
  });

  test('un refus de la loi est dit en haut et près du champ, la saisie reste', async () => {
    await page.goto(site.url + parcours);
    await page.locator('#famille-rendez_vous > summary').click();
    await page.locator('#geste-addRendezVous > summary').click();
    await page.fill('#addRendezVous-debut-le', '2025-01-19');
    await page.fill('#addRendezVous-debut-heure', '10:00');
    await follow(page.locator('#addRendezVous button'));
    expect(await page.getByRole('alert').innerText()).toContain(
      'La structure est fermée le dimanche 19 janvier 2025',
    );
    expect(await page.inputValue('#addRendezVous-debut-le')).toBe('2025-01-19');
    expect(await page.locator('#addRendezVous-debut-le-faute').innerText()).toContain(
      'dimanche 19 janvier 2025',
    );
    expect(await violationsOf(page)).toEqual([]);
  });

  test('le même formulaire envoyé deux fois n’agit qu’une', async () => {
    await page.goto(site.url + parcours);
    const cle = await page.locator('#addRendezVous [name="cle"]').inputValue();
    const form = { cle, 'debut.le': '2025-01-21', 'debut.heure': '10:00', dureeMinutes: '45' };
    const post = () =>
      contexte.request.post(`${site.url}${parcours}/addRendezVous`, {
        form,
        maxRedirects: 0,
        headers: { Origin: site.url },
      });
    expect([(await post()).status(), (await post()).status()]).toEqual([303, 303]);
    expect(await essai.base.rendezVous.count({ where: { permanenceId: null } })).toBe(1);
  });

  test('un formulaire venu d’un autre site n’est pas pris', async () => {
    const autre = { Origin: 'http://ailleurs.example' };
    const reponse = await contexte.request.post(`${site.url}/horloge/promenades`, {
      form: { vers: 'mois' },
      headers: autre,
    });
    expect(reponse.status()).toBe(400);
    expect(await essai.base.promenade.count()).toBe(0);
  });

  test('rien ne dépasse d’un écran de 320 pixels, et tout s’y lit', async () => {
    const etroit = await createContexte(navigateur, 320);
    const petite = await etroit.newPage();
    for (const chemin of ['/', '/parcours/nouveau', parcours, '/modeles', '/rien']) {
      await petite.goto(site.url + chemin);
      await expectLisible(petite);
    }
    // Wider, the head of a parcours has two columns: none of its words is cut in two.
    await petite.setViewportSize({ width: 360, height: 740 });
    await petite.goto(site.url + parcours);
    const coupes = `[...document.querySelectorAll('.fiche-faits dd')].filter((d) => {
      d.style.overflowWrap = 'normal';
      return d.scrollWidth > d.clientWidth;
    }).map((d) => d.textContent)`;
    expect(await petite.locator('.fiche-faits dd').count()).toBeGreaterThan(3);
    expect(await petite.evaluate<string[]>(coupes)).toEqual([]);
    await etroit.close();
  });

  test('sans JavaScript, le lien d’une tâche de la liste mène à son formulaire ouvert', async () => {
    const sans = await navigateur.newContext({ javaScriptEnabled: false });
    const seche = await sans.newPage();
    await seche.goto(`${site.url}/?referent=tous`);
    await follow(seche.locator('.taches a').first());
    const geste = new URL(seche.url()).searchParams.get('geste') ?? '';
    expect(await seche.locator(`#geste-${geste} button`).first().isVisible()).toBe(true);
    await sans.close();
  });

  test('toutes les boîtes ouvertes, rien ne dépasse de 320 pixels et tout se lit', async () => {
    const etroit = await createContexte(navigateur, 320);
    const petite = await etroit.newPage();
    await petite.goto(site.url + parcours);
    await petite.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))");
    await expectLisible(petite);
    await etroit.close();
  });

  test('d’une page : les données d’une personne, et l’adresse secrète de l’agenda d’un référent, montrée une fois', async () => {
    await page.goto(site.url + parcours);
    for (const [lien, nom] of [
      ['Télécharger ses données, à lire (PDF)', /\.pdf$/],
      ['Télécharger ses données, pour un logiciel (JSON)', /\.json$/],
    ] as const) {
      const recu = page.waitForEvent('download');
      await page.getByRole('link', { name: lien }).click();
      expect((await recu).suggestedFilename()).toMatch(nom);
    }
    const etroit = await createContexte(navigateur, 320);
    const petite = await etroit.newPage();
    await petite.goto(site.url);
    await follow(petite.getByRole('link', { name: 'Son adresse d’agenda' }));
    await follow(petite.getByRole('button', { name: 'Créer une adresse' }));
    const adresse = await petite.getByLabel('Adresse à donner au logiciel d’agenda').inputValue();
    const lis = async () => (await etroit.request.get(site.url + new URL(adresse).pathname)).status();
    expect(await lis()).toBe(200);
    await expectLisible(petite, 'agenda');
    await follow(petite.getByRole('button', { name: 'Révoquer l’adresse n° 1' }));
    expect(await petite.getByText('révoquée, elle n’ouvre plus rien').count()).toBe(1);
    expect(await petite.content()).not.toContain('.ics');
    expect(await lis()).toBe(404);
    await etroit.close();
  });

  test('R23 — un transfert se lit avant d’être confirmé, puis se suit, sans rien dépasser ni rien cacher', async () => {
    const etroit = await createContexte(navigateur, 320);
    const petite = await etroit.newPage();
    await petite.goto(`${site.url}/?referent=tous`);
    await follow(petite.getByRole('link', { name: /Zoé Canari/ }).first());
    await follow(petite.getByRole('link', { name: 'Confier ses parcours, ou le remplacer' }));
    await expectLisible(petite);
    await petite.selectOption('#definitif-versId', { label: 'Inès Relais' });
    await petite.selectOption('#definitif-motif', { index: 1 });
    await follow(petite.getByRole('button', { name: 'Voir l’aperçu du transfert' }));
    expect(await petite.getByRole('status').innerText()).toContain('Rien n’est encore fait');
    await expectLisible(petite);
    await follow(petite.getByRole('button', { name: 'Confirmer le transfert' }));
    // No engine runs here: the transfer waits, and its page says so.
    expect(await petite.locator('progress').getAttribute('value')).toBe('0');
    await expectLisible(petite);
    const suivi = await etroit.request.get(`${petite.url()}/suivi`);
    expect(await suivi.json()).toEqual({ finie: false, pourcent: 0, phrase: '0 sur 1 parcours' });
    await etroit.close();
  });

  test('R44, R45 — la purge et l’effacement se lisent avant d’être confirmés, à 320 pixels', async () => {
    const etroit = await createContexte(navigateur, 320);
    const petite = await etroit.newPage();
    await petite.goto(site.url);
    await follow(petite.getByRole('link', { name: 'Purger' }));
    await expectLisible(petite, 'purge-nouvelle');
    await follow(petite.getByRole('button', { name: 'Voir l’aperçu' }));
    expect(await petite.getByRole('status').innerText()).toBe('Aperçu, rien n’est effacé.');
    await expectLisible(petite, 'purge-apercu');
    await petite.goto(`${site.url}${parcours}`);
    await follow(petite.getByRole('link', { name: 'Effacer ses données' }));
    expect(await petite.getByText('enregistrez d’abord sa sortie').count()).toBe(1);
    expect(await petite.locator('form').count()).toBe(0);
    await expectLisible(petite, 'effacement');
    await etroit.close();
  });

  test('R48 — une liste s’envoie, se lit, se corrige et se confirme sans rien écrire, à 320 pixels et sans JavaScript', async () => {
    const etroit = await createContexte(navigateur, 320);
    const petite = await etroit.newPage();
    await petite.goto(site.url);
    await follow(petite.getByRole('link', { name: 'Importer une liste' }));
    await expectLisible(petite, 'import-nouveau');
    const send = async (page: Page, contenu: string) => {
      await page.setInputFiles('#fichier', {
        ...{ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(contenu) },
      });
      await follow(page.getByRole('button', { name: 'Voir l’aperçu' }));
    };
    await send(petite, 'a;b\n1;2\n');
    expect(await petite.getByRole('alert').innerText()).toContain('celle qui nomme les colonnes');
    await expectLisible(petite, 'import-refuse');
    await send(petite, LISTE);
    expect(await petite.getByRole('status').innerText()).toBe('Aperçu, rien n’est inscrit.');
    expect(await petite.getByText('aucune structure ne porte ce code.').count()).toBe(1);
    await expectLisible(petite, 'import-apercu');
    const [rejets] = await Promise.all([
      petite.waitForEvent('download'),
      petite.getByRole('link', { name: 'Télécharger les lignes rejetées' }).click(),
    ]);
    expect(rejets.suggestedFilename()).toMatch(/^rejets-.+\.csv$/);
    const adresse = new URL(petite.url()).pathname;
    await etroit.close();

    const sans = await navigateur.newContext({ javaScriptEnabled: false });
    const seche = await sans.newPage();
    await seche.goto(`${site.url}/imports/nouveau`);
    await send(seche, LISTE);
    expect(await seche.getByRole('heading', { level: 1 }).innerText()).toBe('Import de 2 lignes');
    await seche.goto(site.url + adresse);
    await draw(seche, 'import-apercu');
    await seche.getByText('Ne rien écrire').click();
    await seche.selectOption('[name=parJour]', '20');
    await follow(seche.getByRole('button', { name: 'Confirmer l’import' }));
    await draw(seche, 'import-en-cours');
    // No engine runs here: the import waits, and its page follows it.
    expect(await seche.locator('progress').getAttribute('value')).toBe('0');
    expect(await seche.content()).toContain('http-equiv="refresh"');
    const suivi = await sans.request.get(`${site.url}${adresse}/suivi`);
    expect(await suivi.json()).toMatchObject({
      finie: false,
      phrase: '1 personne à inscrire, 0 parcours à ouvrir',
    });
    expect(await essai.base.import.findFirst({ where: { etat: 'en_cours' } })).toMatchObject({
      ...{ silencieux: true, parJour: 20 },
    });
    await sans.close();
  });

  test('sans JavaScript, l’horloge avance et la page se suit elle-même', async () => {
    const sans = await navigateur.newContext({ javaScriptEnabled: false });
    const seche = await sans.newPage();
    await seche.goto(site.url);
    await follow(seche.getByRole('button', { name: 'Lendemain' }));
    expect(await seche.locator('progress').count()).toBe(1);
    expect(await seche.content()).toContain('http-equiv="refresh"');
    await sans.close();
  });
});
