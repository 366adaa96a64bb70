import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import pino from 'pino';
import { getConfiguration } from '../../config/configuration';
import { readBundle } from '../../worker/bundle';
import { createJournalDuSdk } from '../../worker/journal-du-sdk';
import { attends } from '../support/attente';
import { BRANCHES, DEVOIRS } from './branches';
import { recitOf, runOf, type Histoire } from './recit';

const ROOT = path.join(__dirname, '..', '..');
const DOSSIER = path.join(__dirname, 'histoires');
jest.setTimeout(120_000);

const readTexte = (nom: string) => readFileSync(path.join(DOSSIER, `${nom}.json`), 'utf8');
const parse = (texte: string): Histoire => historyFromJSON(JSON.parse(texte));

const lues = new Map<string, Histoire>();
/** Each is long to read: once for all the tests. */
function read(nom: string): Histoire {
  const lue = lues.get(nom) ?? parse(readTexte(nom));
  lues.set(nom, lue);
  return lue;
}

type Ligne = { readonly msg: string; readonly cause?: string; readonly runId?: string };
const journalVers = (lignes: Ligne[]) =>
  pino({}, { write: (ligne: string) => lignes.push(JSON.parse(ligne) as Ligne) });
const isEchec = ({ msg }: Ligne) => /failing workflow task/i.test(msg);

describe('Les histoires d’hier', () => {
  const issues = new Map<string, unknown>();
  const lignes: Ligne[] = [];

  beforeAll(async () => {
    Runtime.install({
      logger: createJournalDuSdk(journalVers(lignes)),
      telemetryOptions: {
        logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'WARN' }), forward: {} },
      },
    });
    // Replayed in a thread, as a worker lives. Debugging, the SDK's choice, would follow every promise of this process,
    // and of the test files that come after.
    const rejeu = { workflowBundle: await readBundle(getConfiguration().JALONS_CACHE), debugMode: false };
    // The worker is kept until its line has come: the journal of its runtime ends with it.
    const autre = parse(readTexte('matinee-recapitulatif').replaceAll('sendCourriels', 'envoieAutrement'));
    const rejoues = Worker.runReplayHistories(rejeu, [{ workflowId: 'autre', history: autre }]);
    for await (const { error } of rejoues) {
      issues.set('autre', error);
      await attends('la ligne du journal', () => lignes.some(isEchec));
    }
    // One worker for all the others: what costs is to start it.
    const toutes = Object.keys(BRANCHES).map((nom) => ({
      workflowId: nom,
      history: read(nom),
    }));
    for await (const { workflowId, error } of Worker.runReplayHistories(rejeu, toutes))
      issues.set(workflowId, error ?? null);
  });

  test('sont là, une pour chaque branche des workflows, et aucune de plus', () => {
    expect(readdirSync(DOSSIER).sort()).toEqual(
      Object.keys(BRANCHES)
        .map((nom) => `${nom}.json`)
        .sort(),
    );
  });

  test('sont toutes différentes : aucun run n’est là deux fois', () => {
    const runs = Object.keys(BRANCHES).map((nom) => runOf(read(nom)));
    expect(runs).not.toContain('');
    expect(new Set(runs).size).toBe(runs.length);
  });

  test('montrent chaque devoir du système', () => {
    const recits = Object.keys(BRANCHES).map((nom) => recitOf(read(nom)));
    for (const devoir of DEVOIRS)
      expect([devoir, recits.some((r) => r.includes(`locale:${devoir}`))]).toEqual([devoir, true]);
  });

  test.each(Object.entries(BRANCHES))('« %s » se rejoue avec le code d’aujourd’hui', (nom, montre) => {
    expect(montre(read(nom))).toBe(true);
    expect(issues.get(nom)).toBeNull();
  });

  test('une histoire que le code ne peut plus suivre est refusée, et le journal dit pourquoi', () => {
    expect(String(issues.get('autre'))).toMatch(/determinis/i);
    const ligne = lignes.find(isEchec);
    expect(ligne?.cause).toMatch(/envoieAutrement.*sendCourriels/);
    expect(ligne?.runId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('le journal garde la première phrase d’un échec, jamais celle d’une activité qui serait dessous', () => {
    const dites: Ligne[] = [];
    const failure =
      'Failure { failure: Some(Failure { message: "Activité inconnue : \\"x\\"\\n    at live", cause: Some(Failure { message: "Key (courriel)=(a@b.fr)" }) }) }';
    createJournalDuSdk(journalVers(dites)).warn('Failing workflow task', { failure });
    expect(dites.map((l) => l.cause)).toEqual(['Activité inconnue : "x"']);
    expect(JSON.stringify(dites)).not.toContain('a@b.fr');
  });

  test('se lisent parce que protobufjs 8 n’a qu’une copie : celle du SDK', () => {
    const copies = [
      'node_modules/protobufjs',
      ...['activity', 'client', 'common', 'proto', 'worker', 'workflow'].map(
        (paquet) => `node_modules/@temporalio/${paquet}/node_modules/protobufjs`,
      ),
    ].filter((dossier) => existsSync(path.join(ROOT, dossier)));
    expect(copies).toEqual(['node_modules/protobufjs']);
  });
});
