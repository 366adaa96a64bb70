import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SCRIPT = path.join(__dirname, '../../tools/verrou.mjs');

describe('package-lock.json', () => {
  test('porte les programmes de toutes les machines, sans quoi npm ci le refuse (npm run verrou)', () => {
    expect(spawnSync(process.execPath, [SCRIPT, '--verifier'], { encoding: 'utf8' })).toMatchObject({
      stdout: '',
      status: 0,
    });
  });

  test('un programme d’une autre machine qui manque est vu, puis ajouté avec sa machine', () => {
    const dossier = mkdtempSync(path.join(tmpdir(), 'jalons-verrou-'));
    mkdirSync(path.join(dossier, 'tools'));
    cpSync(SCRIPT, path.join(dossier, 'tools/verrou.mjs'));
    const file = path.join(dossier, 'package-lock.json');
    const parent = { version: '1.0.0', optionalDependencies: { 'p-darwin-arm64': '1.0.0' } };
    writeFileSync(file, JSON.stringify({ packages: { '': {}, 'node_modules/p': parent } }));
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [path.join(dossier, 'tools/verrou.mjs'), ...args]);
    expect(run('--verifier').status).toBe(1);
    execFileSync(process.execPath, [path.join(dossier, 'tools/verrou.mjs')]);
    const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, object> };
    expect(packages['node_modules/p-darwin-arm64']).toEqual({
      version: '1.0.0',
      cpu: ['arm64'],
      os: ['darwin'],
      optional: true,
    });
    expect(run('--verifier').status).toBe(0);
    rmSync(dossier, { recursive: true });
  });
});
