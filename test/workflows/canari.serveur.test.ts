import { randomBytes, randomUUID } from 'node:crypto';
import { absences } from '../../demo/vies/absences';
import { instantAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { transige } from '../../registre/journal/transige';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { searchTemporal } from '../support/fouille';

jest.setTimeout(300_000);
const FIN = jour('2025-03-31');
/** Unique to this run: found anywhere, it can only have come from the people planted here. */
const CANARI = `Zq${randomBytes(8).toString('hex')}`;
const APPAT = `Zq${randomBytes(8).toString('hex')}`;

describe('Rien de personnel ne sort de la base de Jalons', () => {
  let d: DepartementDEssai;

  beforeAll(async () => {
    d = await createDepartementDEssai({ nom: 'canari', vies: [absences] });
    await d.base.beneficiaire.updateMany({
      data: {
        prenom: `${CANARI}Prenom`,
        nom: `${CANARI}Nom`,
        courriel: `${CANARI}@example.org`,
        telephone: `${CANARI}Tel`,
        adresse: `1 rue ${CANARI}, 83000 Toulon`,
      },
    });
    await d.base.referent.updateMany({
      data: { prenom: `${CANARI}Referente`, courriel: `${CANARI}.referente@example.org` },
    });
    await d.base.structure.updateMany({
      data: { responsableNom: `${CANARI}Responsable`, adresse: `2 rue ${CANARI}` },
    });
    // The relay's refusals repeat the address: they must not reach the logs either.
    d.boite.regles.add({ destinataire: `${CANARI}@example.org`, reponse: '550', fois: 1, ms: 1 });
    await d.open();
    for (const { a, parcoursId, demande } of d.ecrit(FIN)) {
      await d.walkTo(a);
      if (demande.type !== 'recordStatut') {
        await d.ask(parcoursId, demande);
        continue;
      }
      const texteId = randomUUID();
      const issue = await transige(d.base, {
        ...{ parcoursId, par: 'agent:essai', demande: { ...demande, texteId } },
        textes: [{ id: texteId, contenu: `${CANARI} dit avoir été malade` }],
      });
      expect(issue).toMatchObject({ accepte: true });
    }
    await d.walkTo(instantAt(FIN, '18:00', 'metropole'));
  });
  afterAll(() => d.close());

  test('la fouille voit un nom écrit en clair dans un workflow, dans un signal, dans un résumé', async () => {
    const appats = ['argument', 'signal', 'resume'].map((ou) => `${APPAT}${ou}`);
    const [argument = '', signal = '', resume = ''] = appats;
    await d.client.workflow.signalWithStart('personne', {
      workflowId: 'appat',
      taskQueue: 'nulle-part',
      args: [{ nom: argument }],
      signal: 'regarde',
      signalArgs: [signal],
      staticSummary: resume,
    });
    for (const appat of appats) expect(await searchTemporal(appat)).not.toEqual([]);
    await d.client.workflow.getHandle('appat').terminate(`${APPAT}fin`);
    expect(await searchTemporal(`${APPAT}fin`)).not.toEqual([]);
  });

  test('une vie vécue : aucun nom, aucune adresse, aucun motif dans les bases de Temporal', async () => {
    expect(await searchTemporal(`parcours-${d.suivies[0]?.parcoursId ?? ''}`)).not.toEqual([]);
    expect(await searchTemporal(CANARI)).toEqual([]);
  });

  test('ni dans les journaux techniques du worker, même quand le relais refuse l’adresse', async () => {
    expect(await d.base.courriel.count({ where: { etat: 'refuse' } })).toBe(1);
    expect(d.worker.journal()).toContain('courriel non remis');
    expect(d.worker.journal()).not.toContain(CANARI);
  });

  test('le journal de Jalons n’a que des identifiants, des codes et des jours', async () => {
    const faits = await d.base.fait.findMany();
    expect(faits.length).toBeGreaterThan(10);
    expect(JSON.stringify(faits)).not.toContain(CANARI);
    const parcours = await d.base.parcours.findMany();
    expect(JSON.stringify(parcours)).not.toContain(CANARI);
  });
});
