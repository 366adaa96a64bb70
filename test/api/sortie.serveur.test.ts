import { z } from 'zod';
import { journal as Journal } from '../../api/contrat/journal';
import { parcours as Vue } from '../../api/contrat/parcours';
import { editionSuivante } from '../domain/edition-suivante';
import { createBase as createBaseDEssai } from '../support/engin';
import { createDepartement, createPersonne, ouvertureDe } from './departement';
import { createEssai, idOf } from './essai';

const Accuse = z.looseObject({ suivantId: z.string().nullable() });

describe('La fin d’un parcours et ce qui la suit, par l’API', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let structureId: string;
  let referentId: string;
  let ailleurs: string;

  beforeAll(async () => {
    essai = await createEssai(await createBaseDEssai('essai_api_sortie'));
    ({ structureId, referentId } = await createDepartement(essai.appelle));
    const guyane = await essai.appelle('post', '/structures', {
      corps: {
        ...{ code: 'cayenne', nom: 'Antenne de Cayenne', zone: 'guyane', telephone: '05 94 00 00 00' },
        ...{ adresse: '1 rue du Port\n97300 Cayenne', responsableNom: 'Max Canari' },
        responsableCourriel: 'max.canari@example.org',
      },
    });
    ailleurs = idOf(guyane);
  });
  afterAll(() => essai.close());

  const ouvre = async (personne: string) =>
    idOf(await essai.appelle('post', '/parcours', { corps: ouvertureDe(personne, structureId, referentId) }));
  const post = (id: string, chemin: string, corps: object) =>
    essai.appelle('post', `/parcours/${id}${chemin}`, { corps });
  const readVue = async (id: string) => Vue.parse((await essai.appelle('get', `/parcours/${id}`)).corps);
  const vaAu = (a: string) => essai.base.horloge.update({ where: { id: 1 }, data: { figeeA: new Date(a) } });

  test('R35 — réorienter clôt l’un, ouvre l’autre ailleurs, et chacun connaît l’autre ; les deux sont réveillés', async () => {
    const id = await ouvre(await createPersonne(essai.appelle, 'S-1'));
    const corps = {
      dispositif: { code: 'faire', edition: '2025' },
      structureId: ailleurs,
      orientationNotifieeLe: '2025-01-06',
    };
    const refuse = await post(id, '/reorientation', { ...corps, structureId });
    expect(refuse).toMatchObject({ statut: 422, corps: { code: 'reorientation_sans_effet' } });
    expect((await readVue(id)).clos).toBe(false);
    essai.reveils.length = 0;
    const faite = await post(id, '/reorientation', corps);
    expect(faite).toMatchObject({ statut: 200, corps: { etape: 'clos' } });
    const suivantId = Accuse.parse(faite.corps).suivantId ?? '';
    expect(essai.reveils.map((r) => r.cible).sort()).toEqual(
      [`parcours-${id}`, `parcours-${suivantId}`].sort(),
    );
    expect(await readVue(id)).toMatchObject({ clos: true, suivantId, sortie: { motif: 'reorientation' } });
    expect(await readVue(suivantId)).toMatchObject({
      precedentId: id,
      structureId: ailleurs,
      referentId: null,
      orientationNotifieeLe: '2025-01-06',
      aSignerAvant: '2025-02-06',
    });
    const lignes = await essai.base.parcours.findMany({ where: { id: { in: [id, suivantId] } } });
    expect(lignes.map((l) => l.clos).sort()).toEqual([false, true]);
  });

  test('R35 — rien n’est à moitié fait : un suivant que la base refuse laisse le premier ouvert', async () => {
    const id = await ouvre(await createPersonne(essai.appelle, 'S-2'));
    const faits = await essai.base.fait.count({ where: { parcoursId: id } });
    // The id that the next parcours would bear is taken already.
    await essai.base
      .$executeRaw`ALTER TABLE parcours ADD CONSTRAINT essai CHECK (etat->>'precedentId' IS NULL) NOT VALID`;
    const issue = await post(id, '/reorientation', {
      dispositif: { code: 'faire', edition: '2025' },
      structureId: ailleurs,
      orientationNotifieeLe: '2025-01-06',
    }).catch(() => ({ statut: 500 }));
    await essai.base.$executeRaw`ALTER TABLE parcours DROP CONSTRAINT essai`;
    expect(issue.statut).toBeGreaterThanOrEqual(500);
    expect((await readVue(id)).clos).toBe(false);
    expect(await essai.base.fait.count({ where: { parcoursId: id } })).toBe(faits);
  });

  test('R33 — un décès enregistré dans un parcours fait taire le suivi d’un parcours clos de la même personne', async () => {
    const personne = await createPersonne(essai.appelle, 'S-3');
    const premier = await ouvre(personne);
    await post(premier, '/contrat', { signeLe: '2025-01-06' });
    await post(premier, '/sortie', { motif: 'cdi', le: '2025-01-06' });
    expect((await readVue(premier)).prochaines.map((e) => e.cle)).toEqual(['suivi:demande:1']);
    const second = await ouvre(personne);
    await post(second, '/sortie', { motif: 'deces', le: '2025-01-06' });
    expect(await readVue(premier)).toMatchObject({
      prochaines: [],
      sortie: { suivi: { situation: 'sans_objet' } },
    });
    const [lettre] = await essai.base.courriel.findMany({
      where: { parcoursId: premier, modele: 'convocation' },
    });
    expect(
      await essai.appelle('get', `/parcours/${premier}/courriels/${String(lettre?.cle)}/lettre`),
    ).toMatchObject({ statut: 404 });
  });

  test('R33 — appris après la sortie, un décès fait taire le parcours ouvert depuis, qui attend un humain', async () => {
    const personne = await createPersonne(essai.appelle, 'S-5');
    const premier = await ouvre(personne);
    await post(premier, '/contrat', { signeLe: '2025-01-06' });
    await post(premier, '/sortie', { motif: 'cdi', le: '2025-01-06' });
    const second = await ouvre(personne);
    essai.reveils.length = 0;
    await post(premier, '/suivi', { situation: 'sans_objet', le: '2025-01-06' });
    expect(essai.reveils.map((r) => r.cible).sort()).toEqual(
      [`parcours-${premier}`, `parcours-${second}`].sort(),
    );
    const vue = await readVue(second);
    expect([vue.clos, vue.taches.map((t) => t.code)]).toEqual([
      false,
      expect.arrayContaining(['deces_a_confirmer']),
    ]);
    const dementi = await post(second, '/deces/dementi', { commentaire: 'Homonyme' });
    expect(dementi.statut).toBe(200);
    expect((await readVue(second)).taches.map((t) => t.code)).not.toContain('deces_a_confirmer');
  });

  test('R36 — hors de la fenêtre l’acte est marqué, dans la vue et dans le journal ; une personne change l’édition', async () => {
    const id = await ouvre(await createPersonne(essai.appelle, 'S-4'));
    await post(id, '/contrat', { signeLe: '2025-01-06' });
    await vaAu('2026-07-06T08:00:00.000Z');
    const place = await post(id, '/edition', {
      dispositif: { code: 'faire', edition: editionSuivante.edition },
      le: '2026-07-06',
    });
    expect(place.statut).toBe(200);
    const vue = await readVue(id);
    expect(vue).toMatchObject({
      dispositif: { edition: editionSuivante.edition },
      fenetre: { du: '2026-07-01', finie: false },
    });
    await post(id, '/sortie', { motif: 'fin_operation', le: '2026-07-03' });
    const { faits } = Journal.parse((await essai.appelle('get', `/parcours/${id}/journal?limite=200`)).corps);
    const marques = faits.filter((f) => f.par !== 'jalons' && f.horsFenetre).map((f) => f.type);
    expect(marques).toEqual(['parcours_clos']);
    expect((await readVue(id)).journal.find((l) => l.type === 'parcours_clos')?.horsFenetre).toBe(true);
  });
});
