import { randomUUID } from 'node:crypto';
import * as oracle from '../../demo/oracle/marche';
import { transferPortefeuille } from '../../demo/oracle/transfert';
import { tranquille } from '../../demo/vies/tranquille';
import { instantAt, type Heure } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import type { Passage } from '../../domain/transferts/transfert';
import { addAbsence } from '../../registre/annuaire/referents.prisma';
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
const DUREES = { dureeMinutes: 30, dureeBilanMinutes: 60, lieu: null };
jest.setTimeout(600_000);

/** The two référents receive by turns: a life of even rank goes to the first, who leaves; the other has none yet. */
const vies = Array.from({ length: PERSONNES * 2 }, (_, i) => ({
  ...tranquille,
  code: `${tranquille.code}-${i}`,
  idExterne: `PORTEFEUILLE-${i}`,
}));

const AGENT = 'agent:demonstration';
/** Room for everybody: the order of slots is then the oracle's, whoever is late. */
const PERMANENCES = ([1, 2, 3, 4, 5] as const).flatMap((jourDeSemaine) => [
  { id: `m${jourDeSemaine}`, jourDeSemaine, de: '09:00', a: '12:00', ...DUREES } as const,
  { id: `s${jourDeSemaine}`, jourDeSemaine, de: '14:00', a: '17:00', ...DUREES } as const,
]);

describe('Un référent part en congé, puis quitte la structure, avec quarante personnes ; le worker tué deux fois', () => {
  const conge = randomUUID();
  const depart = randomUUID();
  const [du, au] = [jour('2025-01-13'), jour('2025-01-17')];
  let d: DepartementDEssai;
  let ids: readonly string[];
  let [de, vers] = ['', ''];

  beforeAll(async () => {
    d = await createDepartementDEssai({
      nom: 'transfert',
      vies,
      maximumParJour: 12,
      permanences: PERMANENCES,
    });
    const siennes = d.suivies.filter((_, i) => i % 2 === 0);
    ids = siennes.map((s) => s.parcoursId);
    for (const { parcoursId, ouverture } of siennes) {
      if (ouverture === undefined) continue;
      oracle.ask(d.monde, parcoursId, ouverture.demande, AGENT);
      await d.ask(parcoursId, ouverture.demande, 'tait');
      await honourTout(parcoursId);
    }
    de = (await d.base.parcours.findFirstOrThrow()).referentId ?? '';
    vers = (await d.base.referent.findFirstOrThrow({ where: { id: { not: de } } })).id;
  });
  afterAll(() => d.close());

  test('R24 — l’aperçu d’un remplacement compte sans rien faire', async () => {
    const faits = await d.base.fait.count();
    await prepare(conge, { genre: 'remplacement', du, au });
    const apercu = await findTransfert(d.base, conge);
    expect(apercu).toMatchObject({ etat: 'apercu' });
    expect(apercu?.lignes.map((l) => l.parcoursId)).toEqual([...ids].sort());
    expect(apercu?.lignes.reduce((n, l) => n + l.deplaces + l.aReplacer, 0)).toBe(PERSONNES);
    expect(await d.base.fait.count()).toBe(faits);
  });

  test('R24 — en congé : chaque rendez-vous passe au remplaçant, qui reçoit ; les suivants restent au référent', async () => {
    await d.worker.start();
    await d.walkTo(DEPART);
    await inTransaction(d.base, async (tx) => {
      await confirmTransfert(tx, conge);
      await addAbsence(tx, de, { id: conge, du, au });
    });
    await attends(
      'la fin du remplacement',
      async () => (await findTransfert(d.base, conge))?.etat === 'fini',
    );
    transferPortefeuille(
      d.monde,
      { ...pair(), id: conge, passage: { genre: 'remplacement', du, au } },
      AGENT,
    );
    expect(await d.base.rendezVous.count({ where: { referentId: vers } })).toBe(PERSONNES);
    expect(await d.base.parcours.count({ where: { referentId: de } })).toBe(PERSONNES);

    await walk('2025-01-14', '12:30');
    for (const [parcoursId, { etat }] of d.monde.parcours)
      for (const { id, creneau } of etat.rendezVous.filter((r) => r.creneau.fin <= d.monde.maintenant)) {
        expect(creneau.debut >= instantAt(du, '00:00', 'metropole')).toBe(true);
        const presence = { type: 'recordStatut', rendezVousId: id, statut: 'honore', texteId: null } as const;
        oracle.ask(d.monde, parcoursId, presence, AGENT);
        await d.ask(parcoursId, presence);
      }
    await walk('2025-01-15', '09:30');
    expect(await d.base.rendezVous.count({ where: { referentId: de } })).toBeGreaterThan(10);
    expect(await d.ecarts()).toEqual([]);
  });

  test('R24 — confié au référent pendant son congé, un parcours est prêté avec les autres, et lui revient', async () => {
    const nouveau = d.suivies.find((_, i) => i % 2 === 1);
    if (nouveau?.ouverture === undefined) throw new Error('Personne à accueillir.');
    const { parcoursId, ouverture } = nouveau;
    const demande = { ...ouverture.demande, referentId: de };
    oracle.ask(d.monde, parcoursId, demande, AGENT);
    await d.ask(parcoursId, demande);
    const lu = await d.base.parcours.findUniqueOrThrow({ where: { id: parcoursId } });
    expect(lu.etat).toMatchObject({
      referent: { id: de },
      remplacements: [{ id: conge, referentId: vers, du, au }],
    });
    await walk('2025-01-15', '09:40');
    expect(await d.ecarts()).toEqual([]);
    ids = [...ids, parcoursId];
  });

  test('R23 — parti pour de bon : l’aperçu compte sans rien faire', async () => {
    const faits = await d.base.fait.count();
    await prepare(depart, { genre: 'definitif', motif: 'depart' });
    const apercu = await findTransfert(d.base, depart);
    expect(apercu?.lignes.map((l) => l.parcoursId)).toEqual([...ids].sort());
    const prevus = apercu?.lignes.reduce((n, l) => n + l.deplaces + l.aReplacer, 0);
    expect(prevus).toBe(await d.base.rendezVous.count({ where: { referentId: de } }));
    expect(await d.base.fait.count()).toBe(faits);
  });

  test('R23 — tué après un parcours, puis au milieu, il reprend : chacun passe une fois et une seule', async () => {
    d.worker.killAt('apres_commit');
    await inTransaction(d.base, (tx) => confirmTransfert(tx, depart));
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
    await attends('la fin du transfert', async () => (await findTransfert(d.base, depart))?.etat === 'fini');
    const changes = await d.base.fait.findMany({ where: { type: 'referent_change' } });
    expect(changes.map((f) => f.parcoursId).sort()).toEqual([...ids].sort());
    expect(changes.every((f) => f.par === AGENT)).toBe(true);
    expect(await d.base.parcours.count({ where: { referentId: vers } })).toBe(ids.length);
    expect(await d.base.rendezVous.count({ where: { referentId: de } })).toBe(0);
  });

  test('R23 — un seul récapitulatif de chaque côté, et chaque personne prévenue une fois', async () => {
    await attends('tous les courriels partis', async () => {
      const reste = await d.base.courriel.count({ where: { etat: { in: ['a_envoyer', 'en_envoi'] } } });
      return reste === 0;
    });
    const envoyes = await d.base.courriel.findMany({ where: { etat: 'envoye' } });
    const resumes = envoyes.filter((c) => c.modele === 'transfert').map((c) => c.cle);
    const attendus = [conge, depart].flatMap((id) => [`transfert:${id}:de`, `transfert:${id}:vers`]);
    expect(resumes.sort()).toEqual(attendus.sort());
    expect(envoyes.filter((c) => c.modele === 'changement_referent')).toHaveLength(ids.length);
    const lignes = await d.base.ligne.count({
      where: { avis: { in: ['parcours_recu', 'parcours_confie'] } },
    });
    expect(lignes).toBe(0);
    const ressus = d.messages().filter((m) => envoyes.some((c) => c.id === m.courrielId));
    expect(new Set(ressus.map((m) => m.courrielId)).size).toBe(envoyes.length);
  });

  test('R23, R24 — chaque échéance, chaque créneau et chaque courriel est celui de l’oracle', async () => {
    transferPortefeuille(
      d.monde,
      { ...pair(), id: depart, passage: { genre: 'definitif', motif: 'depart' } },
      AGENT,
    );
    // Killed while the relay answered, a sender may have sent the same courriel twice: the same Message-ID.
    const recus = new Map(d.messages().map((m) => [m.courrielId, m]));
    expect(await d.ecarts([...recus.values()])).toEqual([]);
  });

  test('R23 — le workflow est fini, et rien de personnel n’est entré dans Temporal', async () => {
    const handle = d.client.workflow.getHandle(`transfert-${depart}`);
    expect((await handle.describe()).status.name).toBe('COMPLETED');
    const histoire = JSON.stringify(await handle.fetchHistory());
    const { prenom, nom, courriel } = await d.base.referent.findUniqueOrThrow({ where: { id: vers } });
    for (const mot of [prenom, nom, courriel, 'Personne', '@example.org'])
      expect(histoire).not.toContain(mot);
  });

  const passes = () => d.base.transfertParcours.count({ where: { transfertId: depart, etat: 'fait' } });

  const pair = () => ({ deId: de, versId: vers });

  async function prepare(id: string, passage: Passage): Promise<void> {
    const { structureId } = await d.base.referent.findUniqueOrThrow({ where: { id: de } });
    const voulu = { ...pair(), id, structureId, par: AGENT, parcoursIds: null, passage };
    await inTransaction(d.base, (tx) => createTransfert(tx, voulu));
  }

  async function walk(le: Parameters<typeof jour>[0], heure: Heure): Promise<void> {
    const a = instantAt(jour(le), heure, 'metropole');
    oracle.walkTo(d.monde, a);
    await d.walkTo(a);
  }

  async function honourTout(parcoursId: string): Promise<void> {
    for (;;) {
      const p = await d.base.parcours.findUniqueOrThrow({ where: { id: parcoursId } });
      if (p.prochaineA === null || p.prochaineCle === null) return;
      if (instantOfColonne(p.prochaineA) > DEPART) return;
      await honourProchaine(d.base, parcoursId, p.prochaineCle);
    }
  }
});
