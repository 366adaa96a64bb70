import { Client, Connection } from '@temporalio/client';
import { createReveilImmediat } from '../../api/reveil-immediat';
import { createBase, type Base } from '../../registre/base';
import { listReveils } from '../../registre/reveils/reveils';
import { createReveilleur } from '../../temporal/reveilleur';
import { createBase as createBaseDEssai, getEngin } from '../support/engin';
import { createDepartement, createPersonne, ouvertureDe } from './departement';
import { createEssai, idOf, MUET } from './essai';

/** The digest of the structure waits for the relay: nobody signals it after the commit. */
const listDeParcours = async (base: Base) =>
  (await listReveils(base, 10)).filter(({ cible }) => cible.startsWith('parcours-'));

describe('Le réveil, juste après l’écriture', () => {
  let url: string;
  beforeAll(async () => {
    url = await createBaseDEssai('essai_api_reveil');
  });

  async function createApi(address: string) {
    const base = createBase(url, 4);
    const client = new Client({ connection: Connection.lazy({ address }), namespace: getEngin().namespace });
    const reveilleur = createReveilleur(client, 'sans-worker');
    const reveil = createReveilImmediat({ base, client, reveilleur, logger: MUET });
    const essai = await createEssai(url, { reveil });
    const close = async () => {
      await reveil.close();
      await Promise.all([essai.close(), base.$disconnect()]);
    };
    return { ...essai, client, reveil, close };
  }

  test('Temporal là : le workflow du parcours existe, et rien ne reste au relais', async () => {
    const api = await createApi(getEngin().temporalAddress);
    // The first call connects, which a busy machine does in more than the half second of a signal.
    await api.client.workflowService.getSystemInfo({});
    const { structureId } = await createDepartement(api.appelle);
    const personne = await createPersonne(api.appelle, 'R-1');
    const corps = ouvertureDe(personne, structureId, null);
    const id = idOf(await api.appelle('post', '/parcours', { corps }));
    await api.close();
    const base = createBase(url, 1);
    expect(await listDeParcours(base)).toEqual([]);
    await base.$disconnect();
    const { temporalAddress, namespace } = getEngin();
    const client = new Client({ connection: Connection.lazy({ address: temporalAddress }), namespace });
    const workflow = client.workflow.getHandle(`parcours-${id}`);
    expect(await workflow.describe()).toMatchObject({ type: 'accompagnement', status: { name: 'RUNNING' } });
    await workflow.terminate();
    await client.connection.close();
  });

  test('Temporal absent : la demande est acquittée aussi vite, et le réveil attend le relais', async () => {
    const api = await createApi('127.0.0.1:1');
    const { corps } = await api.appelle('get', '/structures');
    const { elements } = corps as { elements: { id: string }[] };
    const personne = await createPersonne(api.appelle, 'R-2');
    const saisie = ouvertureDe(personne, String(elements[0]?.id), null);
    const id = idOf(await api.appelle('post', '/parcours', { corps: saisie }));
    await api.close();
    const base = createBase(url, 1);
    expect(await listDeParcours(base)).toMatchObject([{ cible: `parcours-${id}`, raison: 'openParcours' }]);
    await base.$disconnect();
  });
});
