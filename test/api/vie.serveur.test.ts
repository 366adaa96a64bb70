import { z } from 'zod';
import { courriels as Courriels } from '../../api/contrat/courriels';
import { accuse } from '../../api/contrat/accuse';
import { journal as Journal } from '../../api/contrat/journal';
import { parcours as Vue } from '../../api/contrat/parcours';
import { probleme } from '../../api/contrat/probleme';
import { createBase as createBaseDEssai } from '../support/engin';
import { createDepartement, createPersonne, DISPOSITIF, ouvertureDe } from './departement';
import { createEssai, idOf } from './essai';

const Page = z.object({ elements: z.array(z.object({ id: z.string() })), suivant: z.string().nullable() });
const INCONNU = '0190f1de-5b6c-7cc4-9a51-0c6e2f0b7a11';

describe('Un parcours, par l’API', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let structureId: string;
  let referentId: string;
  let parcoursId: string;

  beforeAll(async () => {
    essai = await createEssai(await createBaseDEssai('essai_api_vie'));
    ({ structureId, referentId } = await createDepartement(essai.appelle));
  });
  afterAll(() => essai.close());

  const post = (chemin: string, corps: object) =>
    essai.appelle('post', `/parcours/${parcoursId}${chemin}`, { corps });
  const readVue = async () => Vue.parse((await get()).corps);
  const readJournal = async () => Journal.parse((await get('/journal')).corps);
  const get = (chemin = '') => essai.appelle('get', `/parcours/${parcoursId}${chemin}`);

  test('s’ouvre, se lit à son adresse, et réveille aussitôt son workflow', async () => {
    const personne = await createPersonne(essai.appelle, 'P-1');
    const corps = ouvertureDe(personne, structureId, null);
    const ouvert = await essai.appelle('post', '/parcours', { corps });
    expect(ouvert).toMatchObject({ statut: 201, corps: { rang: 1, etape: 'accueil' } });
    parcoursId = idOf(ouvert);
    expect(ouvert.entetes['location']).toBe(`/api/v1/parcours/${parcoursId}`);
    expect(essai.reveils).toMatchObject([{ cible: `parcours-${parcoursId}`, raison: 'openParcours' }]);
    expect(await get()).toMatchObject({
      statut: 200,
      corps: { id: parcoursId, personne: { prenom: 'Ana' }, taches: [{ code: 'referent_a_designer' }, {}] },
    });
    const encore = await essai.appelle('post', '/parcours', { corps });
    expect(encore).toMatchObject({ statut: 409, corps: { code: 'parcours_deja_ouvert' } });
  });

  test('deux ouvertures au même instant pour une personne : une seule aboutit', async () => {
    const personne = await createPersonne(essai.appelle, 'P-2');
    const corps = ouvertureDe(personne, structureId, referentId);
    const issues = await Promise.all([1, 2, 3].map(() => essai.appelle('post', '/parcours', { corps })));
    expect(issues.map((i) => i.statut).sort()).toEqual([201, 409, 409]);
  });

  test('ne cite que ce qui existe : personne, structure, référent de cette structure', async () => {
    const corps = ouvertureDe(INCONNU, INCONNU, referentId);
    const { statut, corps: dit } = await essai.appelle('post', '/parcours', { corps });
    expect(statut).toBe(400);
    expect(probleme.parse(dit).erreurs?.map((e) => e.champ)).toEqual([
      'structureId',
      'beneficiaireId',
      'referentId',
    ]);
    expect(await post('/referent', { referentId: INCONNU })).toMatchObject({
      statut: 400,
      corps: { erreurs: [{ champ: 'referentId' }] },
    });
  });

  test('refuse ce que la loi refuse, avec sa phrase, et n’écrit rien', async () => {
    expect(await post('/contrat', { signeLe: '2025-01-06' })).toMatchObject({
      statut: 409,
      corps: { code: 'referent_manquant' },
    });
    expect(await get('/journal')).toMatchObject({ corps: { faits: [{ rang: 1 }] } });
  });

  test('se signe, place et déplace ses rendez-vous à l’heure du mur, et dit qui a agi', async () => {
    expect(await post('/referent', { referentId })).toMatchObject({ statut: 200 });
    expect(await post('/contrat', { signeLe: '2025-01-06' })).toMatchObject({
      corps: { etape: 'en_accompagnement' },
    });
    const place = await post('/rendez-vous', {
      debut: { le: '2025-01-16', heure: '10:00' },
      dureeMinutes: 30,
    });
    expect(place.statut).toBe(200);
    const numero = Number(accuse.parse(place.corps).rendezVousId);
    const deplace = await post(`/rendez-vous/${numero}/deplacement`, { debut: '2025-01-17T10:00:00+01:00' });
    expect(deplace.statut).toBe(200);
    expect(await post('/rendez-vous', { debut: '2025-01-17T09:15:00Z', dureeMinutes: 30 })).toMatchObject({
      statut: 409,
      corps: { code: 'creneau_pris' },
    });
    const { faits } = await readJournal();
    const deplacement = faits.find((f) => f.type === 'rendez_vous_deplace');
    expect(deplacement).toMatchObject({ par: 'agent:essai', cle: null });
    expect((await readVue()).rendezVous).toContainEqual(
      expect.objectContaining({ id: numero, le: '2025-01-17', de: '10:00' }),
    );
  });

  test('garde les textes libres hors du journal, qui n’en porte que l’identifiant', async () => {
    // The clock passes over nothing: it is moved by hand, as a walk would.
    await essai.base.horloge.update({ where: { id: 1 }, data: { figeeA: new Date('2025-01-17T15:00:00Z') } });
    const aRenseigner = (await readVue()).rendezVous.find((r) => r.etat === 'a_renseigner');
    const statut = await post(`/rendez-vous/${String(aRenseigner?.id)}/statut`, {
      statut: 'excuse',
      commentaire: 'Hospitalisée à Canari-Plage',
    });
    expect(statut.statut).toBe(200);
    const { faits, textes } = await readJournal();
    expect(JSON.stringify(faits)).not.toContain('Canari');
    expect(Object.values(textes)).toEqual(['Hospitalisée à Canari-Plage']);
  });

  test('montre ses courriels sans adresse, et les imprime en lettre sous une politique stricte', async () => {
    const { courriels } = Courriels.parse((await get('/courriels')).corps);
    expect(courriels.length).toBeGreaterThan(0);
    expect(JSON.stringify(courriels)).not.toContain('@');
    const convocation = courriels.find((c) => c.modele === 'convocation');
    const lettre = await get(`/courriels/${String(convocation?.cle)}/lettre`);
    expect(lettre.statut).toBe(200);
    expect(lettre.entetes['content-type']).toContain('text/html');
    expect(lettre.entetes['content-security-policy']).toMatch(/style-src 'sha256-[\w+/=]+';/);
    expect(await get('/courriels/rdv:99.1:convocation/lettre')).toMatchObject({ statut: 404 });
  });

  test('se clôt, puis ne change plus', async () => {
    expect(await post('/sortie', { motif: 'cdi', le: '2025-01-17' })).toMatchObject({
      corps: { etape: 'clos' },
    });
    expect(await post('/contrat', { signeLe: '2025-01-06' })).toMatchObject({
      corps: { code: 'parcours_clos' },
    });
  });

  test('se liste par référent, structure et étape, page après page, sans en sauter ni en répéter', async () => {
    for (const n of [3, 4, 5]) {
      const personne = await createPersonne(essai.appelle, `P-${n}`);
      await essai.appelle('post', '/parcours', { corps: ouvertureDe(personne, structureId, referentId) });
    }
    const lus: string[] = [];
    for (let suite = ''; ;) {
      const rendu = await essai.appelle('get', `/parcours?structureId=${structureId}&limite=2${suite}`);
      const { elements, suivant } = Page.parse(rendu.corps);
      lus.push(...elements.map((e) => e.id));
      if (suivant === null) break;
      suite = `&apres=${suivant}`;
    }
    expect(lus.length).toBe(5);
    expect(new Set(lus).size).toBe(5);
    const clos = await essai.appelle('get', `/parcours?etape=clos&referentId=${referentId}`);
    const attendu = [{ id: parcoursId, clos: true, prochaine: { cle: 'suivi:demande:1' } }];
    expect(clos).toMatchObject({ corps: { elements: attendu } });
  });

  test('inconnu : 404 sur chacune de ses adresses', async () => {
    for (const suite of [
      '',
      '/journal',
      '/echeancier',
      '/courriels',
      '/courriels/rdv:1.1:convocation/lettre',
    ])
      expect(await essai.appelle('get', `/parcours/${INCONNU}${suite}`)).toMatchObject({ statut: 404 });
    const corps = { debut: { le: '2025-02-03', heure: '10:00' }, dureeMinutes: 30 };
    for (const [suite, saisie] of [
      ['/sortie', { motif: 'cdi', le: '2025-01-06' }],
      ['/rendez-vous', corps],
      ['/referent', { referentId }],
    ] as const)
      expect(await essai.appelle('post', `/parcours/${INCONNU}${suite}`, { corps: saisie })).toMatchObject({
        statut: 404,
      });
  });

  test('ne s’ouvre que sous une édition connue', async () => {
    const corps = {
      ...ouvertureDe(INCONNU, structureId, null),
      dispositif: { ...DISPOSITIF, edition: '1999' },
    };
    expect(await essai.appelle('post', '/parcours', { corps })).toMatchObject({ statut: 400 });
  });
});
