import { randomBytes, randomUUID } from 'node:crypto';
import { tranquille } from '../../demo/vies/tranquille';
import type { Demande } from '../../domain/parcours/demandes';
import { instantAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { createPurge } from '../../registre/conservation/apercu.prisma';
import { erasePersonne } from '../../registre/conservation/effacement.prisma';
import { findPurge } from '../../registre/conservation/suivi.prisma';
import { compareDerivees } from '../../registre/journal/reconstruit.prisma';
import { inSalve } from '../../registre/salve';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { searchBase, searchTemporal } from '../support/fouille';
import { runJalons } from '../support/jalons-d-essai';
import { DEBUT } from '../support/peuplement';

jest.setTimeout(300_000);

const PERSONNES = 5;
/** Unique to this run: found anywhere, it can only have come from the people planted here. */
const CANARI = `Zq${randomBytes(8).toString('hex')}`;
const vies = Array.from({ length: PERSONNES + 1 }, (_, i) => ({
  ...tranquille,
  code: `${tranquille.code}-${i}`,
  idExterne: `${CANARI}-${i}`,
}));

describe('R44, R45 — des personnes effacées, le worker tué deux fois', () => {
  let id = '';
  let d: DepartementDEssai;
  let suivie = '';
  let purgees: readonly string[] = [];

  beforeAll(async () => {
    d = await createDepartementDEssai({ nom: 'purge', vies, maximumParJour: 10 });
    await d.base.beneficiaire.updateMany({
      data: {
        ...{ prenom: `${CANARI}Prenom`, nom: `${CANARI}Nom`, courriel: `${CANARI}@example.org` },
        ...{ telephone: `${CANARI}Tel`, adresse: `1 rue ${CANARI}, 83000 Toulon` },
      },
    });
    await d.worker.start();
    for (const { parcoursId, ouverture } of d.suivies) {
      if (ouverture === undefined) throw new Error('Une vie sans ouverture.');
      await d.ask(parcoursId, ouverture.demande);
      const contenu = `${CANARI} dit avoir déménagé`;
      await d.base.texte.create({ data: { id: randomUUID(), parcoursId, contenu, creeA: new Date() } });
    }
    [suivie = '', ...purgees] = d.suivies.map((s) => s.parcoursId);
    await attends('les convocations parties', async () => {
      const octets = await d.base.courriel.count({ where: { etat: 'envoye', octets: { not: null } } });
      return octets >= PERSONNES + 1;
    });
    await d.ask(suivie, { type: 'signContrat', signeLe: DEBUT });
    const emploi = { debutLe: DEBUT, finLe: null };
    await d.ask(suivie, { type: 'exitParcours', motif: 'cdi', le: DEBUT, emploi });
    const depart: Demande = { type: 'exitParcours', motif: 'demenagement', le: DEBUT, emploi: null };
    for (const parcoursId of purgees) await d.ask(parcoursId, depart);
    await enAttente(0);
  });
  afterAll(() => d.close());

  const enAttente = (voulus: number) =>
    attends('plus un courriel en attente', async () => {
      const reste = await d.base.courriel.count({ where: { etat: { in: ['a_envoyer', 'en_envoi'] } } });
      return reste === voulus;
    });
  const jalons = (...args: string[]) =>
    runJalons({ DATABASE_URL: d.databaseUrl, JALONS_MODE: 'test' }, ...args);
  const effaces = () => d.base.fait.count({ where: { type: 'personne_effacee' } });
  const traitees = () => d.base.purgePersonne.count({ where: { purgeId: id, etat: 'effacee' } });
  const statutDe = async (workflowId: string) =>
    (await d.client.workflow.getHandle(workflowId).describe()).status.name;

  test('R45 — effacée à sa demande pendant que son suivi dort : le moteur est réveillé, et s’arrête', async () => {
    expect(await searchBase(d.databaseUrl, CANARI)).toEqual(
      expect.arrayContaining(['beneficiaire.nom', 'texte.contenu', 'courriel.octets']),
    );
    expect(await statutDe(`parcours-${suivie}`)).toBe('RUNNING');
    const { beneficiaireId } = await d.base.parcours.findUniqueOrThrow({ where: { id: suivie } });
    const demande = { beneficiaireId, raison: 'demande', par: 'agent:essai', mois: null } as const;
    expect(await inSalve(d.base, (tx) => erasePersonne(tx, demande))).toMatchObject({
      fait: { textes: 1 },
    });
    await attends('la fin de son suivi', async () => (await statutDe(`parcours-${suivie}`)) === 'COMPLETED');
    expect(await compareDerivees(d.base, suivie)).toEqual([]);
  });

  test('R44 — deux ans jour pour jour : personne ; le lendemain : tous, comptés sans que rien ne bouge', async () => {
    await d.walkTo(instantAt(jour('2027-01-06'), '18:00', 'metropole'));
    const trop = randomUUID();
    await createPurge(d.base, { id: trop, par: 'agent:essai', mois: 24 });
    expect(await findPurge(d.base, trop)).toMatchObject({ etat: 'apercu', total: 0 });
    await d.walkTo(instantAt(jour('2027-01-07'), '09:00', 'metropole'));
    const { stdout, code } = await jalons('purge');
    expect([code, stdout]).toEqual([0, expect.stringContaining(`${PERSONNES} personnes à effacer : `)]);
    expect(stdout).toContain('dernier contact le 6 janvier 2025');
    [, id = ''] = /--confirmer ([0-9a-f-]{36})/.exec(stdout) ?? [];
    const apercu = await findPurge(d.base, id);
    expect(apercu).toMatchObject({ etat: 'apercu', mois: 24, total: PERSONNES, effacees: 0 });
    expect(apercu?.comptes.textes).toBe(PERSONNES);
    expect(await effaces()).toBe(1);
  });

  test('R44 — tué après une personne, puis au milieu, le moteur reprend : chacune une fois et une seule', async () => {
    d.worker.killAt('apres_commit');
    // The command watches until the end, whatever becomes of the worker.
    const commande = jalons('purge', '--confirmer', id, '--agent', 'responsable');
    expect((await d.worker.fin()).signal).toBe('SIGKILL');
    expect([await traitees(), await effaces()]).toEqual([1, 2]);

    d.worker.killAt('avant_commit');
    await d.worker.start().catch(() => undefined);
    expect((await d.worker.fin()).signal).toBe('SIGKILL');
    expect([await traitees(), await effaces()]).toEqual([1, 2]);

    await d.worker.start();
    const { stdout } = await commande;
    expect(stdout).toContain(`${PERSONNES} personnes effacées sur ${PERSONNES}, 0 écartée`);
    expect(await findPurge(d.base, id)).toMatchObject({
      ...{ total: PERSONNES, effacees: PERSONNES, ecartees: 0, confirmePar: 'agent:responsable' },
      comptes: { textes: PERSONNES },
    });
    const faits = await d.base.fait.findMany({ where: { type: 'personne_effacee' } });
    expect(faits.map((f) => f.parcoursId).sort()).toEqual([suivie, ...purgees].sort());
    expect(faits.filter((f) => f.par === 'agent:responsable')).toHaveLength(PERSONNES);
    await attends('la fin du workflow', async () => (await statutDe(`purge-${id}`)) === 'COMPLETED');
  });

  test('R45 — plus rien d’elles dans la base de Jalons, et rien dans celles de Temporal', async () => {
    expect(await searchBase(d.databaseUrl, CANARI)).toEqual([]);
    expect(await searchTemporal(`purge-${id}`)).not.toEqual([]);
    expect(await searchTemporal(CANARI)).toEqual([]);
    expect(d.worker.journal()).not.toContain(CANARI);
    expect(await d.base.beneficiaire.count({ where: { effaceA: null } })).toBe(0);
    // The codes stay: a life can still be folded again.
    for (const parcoursId of purgees) expect(await compareDerivees(d.base, parcoursId)).toEqual([]);
  });
});
