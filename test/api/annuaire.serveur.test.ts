import { Writable } from 'node:stream';
import pino from 'pino';
import { revokeJeton } from '../../registre/acces/jetons';
import { createBase as createBaseDEssai } from '../support/engin';
import { referent as Referent } from '../../api/contrat/referents';
import { structure as Structure } from '../../api/contrat/structures';
import { createDepartement, createPersonne, ouvertureDe } from './departement';
import { createEssai, idOf } from './essai';

describe('L’annuaire, l’horloge et les jetons', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let structureId: string;
  let referentId: string;
  const lignes: string[] = [];

  beforeAll(async () => {
    const sortie = new Writable({
      write(ligne: Buffer, _, fini) {
        lignes.push(ligne.toString());
        fini();
      },
    });
    essai = await createEssai(await createBaseDEssai('essai_api_annuaire'), { logger: pino(sortie) });
    ({ structureId, referentId } = await createDepartement(essai.appelle));
  });
  afterAll(() => essai.close());

  test('un jeton inconnu, ou révoqué, n’ouvre rien', async () => {
    const inconnu = await essai.appelle('get', '/structures', { jeton: 'jalons_inconnu_mais_bien_forme' });
    expect(inconnu).toMatchObject({ statut: 401, corps: { code: 'jeton_inconnu' } });
    const autre = await createEssai(await createBaseDEssai('essai_api_jetons'));
    await revokeJeton(autre.base, autre.jeton);
    expect(await autre.appelle('get', '/structures')).toMatchObject({ statut: 401 });
    await autre.close();
  });

  test('la base ne garde d’un jeton que son empreinte', async () => {
    const jetons = await essai.base.jeton.findMany();
    expect(JSON.stringify(jetons)).not.toContain(essai.jeton.slice(7));
    expect(essai.jeton).toMatch(/^jalons_[\w-]{43}$/);
  });

  test('deux structures n’ont pas le même code, deux personnes le même identifiant externe', async () => {
    const lue = Structure.parse((await essai.appelle('get', `/structures/${structureId}`)).corps);
    const { id, fermetures, version, ...fiche } = lue;
    expect([id, fermetures, version]).toEqual([structureId, [], 1]);
    expect(await essai.appelle('post', '/structures', { corps: fiche })).toMatchObject({
      statut: 409,
      corps: { code: 'code_deja_pris' },
    });
    await createPersonne(essai.appelle, 'canari-1');
    const corps = { idExterne: 'canari-1', prenom: 'Autre', nom: 'Canari' };
    expect(await essai.appelle('post', '/beneficiaires', { corps })).toMatchObject({
      statut: 409,
      corps: { code: 'id_externe_deja_pris' },
    });
  });

  test('une fermeture et une absence se déclarent, se lisent au jour près et se retirent', async () => {
    for (const [liste, chemin] of [
      ['fermetures', `/structures/${structureId}`],
      ['absences', `/referents/${referentId}`],
    ] as const) {
      const jours = { du: '2025-03-30', au: '2025-03-31' };
      const id = idOf(await essai.appelle('post', `${chemin}/${liste}`, { corps: jours }));
      expect(await essai.appelle('get', chemin)).toMatchObject({ corps: { [liste]: [{ id, ...jours }] } });
      const retrait = await essai.appelle('delete', `${chemin}/${liste}/${id}`);
      expect(retrait.statut).toBe(204);
      const encore = await essai.appelle('delete', `${chemin}/${liste}/${id}`);
      expect(encore.statut).toBe(404);
      const envers = { du: '2025-03-31', au: '2025-03-30' };
      expect(await essai.appelle('post', `${chemin}/${liste}`, { corps: envers })).toMatchObject({
        statut: 400,
        corps: { erreurs: [{ champ: 'au' }] },
      });
    }
  });

  test('R08 — une permanence où des rendez-vous sont placés ne se retire pas', async () => {
    const personne = await createPersonne(essai.appelle, 'A-2');
    const ouvert = await essai.appelle('post', '/parcours', {
      corps: ouvertureDe(personne, structureId, referentId),
    });
    // The signature makes what is due be honoured: the first appointment takes a slot of the permanence.
    await essai.appelle('post', `/parcours/${idOf(ouvert)}/contrat`, {
      corps: { signeLe: '2025-01-06' },
    });
    const referent = Referent.parse((await essai.appelle('get', `/referents/${referentId}`)).corps);
    const permanence = `/referents/${referentId}/permanences/${String(referent.permanences[0]?.id)}`;
    expect(await essai.appelle('delete', permanence)).toMatchObject({
      statut: 409,
      corps: { code: 'permanence_occupee' },
    });
  });

  test('une fiche se corrige champ par champ, et ce qui n’est pas donné reste', async () => {
    const id = await createPersonne(essai.appelle, 'A-3');
    const corps = { courriel: null, adresse: '2 rue Neuve\n83000 Toulon' };
    const corrigee = await essai.appelle('patch', `/beneficiaires/${id}`, { corps, si: '*' });
    expect(corrigee).toMatchObject({ statut: 200, corps: { prenom: 'Ana', ...corps } });
  });

  test('l’horloge ne recule pas avant le dernier fait, et ne saute aucune échéance', async () => {
    const gele = (a: string) => essai.appelle('post', '/horloge/gel', { corps: { a } });
    expect(await gele('2025-01-05T08:00:00Z')).toMatchObject({
      statut: 409,
      corps: { code: 'horloge_recule' },
    });
    expect(await gele('2026-01-06T08:00:00Z')).toMatchObject({
      statut: 409,
      corps: { code: 'horloge_saute' },
    });
    expect(await essai.appelle('get', '/horloge')).toMatchObject({
      corps: { mode: 'figee', maintenant: '2025-01-06T08:00:00.000Z' },
    });
  });

  test('une promenade se demande au jour, au mois ou à la date, et une seule à la fois', async () => {
    const corps = { vers: 'mois', nombre: '2' };
    const demandee = await essai.appelle('post', '/horloge/promenades', { corps });
    expect(demandee).toMatchObject({ statut: 202, corps: { jusquA: '2025-03-06T08:00:00.000Z' } });
    const suivie = await essai.appelle('get', `/horloge/promenades/${idOf(demandee)}`);
    expect(suivie.corps).toEqual(demandee.corps);
    expect(await essai.appelle('post', '/horloge/promenades', { corps })).toMatchObject({
      statut: 409,
      corps: { code: 'promenade_en_cours' },
    });
  });

  test('le journal technique porte des identifiants, jamais un nom, une adresse ni un jeton', () => {
    const journal = lignes.join('');
    expect(journal).toContain(referentId);
    expect(journal).not.toMatch(/canari|rue Neuve/i);
    expect(journal).not.toContain(essai.jeton.slice(7));
  });
});
