import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  findLanceur,
  inscribe,
  readMarque,
  strike,
  terminateLeftovers,
} from '../../../tools/moteur/registre-des-processus';

let dossier: string;
let child: ChildProcess;
const pid = () => child.pid ?? -1;

beforeEach(() => {
  dossier = mkdtempSync(path.join(tmpdir(), 'jalons-registre-'));
  child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
});

afterEach(() => {
  child.kill('SIGKILL');
  rmSync(dossier, { recursive: true, force: true });
});

const file = () => path.join(dossier, 'processus.json');
const rewrite = (change: (text: string) => string) =>
  writeFileSync(file(), change(readFileSync(file(), 'utf8')));

describe('Le registre des processus', () => {
  test('ce qu’un lanceur tué a laissé est terminé', async () => {
    inscribe(dossier, 'essai', pid(), 'SIGTERM');
    const fin = new Promise((resolve) => child.once('exit', resolve));
    expect(await terminateLeftovers(dossier)).toBe(1);
    await fin;
    expect(readMarque(pid())).toBeNull();
  });

  test('un processus qui a repris le même numéro n’est pas le nôtre : il n’est pas touché', async () => {
    inscribe(dossier, 'essai', pid(), 'SIGTERM');
    rewrite((text) => text.replaceAll(`"marque": "${readMarque(pid()) ?? ''}"`, '"marque": "autre"'));
    expect(await terminateLeftovers(dossier)).toBe(0);
    expect(readMarque(pid())).not.toBeNull();
  });

  test('un processus fini est rayé', () => {
    inscribe(dossier, 'essai', pid(), 'SIGTERM');
    strike(dossier, pid());
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ processus: [] });
  });

  test('le lanceur d’un dossier est reconnu tant qu’il vit, et lui seul', () => {
    inscribe(dossier, 'essai', pid(), 'SIGTERM');
    expect(findLanceur(dossier)).toBeNull();
    const lanceur = JSON.stringify({ pid: pid(), marque: readMarque(pid()) });
    rewrite((text) => text.replace(/"lanceur": \{[^}]*\}/, `"lanceur": ${lanceur}`));
    expect(findLanceur(dossier)).toBe(pid());
  });

  test('le gardien d’un autre lanceur ne touche à rien', async () => {
    inscribe(dossier, 'essai', pid(), 'SIGTERM');
    expect(await terminateLeftovers(dossier, process.pid + 1)).toBe(0);
    expect(readMarque(pid())).not.toBeNull();
  });
});
