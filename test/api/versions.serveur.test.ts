import { deleteReponsesAnciennes } from '../../registre/journal/idempotence.prisma';
import { journal as Journal } from '../../api/contrat/journal';
import { createBase as createBaseDEssai } from '../support/engin';
import { createDepartement, createPersonne, ouvertureDe } from './departement';
import { createEssai, idOf } from './essai';

const INCONNU = '0190f1de-5b6c-7cc4-9a51-0c6e2f0b7a11';

describe('Deux personnes sur la même fiche', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let structureId: string;
  let referentId: string;
  let parcoursId: string;

  beforeAll(async () => {
    essai = await createEssai(await createBaseDEssai('essai_api_versions'));
    ({ structureId, referentId } = await createDepartement(essai.appelle));
    const personne = await createPersonne(essai.appelle, 'V-1');
    const corps = ouvertureDe(personne, structureId, referentId);
    parcoursId = idOf(await essai.appelle('post', '/parcours', { corps }));
  });
  afterAll(() => essai.close());

  const etagOf = async (chemin: string) => String((await essai.appelle('get', chemin)).entetes['etag']);
  const perimee = { statut: 412, corps: { code: 'version_perimee' } };

  test.each([
    ['une personne', '/beneficiaires', () => createPersonne(essai.appelle, 'V-2'), { prenom: 'Anna' }],
    ['un référent', '/referents', () => Promise.resolve(referentId), { telephone: '04 94 00 00 02' }],
    ['une structure', '/structures', () => Promise.resolve(structureId), { nom: 'Antenne du port' }],
  ])(
    '%s : la seconde correction, écrite d’après une version périmée, n’est pas faite',
    async (_, ou, find, corps) => {
      const chemin = `${ou}/${await find()}`;
      const si = await etagOf(chemin);
      const faite = await essai.appelle('patch', chemin, { corps, si });
      expect(faite).toMatchObject({ statut: 200, corps });
      expect(faite.entetes['etag']).not.toBe(si);
      expect(faite.entetes['etag']).toBe(await etagOf(chemin));
      expect(await essai.appelle('patch', chemin, { corps, si })).toMatchObject(perimee);
      expect(
        await essai.appelle('patch', chemin, { corps, si: `${si}, ${await etagOf(chemin)}` }),
      ).toMatchObject({
        statut: 200,
      });
      expect(await essai.appelle('patch', `${ou}/${INCONNU}`, { corps, si: '*' })).toMatchObject({
        statut: 404,
      });
      // A weak validator never matches (RFC 9110).
      expect(await essai.appelle('patch', chemin, { corps, si: `W/${await etagOf(chemin)}` })).toMatchObject(
        perimee,
      );
    },
  );

  test('permanences, absences et fermetures changent la version de qui les porte', async () => {
    const referent = `/referents/${referentId}`;
    const si = await etagOf(referent);
    const permanence = { jourDeSemaine: 2, de: '14:00', a: '17:00', dureeMinutes: 30 };
    const ajout = await essai.appelle('post', `${referent}/permanences`, { corps: permanence, si });
    expect(ajout.statut).toBe(201);
    expect(await essai.appelle('post', `${referent}/permanences`, { corps: permanence, si })).toMatchObject(
      perimee,
    );
    const retrait = `${referent}/permanences/${idOf(ajout)}`;
    expect(await essai.appelle('delete', retrait, { si })).toMatchObject(perimee);
    expect(await essai.appelle('delete', retrait, { si: await etagOf(referent) })).toMatchObject({
      statut: 204,
    });
    const jours = { du: '2025-08-04', au: '2025-08-08' };
    for (const [chemin, liste] of [
      [referent, 'absences'],
      [`/structures/${structureId}`, 'fermetures'],
    ] as const) {
      const avant = await etagOf(chemin);
      const id = idOf(await essai.appelle('post', `${chemin}/${liste}`, { corps: jours, si: avant }));
      expect(await essai.appelle('delete', `${chemin}/${liste}/${id}`, { si: avant })).toMatchObject(perimee);
      expect(await essai.appelle('delete', `${chemin}/${liste}/${id}`)).toMatchObject({ statut: 204 });
    }
  });

  test('un référent ne prend pas l’adresse d’un autre de sa structure', async () => {
    const corps = {
      ...{ structureId, prenom: 'Noé', nom: 'Second', courriel: 'noe.second@example.org' },
      ...{ telephone: '04 00 00 00 77', maximumParJour: 5 },
    };
    const second = `/referents/${idOf(await essai.appelle('post', '/referents', { corps }))}`;
    const adresse = { courriel: 'zoe.canari@example.org' };
    expect(await essai.appelle('patch', second, { corps: adresse, si: '*' })).toMatchObject({
      statut: 409,
      corps: { code: 'referent_deja_inscrit' },
    });
  });

  test('un geste écrit d’après un parcours qui a changé n’est pas fait, et n’écrit rien', async () => {
    const chemin = `/parcours/${parcoursId}`;
    const si = await etagOf(chemin);
    const corps = { signeLe: '2025-01-06' };
    const signe = await essai.appelle('post', `${chemin}/contrat`, { corps, si, cle: 'signe' });
    expect(signe.statut).toBe(200);
    expect(signe.entetes['etag']).toBe(await etagOf(chemin));
    const avant = await essai.base.fait.count({ where: { parcoursId } });
    const place = { debut: { le: '2025-01-23', heure: '09:00' }, dureeMinutes: 30 };
    const refuse = await essai.appelle('post', `${chemin}/rendez-vous`, { corps: place, si, cle: 'place' });
    expect(refuse).toMatchObject(perimee);
    expect(await essai.base.fait.count({ where: { parcoursId } })).toBe(avant);
    // The same key tells the same again; another version is another demande.
    expect(
      await essai.appelle('post', `${chemin}/rendez-vous`, { corps: place, si, cle: 'place' }),
    ).toMatchObject(perimee);
    const relu = await etagOf(chemin);
    expect(
      await essai.appelle('post', `${chemin}/rendez-vous`, { corps: place, si: relu, cle: 'place' }),
    ).toMatchObject({
      statut: 422,
    });
    expect(await essai.appelle('post', `${chemin}/rendez-vous`, { corps: place, si: relu })).toMatchObject({
      statut: 200,
    });
    // What was done is told again, although the version has moved since.
    const redit = await essai.appelle('post', `${chemin}/contrat`, { corps, si, cle: 'signe' });
    expect([redit.statut, redit.corps]).toEqual([200, signe.corps]);
  });

  test('le journal se lit page après page, et par type de fait', async () => {
    const lus: number[] = [];
    for (let apres = 0; ;) {
      const rendu = await essai.appelle('get', `/parcours/${parcoursId}/journal?limite=2&apres=${apres}`);
      const page = Journal.parse(rendu.corps);
      expect(page.faits.length).toBeLessThanOrEqual(2);
      lus.push(...page.faits.map((f) => f.rang));
      if (page.suivant === null) break;
      apres = page.suivant;
    }
    expect(lus).toEqual(
      Array.from({ length: await essai.base.fait.count({ where: { parcoursId } }) }, (_, i) => i + 1),
    );
    const signatures = await essai.appelle('get', `/parcours/${parcoursId}/journal?type=contrat_signe`);
    expect(Journal.parse(signatures.corps).faits.map((f) => f.type)).toEqual(['contrat_signe']);
  });

  test('les courriels se lisent page après page, d’un parcours ou de tous', async () => {
    for (const [chemin, nom] of [
      [`/parcours/${parcoursId}/courriels`, 'courriels'],
      ['/courriels', 'elements'],
    ] as const) {
      const entiere = (await essai.appelle('get', chemin)).corps as Record<string, { id: string }[]>;
      const lus: string[] = [];
      for (let apres = ''; ;) {
        const { corps } = await essai.appelle('get', `${chemin}?limite=1${apres}`);
        const page = corps as { suivant: string | null } & Record<string, { id: string }[]>;
        lus.push(...(page[nom] ?? []).map((c) => c.id));
        if (page.suivant === null) break;
        apres = `&apres=${page.suivant}`;
      }
      expect(lus.length).toBeGreaterThan(1);
      expect(lus).toEqual(entiere[nom]?.map((c) => c.id));
    }
    const refuses = await essai.appelle('get', `/courriels?etat=refuse&structureId=${structureId}`);
    expect(refuses.corps).toEqual({ elements: [], suivant: null });
  });

  test.each([
    ['beneficiaireId', () => INCONNU, 0],
    ['dispositif', () => 'faire', 1],
    ['clos', () => 'false', 1],
    ['clos', () => 'true', 0],
    ['sansReferent', () => 'true', 0],
    ['echeanceAvant', () => '2025-01-06T08:00:00Z', 0],
    ['echeanceAvant', () => '2027-01-06T08:00:00Z', 1],
    ['structureId', () => structureId, 1],
  ])('les parcours se filtrent par « %s » (%#)', async (nom, valeur, combien) => {
    const { corps } = await essai.appelle('get', `/parcours?${nom}=${valeur()}`);
    expect((corps as { elements: unknown[] }).elements).toHaveLength(combien);
  });

  test('les personnes se filtrent : suivies, ou pas encore', async () => {
    const noms = async (suivi: boolean) => {
      const { corps } = await essai.appelle('get', `/beneficiaires?suivi=${suivi}`);
      return (corps as { elements: { idExterne: string }[] }).elements.map((p) => p.idExterne);
    };
    expect([await noms(true), await noms(false)]).toEqual([['V-1'], ['V-2']]);
    const { corps } = await essai.appelle('get', '/structures?code=toulon');
    expect((corps as { elements: unknown[] }).elements).toHaveLength(1);
  });

  test('une réponse gardée est oubliée après vingt-quatre heures, pas avant', async () => {
    const compte = () => essai.base.idempotence.count();
    const avant = await compte();
    await essai.base
      .$executeRaw`UPDATE idempotence SET cree_a = clock_timestamp() - interval '23 hours 50 minutes'`;
    expect([await deleteReponsesAnciennes(essai.base), await compte()]).toEqual([0, avant]);
    await essai.base.$executeRaw`
      UPDATE idempotence SET cree_a = clock_timestamp() - interval '24 hours 1 minute' WHERE cle = 'signe'`;
    expect([await deleteReponsesAnciennes(essai.base), await compte()]).toEqual([1, avant - 1]);
  });
});
