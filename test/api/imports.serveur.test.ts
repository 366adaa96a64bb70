import request from 'supertest';
import { z } from 'zod';
import { createJeton } from '../../registre/acces/jetons';
import { admitPersonnes } from '../../registre/imports/inscription.prisma';
import { openParcoursDus } from '../../registre/imports/ouvertures.prisma';
import { concludeImport } from '../../registre/imports/passage.prisma';
import { createBase as createBaseDEssai } from '../support/engin';
import { createDepartement } from './departement';
import { createEssai, idOf } from './essai';

const ENTETE =
  'identifiant;prénom;nom;courriel;code structure;courriel du référent;programme;date d’orientation;soumis aux obligations';
const LISTE = [
  ENTETE,
  'EXT-1;Ana;Canari;ana@example.org;toulon;ZOE.CANARI@example.org;faire/2025;03/01/2025;oui',
  'EXT-2;Élo;Canari;;toulon;;FAIRE 2025;3 janvier 2025;non',
  'EXT-3;Noé;=1+1;;nulle-part;;faire;03/01/2025;oui',
].join('\n');

describe('Les imports, par l’API', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let id = '';

  beforeAll(async () => {
    essai = await createEssai(await createBaseDEssai('essai_api_imports'));
    await createDepartement(essai.appelle);
  });
  afterAll(() => essai.close());

  const send = (corps: string | Buffer, x: { type?: string; parJour?: string; jeton?: string } = {}) =>
    request(essai.app)
      .post(`/api/v1/imports?parJour=${x.parJour ?? '0'}`)
      .set('Authorization', `Bearer ${x.jeton ?? essai.jeton}`)
      .set('Content-Type', x.type ?? 'text/csv')
      .send(corps);

  test('l’aperçu compte sans rien inscrire, en Windows-1252 comme en UTF-8', async () => {
    for (const corps of [Buffer.from(LISTE.replace('’', "'"), 'latin1'), Buffer.from(LISTE)]) {
      const rendu = await send(corps);
      expect(rendu.status).toBe(201);
      expect(rendu.body).toMatchObject({
        etat: 'apercu',
        total: 3,
        crees: 2,
        rejetes: 1,
        par: 'agent:essai',
      });
      id = idOf({ statut: 201, corps: rendu.body, entetes: {}, texte: '' });
      expect(rendu.headers['location']).toBe(`/api/v1/imports/${id}`);
    }
    expect(await essai.base.beneficiaire.count()).toBe(0);
  });

  test('chaque ligne rejetée dit sa colonne et sa raison ; rejets.csv la rend, formules neutralisées', async () => {
    const lues = await essai.appelle('get', `/imports/${id}/lignes?verdict=rejete`);
    expect(lues.corps).toEqual({
      elements: [
        {
          ...{ numero: 4, idExterne: null, verdict: 'rejete' },
          raisons: [{ colonne: 'code structure', raison: 'aucune structure ne porte ce code.' }],
        },
      ],
      suivant: null,
    });
    const page = await essai.appelle('get', `/imports/${id}/lignes?limite=2`);
    expect(page.corps).toMatchObject({ suivant: 3 });
    const rejets = await essai.appelle('get', `/imports/${id}/rejets.csv`);
    expect(rejets.texte).toContain("EXT-3;Noé;'=1+1;;nulle-part;");
    expect(rejets.texte.split('\r\n')).toHaveLength(3);
  });

  test('confirmé une seule fois, puis fait : la personne et son parcours y sont', async () => {
    const confirme = await essai.appelle('post', `/imports/${id}/confirmation`, { corps: {}, cle: 'une' });
    expect(confirme).toMatchObject({ statut: 202, corps: { etat: 'en_cours', aInscrire: 2 } });
    expect(
      await essai.appelle('post', `/imports/${id}/confirmation`, { corps: {}, cle: 'une' }),
    ).toMatchObject({
      statut: 202,
    });
    expect(await essai.appelle('post', `/imports/${id}/confirmation`, { corps: {} })).toMatchObject({
      statut: 409,
      corps: { code: 'import_deja_confirme' },
    });
    expect(essai.reveils.map((r) => r.cible)).toContain(`import-${id}`);
    await admitPersonnes(essai.base, id);
    await openParcoursDus(essai.base, id);
    await concludeImport(essai.base, id);
    expect((await essai.appelle('get', `/imports/${id}`)).corps).toMatchObject({
      ...{ etat: 'fini', crees: 2, aInscrire: 0, aOuvrir: 0 },
    });
    const personnes = await essai.appelle('get', '/beneficiaires?suivi=true');
    const lues = z.looseObject({ elements: z.array(z.looseObject({ idExterne: z.string() })) });
    expect(
      lues
        .parse(personnes.corps)
        .elements.map((p) => p.idExterne)
        .sort(),
    ).toEqual(['EXT-1', 'EXT-2']);
  });

  test('un fichier illisible, un autre type, une autre portée : refusés, sans rien laisser', async () => {
    const avant = await essai.base.import.count();
    for (const corps of ['', 'a;b\n1;2', `${ENTETE}\n1;"2${';x\n'.repeat(40_000)}`]) {
      const rendu = await send(corps);
      expect([rendu.status, rendu.body]).toMatchObject([400, { code: 'saisie_invalide' }]);
    }
    expect((await send('{}', { type: 'application/json' })).body).toMatchObject({ code: 'type_refuse' });
    expect((await send(LISTE, { parJour: '-1' })).status).toBe(400);
    expect((await send(Buffer.alloc(21 * 1024 * 1024, 'a'))).status).toBe(413);
    const ecriture = await createJeton(essai.base, { libelle: 'e', agent: 'e', portees: ['ecriture'] });
    expect((await send(LISTE, { jeton: ecriture })).status).toBe(403);
    expect(await essai.base.import.count()).toBe(avant);
    const inconnu = '0190f1de-5b6c-7cc4-9a51-0c6e2f0b7a11';
    for (const chemin of ['', '/lignes', '/rejets.csv'])
      expect((await essai.appelle('get', `/imports/${inconnu}${chemin}`)).statut).toBe(404);
  });
});
