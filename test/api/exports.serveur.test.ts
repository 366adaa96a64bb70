import { parse } from 'csv-parse/sync';
import request from 'supertest';
import { exportPersonne } from '../../api/contrat/exports';
import { blocsOf } from '../../api/exports/personne-dite';
import { createBase as createBaseDEssai } from '../support/engin';
import { createDepartement, createPersonne, ouvertureDe } from './departement';
import { createEssai, idOf } from './essai';

describe('Les exports', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let structureId: string;
  let personneId: string;
  let parcoursId: string;

  beforeAll(async () => {
    essai = await createEssai(await createBaseDEssai('essai_api_exports'));
    const departement = await createDepartement(essai.appelle);
    ({ structureId } = departement);
    personneId = await createPersonne(essai.appelle, 'E-1');
    const corps = ouvertureDe(personneId, structureId, departement.referentId);
    parcoursId = idOf(await essai.appelle('post', '/parcours', { corps }));
    await essai.appelle('post', `/parcours/${parcoursId}/contrat`, { corps: { signeLe: '2025-01-06' } });
    await essai.appelle('post', `/parcours/${parcoursId}/demarches`, {
      corps: { quoi: 'cv', de: 'personne', avantLe: '2025-01-31', precision: 'Relire avec Łucja Żółć' },
    });
    // Somebody else, of whom nothing must be said.
    await createPersonne(essai.appelle, 'E-2');
  });
  afterAll(() => essai.close());

  const get = (chemin: string) =>
    request(essai.app)
      .get(`/api/v1${chemin}`)
      .set('Authorization', `Bearer ${essai.jeton}`)
      .buffer(true)
      .parse((res, fini) => {
        const morceaux: Buffer[] = [];
        res.on('data', (m: Buffer) => morceaux.push(m)).on('end', () => fini(null, Buffer.concat(morceaux)));
      });
  const octets = async (chemin: string) => (await get(chemin).expect(200)).body as Buffer;

  test('d’une personne : fiche, parcours, journal entier, textes, courriels, et rien d’une autre', async () => {
    const rendu = await essai.appelle('get', `/beneficiaires/${personneId}/export`);
    expect(rendu.entetes['content-disposition']).toBe(`attachment; filename="personne-${personneId}.json"`);
    const lu = exportPersonne.parse(rendu.corps);
    expect(lu.personne).toMatchObject({ idExterne: 'E-1', nom: 'Canari' });
    expect(lu.parcours).toHaveLength(1);
    const [dossier] = lu.parcours;
    expect(dossier?.faits).toHaveLength(await essai.base.fait.count({ where: { parcoursId } }));
    expect(Object.values(dossier?.textes ?? {})).toEqual(['Relire avec Łucja Żółć']);
    expect(dossier?.courriels).toHaveLength(await essai.base.courriel.count({ where: { parcoursId } }));
    expect(rendu.texte).not.toContain('E-2');
  });

  test('d’une personne, à lire : chaque ligne du journal, et chaque texte sous la ligne qui le cite', async () => {
    const { corps } = await essai.appelle('get', `/beneficiaires/${personneId}/export`);
    const lu = exportPersonne.parse(corps);
    const points = blocsOf(lu).flatMap((b) => (b.genre === 'liste' ? b.points : []));
    for (const { phrase } of lu.parcours[0]?.suivi.journal ?? [])
      expect(points.some((p) => p.includes(phrase))).toBe(true);
    expect(points.filter((p) => p.includes('« Relire avec Łucja Żółć »'))).toHaveLength(1);
    const pdf = (await octets(`/beneficiaires/${personneId}/export.pdf`)).toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.7/);
    for (const balise of ['/Lang (fr-FR)', '/StructTreeRoot', '/Marked true', '/S /H1', '/S /LI'])
      expect(pdf).toContain(balise);
  });

  test('d’une personne inconnue : 404', async () => {
    for (const suite of ['export', 'export.pdf'])
      await get(`/beneficiaires/0190f1de-5b6c-7cc4-9a51-0c6e2f0b7a11/${suite}`).expect(404);
    await get('/exports/secrets.csv').expect(404);
  });

  const tableau = async (liste: string) =>
    parse<Record<string, string>>(await octets(`/exports/${liste}.csv`), {
      delimiter: ';',
      bom: true,
      columns: true,
    });

  test('des listes : « ; », indicateur UTF-8, une ligne par élément, toutes pages comprises', async () => {
    const brut = await octets('/exports/parcours.csv');
    expect([...brut.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(brut.toString()).toContain('identifiant;prenom;nom;structure;');
    expect(await tableau('parcours')).toMatchObject([
      { identifiant: 'E-1', structure: 'Antenne de Toulon', contrat_signe_le: '2025-01-06', clos: 'non' },
    ]);
    expect(await tableau('referents')).toMatchObject([{ nom: 'Canari', permanences: '1' }]);
    expect(await tableau('courriels')).toHaveLength(await essai.base.courriel.count());
    const fiche = { prenom: 'P', nom: 'N' };
    const data = Array.from({ length: 1_101 }, (_, i) => ({ ...fiche, id: uuid(i), idExterne: `lot-${i}` }));
    await essai.base.beneficiaire.createMany({ data });
    const personnes = await tableau('beneficiaires');
    expect(new Set(personnes.map((p) => p['id'])).size).toBe(1_103);
    expect(personnes).toHaveLength(1_103);
  });

  test.each(['=1+1', '+33 1', '-2', '@SUM(A1)', '\tx', '＝1'])(
    'aucune formule n’y est exécutée : « %s »',
    async (nom) => {
      await essai.base.beneficiaire.update({ where: { id: personneId }, data: { nom } });
      const ligne = (await tableau('beneficiaires')).find((p) => p['id'] === personneId);
      expect(ligne?.['nom']).toBe(`'${nom}`);
    },
  );
});

const uuid = (i: number) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
