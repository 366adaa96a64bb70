import { createBase as createBaseDEssai } from '../support/engin';
import { createDepartement, createPersonne, ouvertureDe } from './departement';
import { parcours } from '../../api/contrat/parcours';
import { Prisma } from '../../prisma/client/client';
import { createEssai, idOf } from './essai';

const { sql } = Prisma;

const HEURES = { parcours_occupe: '15:00', referent_occupe: '16:00', cle_en_cours: '16:30' } as const;

describe('Une clé d’idempotence', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let structureId: string;
  let referentId: string;
  let parcoursId: string;

  beforeAll(async () => {
    essai = await createEssai(await createBaseDEssai('essai_api_idempotence'));
    ({ structureId, referentId } = await createDepartement(essai.appelle));
    const personne = await createPersonne(essai.appelle, 'I-1');
    const corps = ouvertureDe(personne, structureId, referentId);
    parcoursId = idOf(await essai.appelle('post', '/parcours', { corps }));
  });
  afterAll(() => essai.close());

  const countFaits = () => essai.base.fait.count({ where: { parcoursId } });
  const poser = (cle: string, heure: string) =>
    essai.appelle('post', `/parcours/${parcoursId}/rendez-vous`, {
      corps: { debut: { le: '2025-01-23', heure }, dureeMinutes: 30 },
      cle,
    });

  test('vingt fois la même demande au même instant : un seul effet, vingt fois la même réponse', async () => {
    const avant = await essai.base.rendezVous.count({ where: { parcoursId } });
    const issues = await Promise.all(Array.from({ length: 20 }, () => poser('vingt', '09:00')));
    expect(issues.map((i) => i.statut)).toEqual(Array.from({ length: 20 }, () => 200));
    for (const i of issues) expect(i.corps).toEqual(issues[0]?.corps);
    // The first appointment, which was due, may have been scheduled by the same transaction.
    const poses = await essai.base.rendezVous.findMany({ where: { parcoursId, permanenceId: null } });
    expect(poses).toHaveLength(1);
    expect(avant).toBe(0);
  });

  test('la même clé pour une autre demande : 422, et rien n’est fait', async () => {
    const avant = await countFaits();
    expect(await poser('vingt', '10:00')).toMatchObject({ statut: 422, corps: { code: 'cle_deja_prise' } });
    expect(await countFaits()).toBe(avant);
  });

  test('un refus se redit à l’identique, même quand la loi accepterait à présent', async () => {
    const refuse = await poser('refus', '09:10');
    expect(refuse).toMatchObject({ statut: 409, corps: { code: 'creneau_pris' } });
    const lu = parcours.parse((await essai.appelle('get', `/parcours/${parcoursId}`)).corps);
    const pose = lu.rendezVous.find((r) => r.le === '2025-01-23');
    await essai.appelle('post', `/parcours/${parcoursId}/rendez-vous/${String(pose?.id)}/annulation`, {
      corps: { par: 'service' },
    });
    const redit = await poser('refus', '09:10');
    expect([redit.statut, redit.corps]).toEqual([refuse.statut, refuse.corps]);
    expect(redit.entetes['content-type']).toContain('application/problem+json');
    expect(await poser('refus-2', '09:10')).toMatchObject({ statut: 200 });
  });

  test('une saisie fausse ne prend pas la clé : corrigée, elle passe', async () => {
    expect(await poser('fausse', '25:00')).toMatchObject({ statut: 400 });
    expect(await poser('fausse', '14:00')).toMatchObject({ statut: 200 });
  });

  test('la création d’une structure, d’une personne ou d’un parcours ne se fait qu’une fois', async () => {
    const corps = { idExterne: 'I-2', prenom: 'Ana', nom: 'Canari' };
    const creer = () => essai.appelle('post', '/beneficiaires', { corps, cle: 'personne' });
    const [une, deux] = await Promise.all([creer(), creer()]);
    expect([une.statut, deux.statut]).toEqual([201, 201]);
    expect(deux.corps).toEqual(une.corps);
    expect(deux.entetes['location']).toBe(une.entetes['location']);
    const saisie = ouvertureDe(idOf(une), structureId, referentId);
    const ouvrir = () => essai.appelle('post', '/parcours', { corps: saisie, cle: 'ouverture' });
    const ouvertures = await Promise.all([ouvrir(), ouvrir(), ouvrir()]);
    expect(ouvertures.map((o) => o.statut)).toEqual([201, 201, 201]);
    expect(new Set(ouvertures.map(idOf)).size).toBe(1);
  });

  const JETON = sql`SELECT id FROM jeton LIMIT 1`;
  test.each([
    [
      'parcours',
      'parcours_occupe',
      () => sql`SELECT 1 FROM parcours WHERE id = ${parcoursId}::uuid FOR UPDATE`,
    ],
    [
      'référent',
      'referent_occupe',
      () => sql`SELECT 1 FROM referent WHERE id = ${referentId}::uuid FOR UPDATE`,
    ],
    [
      'cle',
      'cle_en_cours',
      () =>
        sql`INSERT INTO idempotence (jeton_id, cle, empreinte, cree_a) SELECT id, 'cle', '', now() FROM (${JETON}) j`,
    ],
  ] as const)('%s tenu ailleurs plus de deux secondes : 409 « %s », à redire', async (nom, code, tient) => {
    let lache: () => void = () => undefined;
    let tenu: () => void = () => undefined;
    const prise = new Promise<void>((resolve) => (tenu = resolve));
    const tenue = essai.base
      .$transaction(
        async (tx) => {
          await tx.$executeRaw(tient());
          tenu();
          await new Promise<void>((resolve) => (lache = resolve));
          throw new Error('lâché');
        },
        { timeout: 15_000 },
      )
      .catch(() => undefined);
    await prise;
    const cle = nom === 'cle' ? nom : `lente-${code}`;
    expect(await poser(cle, HEURES[code])).toMatchObject({ statut: 409, corps: { code } });
    lache();
    await tenue;
    expect(await poser(cle, HEURES[code])).toMatchObject({ statut: 200 });
  });

  test('deux jetons peuvent choisir la même clé sans se gêner', async () => {
    const autre = await createEssai(await createBaseDEssai('essai_api_autre_jeton'));
    const corps = { idExterne: 'I-9', prenom: 'Ana', nom: 'Canari' };
    expect(await autre.appelle('post', '/beneficiaires', { corps, cle: 'vingt' })).toMatchObject({
      statut: 201,
    });
    await autre.close();
  });
});
