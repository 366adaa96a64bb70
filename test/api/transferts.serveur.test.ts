import { transferParcours, concludeTransfert } from '../../registre/transferts/passage.prisma';
import { findTransfert } from '../../registre/transferts/transferts.prisma';
import { transfert as Transfert } from '../../api/contrat/transferts';
import { createBase as createBaseDEssai } from '../support/engin';
import { createDepartement, createPersonne, ouvertureDe } from './departement';
import { createEssai, idOf } from './essai';

describe('Les transferts, par l’API', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let structureId: string;
  let referentId: string;
  let versId: string;
  let parcoursId: string;

  beforeAll(async () => {
    essai = await createEssai(await createBaseDEssai('essai_api_transferts'));
    ({ structureId, referentId } = await createDepartement(essai.appelle));
    const corps = {
      ...{ structureId, prenom: 'Noé', nom: 'Second', courriel: 'noe.second@example.org' },
      ...{ telephone: '04 00 00 00 77', maximumParJour: 5 },
    };
    versId = idOf(await essai.appelle('post', '/referents', { corps }));
    const personne = await createPersonne(essai.appelle, 'transferee');
    const ouverture = ouvertureDe(personne, structureId, referentId);
    parcoursId = idOf(await essai.appelle('post', '/parcours', { corps: ouverture }));
  });
  afterAll(() => essai.close());

  const passe = async (id: string) => {
    await transferParcours(essai.base, id, parcoursId);
    await concludeTransfert(essai.base, id);
  };

  test('R23 — ni vers soi-même, ni sans parcours', async () => {
    const corps = { genre: 'definitif', deId: referentId, versId: referentId, motif: 'depart' };
    expect(await essai.appelle('post', '/transferts', { corps })).toMatchObject({
      statut: 400,
      corps: { erreurs: [{ champ: 'versId' }] },
    });
    const vide = { genre: 'definitif', deId: versId, versId: referentId, motif: 'depart' };
    expect(await essai.appelle('post', '/transferts', { corps: vide })).toMatchObject({
      statut: 409,
      corps: { code: 'transfert_vide' },
    });
  });

  test('R24 — un remplacement s’aperçoit, se confirme une fois, déclare l’absence ; la retirer rend tout', async () => {
    const corps = { genre: 'remplacement', deId: referentId, versId, du: '2025-02-03', au: '2025-02-14' };
    const cree = await essai.appelle('post', '/transferts', { corps });
    const apercu = Transfert.parse(cree.corps);
    expect([cree.statut, apercu.etat, apercu.total, apercu.faits]).toEqual([201, 'apercu', 1, 0]);

    const confirme = await essai.appelle('post', `/transferts/${apercu.id}/confirmation`, { corps: {} });
    expect(confirme).toMatchObject({ statut: 202, corps: { etat: 'en_cours' } });
    expect(await essai.appelle('post', `/transferts/${apercu.id}/confirmation`, { corps: {} })).toMatchObject(
      {
        statut: 409,
        corps: { code: 'transfert_deja_confirme' },
      },
    );
    await passe(apercu.id);
    const fini = Transfert.parse((await essai.appelle('get', `/transferts/${apercu.id}`)).corps);
    expect([fini.etat, fini.faits, fini.ecartes]).toEqual(['fini', 1, 0]);
    const referent = await essai.appelle('get', `/referents/${referentId}`);
    expect(referent.corps).toMatchObject({
      absences: [{ id: apercu.id, du: '2025-02-03', au: '2025-02-14' }],
    });

    const retrait = await essai.appelle('delete', `/referents/${referentId}/absences/${apercu.id}`);
    expect(retrait.statut).toBe(204);
    const retour = await essai.base.transfert.findFirstOrThrow({ where: { genre: 'retour' } });
    await passe(retour.id);
    const types = (await essai.base.fait.findMany({ where: { parcoursId } })).map((f) => f.type);
    expect(types).toEqual(expect.arrayContaining(['remplacement_prevu', 'remplacement_annule']));
    expect(await findTransfert(essai.base, retour.id)).toMatchObject({ etat: 'fini' });
  });

  test('R22 — un parcours seul se confie par son geste', async () => {
    const le = '2025-01-06';
    const corps = { referentId: versId, motif: 'repartition', le };
    const rendu = await essai.appelle('post', `/parcours/${parcoursId}/referent/changement`, { corps });
    expect(rendu.statut).toBe(200);
    const lu = await essai.appelle('get', `/parcours/${parcoursId}`);
    expect(lu.corps).toMatchObject({ referentId: versId });
  });
});
