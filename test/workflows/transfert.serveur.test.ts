import { differences, releveDuMonde } from '../../demo/jeu/comparaison';
import {
  askApercu,
  confirmTransfert,
  ecartsDeLApercu,
  waitTransfert,
  type TransfertLu,
} from '../../demo/jeu/passation';
import type { Passation } from '../../demo/oracle/histoire';
import {
  ARRIVEE,
  CONGE,
  DEPART,
  OUVERTURE,
  passationsOf,
  portefeuille,
  SUIVIS,
} from '../../demo/vies/portefeuille';
import { addJours, type CivilDate } from '../../domain/temps/jour';
import { colonneOfInstant, colonneOfJour } from '../../registre/dates';
import { readHorloge } from '../../registre/horloge/horloge';
import { reconcile } from '../../registre/reveils/reconcilie.prisma';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';

jest.setTimeout(600_000);

/** The same life as in `npm run demo -- --toutes`, up to the departure, with a worker that dies in it. */
describe('Une référente part en congé, revient, puis quitte la structure, avec quarante personnes ; le worker tué deux fois', () => {
  const tous = SUIVIS + 1;
  let d: DepartementDEssai;
  let conge: Passation;
  let depart: Passation;
  let apercu: TransfertLu;

  beforeAll(async () => {
    d = await createDepartementDEssai({
      ...{ nom: 'transfert', vies: portefeuille, alternes: false, api: 'processus' },
    });
    const [premiere, seconde] = passationsOf(d.suivies);
    if (premiere === undefined || seconde === undefined) throw new Error('Deux transferts sont écrits.');
    [conge, depart] = [premiere, seconde];
    await d.worker.start();
    await d.joue(d.ecrit(OUVERTURE, [conge]), conge.a);
  });
  afterAll(() => d.close());

  test('R24 — l’aperçu d’un remplacement compte sans rien faire', async () => {
    const faits = await d.base.fait.count();
    apercu = await askApercu(guichet(), conge.transfert);
    expect(apercu.parcours.map((l) => l.parcoursId)).toEqual(ids(SUIVIS));
    expect(apercu.deplaces + apercu.aReplacer).toBe(await aVenir(de(), CONGE.au));
    expect(apercu.deplaces).toBeGreaterThan(SUIVIS / 2);
    expect(await d.base.fait.count()).toBe(faits);
  });

  test('R24 — en congé : chaque rendez-vous passe au remplaçant, qui reçoit, et à qui les présences sont demandées', async () => {
    await confirmTransfert(guichet(), conge.transfert.id);
    const fini = await waitTransfert(guichet(), conge.transfert.id);
    expect(ecartsDeLApercu(apercu, fini)).toEqual([]);
    expect(await aVenir(vers(), CONGE.au)).toBe(apercu.deplaces);
    expect(await aVenir(de(), CONGE.au)).toBe(0);
    expect(await d.base.parcours.count({ where: { referentId: de() } })).toBe(SUIVIS);
    const gestes = d.ecrit(CONGE.au);
    await d.joue(gestes, d.monde.maintenant);
    expect(await d.ecarts()).toEqual([]);
    const dits = d.monde.courriels.filter((c) => c.modele === 'recapitulatif').map((c) => c.cle);
    expect(dits).toEqual(['12', '13'].map((j) => `recapitulatif:referent:${vers()}:2026-05-${j}`));
  });

  test('R24 — confié à la référente pendant son congé, un parcours est prêté avec les autres, et lui revient', async () => {
    const nouveau = d.suivies.find(({ ouverture }) => ouverture?.le === ARRIVEE);
    const lu = await d.base.parcours.findUniqueOrThrow({ where: { id: nouveau?.parcoursId ?? '' } });
    expect(lu.etat).toMatchObject({
      referent: { id: de() },
      remplacements: [{ id: conge.transfert.id, referentId: vers(), ...CONGE }],
    });
    await d.joue(d.ecrit(DEPART, [depart]), depart.a);
    const rendezVous = await d.base.rendezVous.findMany({ where: { parcoursId: lu.id } });
    expect(new Set(rendezVous.map((r) => r.referentId))).toEqual(new Set([de()]));
  });

  test('R23 — partie pour de bon : l’aperçu compte sans rien faire', async () => {
    const faits = await d.base.fait.count();
    apercu = await askApercu(guichet(), depart.transfert);
    expect(apercu.parcours.map((l) => l.parcoursId)).toEqual(ids(tous));
    expect(apercu.deplaces + apercu.aReplacer).toBe(await aVenir(de()));
    expect(apercu.deplaces).toBeGreaterThan(SUIVIS / 2);
    expect(await d.base.fait.count()).toBe(faits);
  });

  test('R23 — tué après un parcours, puis au milieu, il reprend : chacun passe une fois et une seule', async () => {
    d.worker.killAt('apres_commit');
    await confirmTransfert(guichet(), depart.transfert.id);
    expect((await d.worker.fin()).signal).toBe('SIGKILL');
    expect(await passes()).toBe(1);

    await d.worker.start();
    await attends('une dizaine de parcours passés', async () => (await passes()) >= 10);
    d.worker.killAt('avant_commit');
    expect((await d.worker.fin()).signal).toBe('SIGKILL');
    const auMilieu = await passes();
    expect(auMilieu).toBeGreaterThanOrEqual(10);
    expect(auMilieu).toBeLessThan(tous);
    // A sender died with it: the end of its lease, in real time, is brought forward.
    await d.base.courriel.updateMany({ where: { etat: 'en_envoi' }, data: { bailJusqua: new Date(0) } });
    await reconcile(d.base);

    await d.worker.start();
    const fini = await waitTransfert(guichet(), depart.transfert.id);
    expect(ecartsDeLApercu(apercu, fini)).toEqual([]);
    const changes = await d.base.fait.findMany({ where: { type: 'referent_change' } });
    expect(changes.map((f) => f.parcoursId).sort()).toEqual(ids(tous));
    expect(changes.every((f) => f.par === 'agent:demonstration')).toBe(true);
    expect(await d.base.parcours.count({ where: { referentId: vers() } })).toBe(tous);
    expect(await aVenir(de())).toBe(0);
  });

  test('R23 — un seul récapitulatif de chaque côté, et chaque personne prévenue une fois', async () => {
    await attends('tous les courriels partis', async () => {
      const reste = await d.base.courriel.count({ where: { etat: { in: ['a_envoyer', 'en_envoi'] } } });
      return reste === 0;
    });
    const envoyes = await d.base.courriel.findMany({ where: { etat: 'envoye' } });
    const resumes = envoyes.filter((c) => c.modele === 'transfert').map((c) => c.cle);
    const attendus = [conge, depart].flatMap(({ transfert: { id } }) => [
      `transfert:${id}:de`,
      `transfert:${id}:vers`,
    ]);
    expect(resumes.sort()).toEqual(attendus.sort());
    expect(envoyes.filter((c) => c.modele === 'changement_referent')).toHaveLength(tous);
    const lignes = await d.base.ligne.count({
      where: { avis: { in: ['parcours_recu', 'parcours_confie'] } },
    });
    expect(lignes).toBe(0);
    const recus = d.messages().filter((m) => envoyes.some((c) => c.id === m.courrielId));
    expect(new Set(recus.map((m) => m.courrielId)).size).toBe(envoyes.length);
  });

  test('R23, R24 — chaque échéance, chaque créneau et chaque courriel est celui de l’oracle', async () => {
    expect(differences(releveDuMonde(d.monde), await releve())).toEqual([]);
  });

  test('un récapitulatif perdu, un rendez-vous ou une ligne laissés à la référente absente se voient', async () => {
    const [attendu, obtenu] = [releveDuMonde(d.monde), await releve()];
    const perdu = obtenu.courriels.filter((c) => !c.includes(`transfert:${depart.transfert.id}:vers`));
    expect(differences(attendu, { ...obtenu, courriels: perdu })).toEqual([
      expect.stringMatching(/^courriel manquant \(1\) : structure transfert/),
    ]);
    const laisse = obtenu.courriels.map((c) => c.replace(`${vers()}:2026-05-13`, `${de()}:2026-05-13`));
    expect(differences(attendu, { ...obtenu, courriels: laisse })).toHaveLength(2);
    const avecLui = [...obtenu.creneaux].filter(([, liste]) => liste.some((c) => c.endsWith(vers())));
    expect(avecLui.length).toBeGreaterThan(SUIVIS / 2);
    for (const [id, liste] of avecLui) {
      const chezElle = liste.map((c) => c.replace(vers(), de()));
      expect(
        differences(attendu, { ...obtenu, creneaux: new Map([...obtenu.creneaux, [id, chezElle]]) }),
      ).toEqual([expect.stringMatching(`^créneau \\d+ de ${id}`)]);
    }
  });

  test('R23 — le workflow est fini, et rien de personnel n’est entré dans Temporal', async () => {
    const handle = d.client.workflow.getHandle(`transfert-${depart.transfert.id}`);
    expect((await handle.describe()).status.name).toBe('COMPLETED');
    const histoire = JSON.stringify(await handle.fetchHistory());
    const { prenom, nom, courriel } = await d.base.referent.findUniqueOrThrow({ where: { id: vers() } });
    for (const mot of [prenom, nom, courriel, 'Personne', '@example.org'])
      expect(histoire).not.toContain(mot);
  });

  const de = () => conge.transfert.deId;
  const vers = () => conge.transfert.versId;
  const ids = (combien: number) =>
    d.suivies
      .slice(0, combien)
      .map((s) => s.parcoursId)
      .sort();
  const passes = () =>
    d.base.transfertParcours.count({ where: { transfertId: depart.transfert.id, etat: 'fait' } });

  /** Appointments to come with this référent, where the clock stands; up to a day, included. */
  async function aVenir(referentId: string, jusquAu?: CivilDate): Promise<number> {
    const { maintenant } = await readHorloge(d.base);
    const fin = jusquAu === undefined ? {} : { lt: colonneOfJour(addJours(jusquAu, 1)) };
    const debut = { gt: colonneOfInstant(maintenant), ...fin };
    return d.base.rendezVous.count({ where: { referentId, occupe: true, debut } });
  }

  function guichet() {
    if (d.api === null) throw new Error('Ce département d’essai a une API.');
    return d.api.guichet;
  }

  /** Killed while the relay answered, a sender may have sent the same courriel twice: the same Message-ID. */
  const releve = () => d.releve([...new Map(d.messages().map((m) => [m.courrielId, m])).values()]);
});
