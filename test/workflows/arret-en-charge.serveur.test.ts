import { EventEmitter, once } from 'node:events';
import { tranquille } from '../../demo/vies/tranquille';
import { createJeton } from '../../registre/acces/jetons';
import { startApiDEssai, type ApiDEssai } from '../support/api-d-essai';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { DEPART } from '../support/peuplement';

jest.setTimeout(600_000);
const PERSONNES = 60;
const A_LA_FOIS = 4;
/** A relay that takes its time: there is always a mail on its way. */
const LENTEUR_MS = 1_000;
/** Opened first, so that their mails are leaving when the others are being written. */
const PREMIERS = 20;
/** So many acknowledged, with as many again on their way: the stop is asked for. */
const SEUIL = PREMIERS + 10;
const DE_LUI_MEME = { code: 0, signal: null };

const vies = Array.from({ length: PERSONNES }, (_, i) => ({ ...tranquille, idExterne: `ARRET-${i}` }));

describe('L’API et le worker arrêtés en pleine charge (SIGTERM)', () => {
  let d: DepartementDEssai;
  let api: ApiDEssai;
  let jeton: string;
  const acquittes: string[] = [];
  const coupures: string[] = [];
  const seuil = new EventEmitter();

  beforeAll(async () => {
    d = await createDepartementDEssai({ nom: 'arret-charge', vies, referents: 6, maximumParJour: 10 });
    d.boite.regles.add({ destinataire: '*', reponse: 'slow', ms: LENTEUR_MS });
    jeton = await createJeton(d.base, { libelle: 'essai', agent: 'essai' });
    api = await startApiDEssai(d.base, d.reglages);
    await d.worker.start();
  });
  afterAll(async () => {
    await api.stop();
    await d.close();
  });

  /** As a caller should: whatever was not answered is asked again, under the same key. */
  async function open({ parcoursId: cle, ouverture }: DepartementDEssai['suivies'][number]): Promise<void> {
    if (ouverture === undefined) throw new Error('Cette vie ne s’ouvre pas.');
    const { dispositif, structureId, beneficiaireId, referentId, orientationNotifieeLe } = ouverture.demande;
    const personne = { structureId, beneficiaireId, referentId, soumisAuxObligations: true };
    const corps = { dispositif, ...personne, orientationNotifieeLe };
    for (;;) {
      const reponse = await fetch(`${api.url}/api/v1/parcours`, {
        method: 'POST',
        headers: {
          ...{ Authorization: `Bearer ${jeton}`, 'Content-Type': 'application/json', 'Idempotency-Key': cle },
        },
        body: JSON.stringify(corps),
      }).catch((erreur: unknown) => String(erreur));
      if (typeof reponse !== 'string' && reponse.status === 201) {
        acquittes.push(((await reponse.json()) as { id: string }).id);
        if (acquittes.length === SEUIL) seuil.emit('atteint');
        return;
      }
      coupures.push(typeof reponse === 'string' ? reponse : `${reponse.status} ${await reponse.text()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  const countEnEnvoi = () => d.base.courriel.count({ where: { etat: 'en_envoi' } });

  test('ce qui est commencé s’achève, ce qui n’a pas été répondu se redemande : chacun finit de lui-même', async () => {
    const openAll = async (file: DepartementDEssai['suivies'][number][]) => {
      const drain = async () => {
        for (let suivie = file.shift(); suivie !== undefined; suivie = file.shift()) await open(suivie);
      };
      await Promise.all(Array.from({ length: A_LA_FOIS }, drain));
    };
    await openAll(d.suivies.slice(0, PREMIERS));
    await attends('des envois en cours', async () => (await countEnEnvoi()) > 0);
    const atteint = once(seuil, 'atteint');
    const tous = openAll(d.suivies.slice(PREMIERS));
    await atteint;
    const [ancienne, worker] = [api, d.worker.fin()];
    await Promise.all([ancienne.stop(), d.worker.stop()]);
    expect(await ancienne.fin).toEqual(DE_LUI_MEME);
    expect(await worker).toEqual(DE_LUI_MEME);
    // Nothing is left half done: no lease without its sender.
    expect(await countEnEnvoi()).toBe(0);
    expect(ancienne.journal()).toContain('API arrêtée');

    api = await startApiDEssai(d.base, d.reglages);
    await d.worker.start();
    await tous;
    // Refused while nobody listened; never an answer that says no.
    expect(coupures.filter((c) => !c.startsWith('TypeError'))).toEqual([]);
    expect(coupures.length).toBeGreaterThan(0);

    await attends('de nouveaux envois', async () => (await countEnEnvoi()) > 0);
    const encore = d.worker.fin();
    await d.worker.stop();
    expect(await encore).toEqual(DE_LUI_MEME);
    expect(await countEnEnvoi()).toBe(0);
    await d.worker.start();
  });

  test('rien de perdu : chaque ouverture acquittée est là, une fois, et ce qui était dû est fait', async () => {
    await attends('tout fait et tout parti', async () => {
      const [reveils, dus, attente] = await Promise.all([
        d.base.reveil.count(),
        d.base.parcours.count({ where: { prochaineA: { lte: new Date(DEPART) } } }),
        d.base.courriel.count({ where: { etat: { in: ['a_envoyer', 'en_envoi'] } } }),
      ]);
      return reveils + dus + attente === 0;
    });
    expect(new Set(acquittes).size).toBe(PERSONNES);
    const ouverts = await d.base.fait.findMany({ where: { type: 'parcours_ouvert' } });
    expect(ouverts.map((f) => f.parcoursId).sort()).toEqual([...acquittes].sort());
    const planifies = await d.base.fait.findMany({ where: { type: 'rendez_vous_planifie' } });
    expect(planifies.map((f) => f.parcoursId).sort()).toEqual([...acquittes].sort());
  });

  test('rien en double : un seul essai par courriel, un seul message reçu', async () => {
    const courriels = await d.base.courriel.findMany();
    expect(courriels.length).toBeGreaterThanOrEqual(PERSONNES);
    expect(courriels.filter((c) => c.etat !== 'envoye' || c.essais !== 1)).toEqual([]);
    const recus = d.messages().map((m) => m.courrielId);
    expect(recus.sort()).toEqual(courriels.map((c) => c.id).sort());
  });
});
