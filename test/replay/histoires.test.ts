import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  Runtime,
  Worker,
  type WorkflowBundle,
} from '@temporalio/worker';
import { getConfiguration } from '../../config/configuration';
import { readBundle } from '../../worker/bundle';
import { BRANCHES, type Histoire } from './branches';

const ROOT = path.join(__dirname, '..', '..');
const DOSSIER = path.join(__dirname, 'histoires');
jest.setTimeout(120_000);

const readTexte = (nom: string) => readFileSync(path.join(DOSSIER, `${nom}.json`), 'utf8');
const parse = (texte: string): Histoire => historyFromJSON(JSON.parse(texte));

describe('Les histoires d’hier', () => {
  let workflowBundle: WorkflowBundle;

  beforeAll(async () => {
    Runtime.install({
      logger: new DefaultLogger('ERROR', () => undefined),
      telemetryOptions: {
        logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }), forward: {} },
      },
    });
    workflowBundle = await readBundle(getConfiguration().JALONS_CACHE);
  });

  const replay = (texte: string) => Worker.runReplayHistory({ workflowBundle }, parse(texte));

  test('sont là, une pour chaque branche des workflows, et aucune de plus', () => {
    expect(readdirSync(DOSSIER).sort()).toEqual(
      Object.keys(BRANCHES)
        .map((nom) => `${nom}.json`)
        .sort(),
    );
  });

  test.each(Object.entries(BRANCHES))('« %s » se rejoue avec le code d’aujourd’hui', async (nom, montre) => {
    const texte = readTexte(nom);
    expect(montre(parse(texte))).toBe(true);
    await replay(texte);
  });

  test('une histoire que le code ne peut plus suivre est refusée', async () => {
    const texte = readTexte('courriel-a-cote').replaceAll('sendCourriels', 'envoieAutrement');
    await expect(replay(texte)).rejects.toThrow(/determinis/i);
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
