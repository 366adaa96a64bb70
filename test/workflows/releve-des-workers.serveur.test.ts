import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { absences } from '../../demo/vies/absences';
import { tranquille } from '../../demo/vies/tranquille';
import type { GesteEcrit } from '../../demo/oracle/histoire';
import { getConfiguration } from '../../config/configuration';
import { instantAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { createDossierJetable } from '../../tools/moteur/moteur';
import { closeRegistre } from '../../tools/moteur/registre-des-processus';
import { bundleAt } from '../../worker/bundle';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { getEngin } from '../support/engin';
import { createWorkerDEssai, type WorkerDEssai } from '../support/worker-d-essai';

jest.setTimeout(300_000);
const FIN = jour('2025-05-31');
const FIN_A = instantAt(FIN, '18:00', 'metropole');
const SUJET = 'Rappelle le rendez-vous à la personne';
const SUJET_SUIVANT = 'Rappelle le rendez-vous (version suivante)';

/** docs/exploitation/mise-a-jour.md — the release of a compatible version, one worker after the other. */
describe('Deux versions du worker se relaient sur une file', () => {
  let d: DepartementDEssai;
  let suivant: WorkerDEssai;
  let gestes: readonly GesteEcrit[];
  const dossier = createDossierJetable('version-suivante');

  beforeAll(async () => {
    d = await createDepartementDEssai({ nom: 'releve', vies: [absences, tranquille] });
    await d.open();
    gestes = d.ecrit(FIN);
    suivant = createWorkerDEssai({
      ...{ dossier, databaseUrl: d.databaseUrl, taches: d.taches, smtpPort: d.boite.smtpPort },
      ...getEngin(),
      env: { JALONS_CACHE: writeVersionSuivante() },
    });
  });
  afterAll(async () => {
    await suivant.stop();
    await d.close();
    closeRegistre(dossier);
  });

  /** The bundle of the next version, as its release would have prepared it. */
  function writeVersionSuivante(): string {
    const actuel = bundleAt(getConfiguration().JALONS_CACHE);
    expect(existsSync(actuel)).toBe(true);
    const code = readFileSync(actuel, 'utf8');
    expect(code).toContain(SUJET);
    const cache = path.join(dossier, 'cache');
    mkdirSync(cache, { recursive: true });
    writeFileSync(bundleAt(cache), code.replaceAll(SUJET, SUJET_SUIVANT));
    return cache;
  }

  const joue = async (partie: number) => {
    const n = Math.ceil(gestes.length / 3);
    const morceau = gestes.slice(partie * n, (partie + 1) * n);
    const fin = partie === 2 ? FIN_A : (morceau.at(-1)?.a ?? FIN_A);
    await d.joue(morceau, fin);
  };

  test('la suivante prend des tâches à côté de l’actuelle, qui s’en va puis revient : rien de perdu, rien en double', async () => {
    await joue(0);
    await suivant.start();
    // Both serve while the walk goes on; then the older one drains and leaves in the middle of it.
    const [suite] = await Promise.all([
      joue(1),
      new Promise((r) => setTimeout(r, 1_500)).then(d.worker.stop),
    ]);
    expect(suite).toBeUndefined();
    // And back again: the way of a release given up.
    await d.worker.start();
    const [fin] = await Promise.all([joue(2), suivant.stop()]);
    expect(fin).toBeUndefined();

    const messages = d.messages();
    expect(await d.ecarts(messages)).toEqual([]);
    expect(new Set(messages.map((m) => m.courrielId)).size).toBe(messages.length);
  });

  test('les deux versions ont écrit dans les mêmes histoires', async () => {
    const sujets = new Set<string>();
    for (const { parcoursId } of d.suivies) {
      for await (const { workflowId, runId } of d.client.workflow.list({
        query: `WorkflowId = 'parcours-${parcoursId}'`,
      })) {
        const { events } = await d.client.workflow.getHandle(workflowId, runId).fetchHistory();
        for (const e of events ?? [])
          sujets.add(Buffer.from(e.userMetadata?.summary?.data ?? '').toString('utf8'));
      }
    }
    expect([...sujets]).toEqual(
      expect.arrayContaining([JSON.stringify(SUJET), JSON.stringify(SUJET_SUIVANT)]),
    );
  });
});
