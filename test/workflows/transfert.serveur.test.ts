import { randomUUID } from 'node:crypto';
import { tranquille } from '../../demo/vies/tranquille';
import { instantOfColonne } from '../../registre/dates';
import { inTransaction } from '../../registre/base';
import { honourProchaine } from '../../registre/journal/honour.prisma';
import {
  confirmTransfert,
  createTransfert,
  findTransfert,
} from '../../registre/transferts/transferts.prisma';
import { reconcile } from '../../registre/reveils/reconcilie.prisma';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { DEPART } from '../support/peuplement';

const PERSONNES = 40;
jest.setTimeout(600_000);

/** The two référents receive by turns: a life of even rank goes to the first, who leaves; the other has none yet. */
const vies = Array.from({ length: PERSONNES * 2 }, (_, i) => ({
  ...tranquille,
  code: `${tranquille.code}-${i}`,
  idExterne: `PORTEFEUILLE-${i}`,
}));

describe('Quarante parcours passent d’un référent à un autre, le worker tué deux fois', () => {
  const id = randomUUID();
  let d: DepartementDEssai;
  let ids: readonly string[];
  let [de, vers] = ['', ''];

  beforeAll(async () => {
    d = await createDepartementDEssai({ nom: 'transfert', vies, maximumParJour: 10 });
    const siennes = d.suivies.filter((_, i) => i % 2 === 0);
    ids = siennes.map((s) => s.parcoursId);
    for (const { parcoursId, ouverture } of siennes) {
      if (ouverture === undefined) continue;
      await d.ask(parcoursId, ouverture.demande, 'tait');
      await honourTout(parcoursId);
    }
    de = (await d.base.parcours.findFirstOrThrow()).referentId ?? '';
    vers = (await d.base.referent.findFirstOrThrow({ where: { id: { not: de } } })).id;
  });
  afterAll(() => d.close());

  test('R23 — l’aperçu compte sans rien faire', async () => {
    const { structureId } = await d.base.referent.findUniqueOrThrow({ where: { id: de } });
    const faits = await d.base.fait.count();
    await inTransaction(d.base, (tx) =>
      createTransfert(tx, {
        ...{ id, deId: de, versId: vers, structureId, par: 'agent:essai', parcoursIds: null },
        passage: { genre: 'definitif', motif: 'depart' },
      }),
    );
    const apercu = await findTransfert(d.base, id);
    expect(apercu).toMatchObject({ etat: 'apercu' });
    expect(apercu?.lignes.map((l) => l.parcoursId)).toEqual([...ids].sort());
    const rendezVous = await d.base.rendezVous.count();
    expect(rendezVous).toBeGreaterThan(0);
    const prevus = apercu?.lignes.reduce((n, l) => n + l.deplaces + l.aReplacer, 0);
    expect(prevus).toBe(rendezVous);
    expect(await d.base.fait.count()).toBe(faits);
  });

  test('R23 — tué après un parcours, puis au milieu, il reprend : chacun passe une fois et une seule', async () => {
    await d.worker.start();
    await attends('les réveils de l’ouverture relayés', async () => (await d.base.reveil.count()) === 0);
    d.worker.killAt('apres_commit');
    await inTransaction(d.base, (tx) => confirmTransfert(tx, id));
    expect((await d.worker.fin()).signal).toBe('SIGKILL');
    expect(await passes()).toBe(1);

    await d.worker.start();
    await attends('une dizaine de parcours passés', async () => (await passes()) >= 10);
    d.worker.killAt('avant_commit');
    expect((await d.worker.fin()).signal).toBe('SIGKILL');
    const auMilieu = await passes();
    expect(auMilieu).toBeGreaterThanOrEqual(10);
    expect(auMilieu).toBeLessThan(PERSONNES);
    // A sender died with it: the end of its lease, in real time, is brought forward.
    await d.base.courriel.updateMany({ where: { etat: 'en_envoi' }, data: { bailJusqua: new Date(0) } });
    await reconcile(d.base);

    await d.worker.start();
    await attends('la fin du transfert', async () => (await findTransfert(d.base, id))?.etat === 'fini');
    const changes = await d.base.fait.findMany({ where: { type: 'referent_change' } });
    expect(changes.map((f) => f.parcoursId).sort()).toEqual([...ids].sort());
    expect(changes.every((f) => f.par === 'agent:essai')).toBe(true);
    expect(await d.base.parcours.count({ where: { referentId: vers } })).toBe(PERSONNES);
    const transfert = await findTransfert(d.base, id);
    const deplaces = transfert?.lignes.reduce((n, l) => n + l.deplaces, 0);
    expect(await d.base.rendezVous.count({ where: { referentId: vers } })).toBe(deplaces);
  });

  test('R23 — un seul récapitulatif de chaque côté, et chaque personne prévenue une fois', async () => {
    await attends('tous les courriels partis', async () => {
      const reste = await d.base.courriel.count({ where: { etat: { in: ['a_envoyer', 'en_envoi'] } } });
      return reste === 0;
    });
    const envoyes = await d.base.courriel.findMany({ where: { etat: 'envoye' } });
    const resumes = envoyes.filter((c) => c.modele === 'transfert').map((c) => c.referentId);
    expect(resumes.sort()).toEqual([de, vers].sort());
    expect(envoyes.filter((c) => c.modele === 'changement_referent')).toHaveLength(PERSONNES);
    const lignes = await d.base.ligne.count({
      where: { avis: { in: ['parcours_recu', 'parcours_confie'] } },
    });
    expect(lignes).toBe(0);
    const ressus = d.messages().filter((m) => envoyes.some((c) => c.id === m.courrielId));
    expect(new Set(ressus.map((m) => m.courrielId)).size).toBe(envoyes.length);
  });

  test('R23 — le workflow est fini, et rien de personnel n’est entré dans Temporal', async () => {
    const handle = d.client.workflow.getHandle(`transfert-${id}`);
    expect((await handle.describe()).status.name).toBe('COMPLETED');
    const histoire = JSON.stringify(await handle.fetchHistory());
    const { prenom, nom, courriel } = await d.base.referent.findUniqueOrThrow({ where: { id: vers } });
    for (const mot of [prenom, nom, courriel, 'Personne', '@example.org'])
      expect(histoire).not.toContain(mot);
  });

  const passes = () => d.base.transfertParcours.count({ where: { transfertId: id, etat: 'fait' } });

  async function honourTout(parcoursId: string): Promise<void> {
    for (;;) {
      const p = await d.base.parcours.findUniqueOrThrow({ where: { id: parcoursId } });
      if (p.prochaineA === null || p.prochaineCle === null) return;
      if (instantOfColonne(p.prochaineA) > DEPART) return;
      await honourProchaine(d.base, parcoursId, p.prochaineCle);
    }
  }
});
