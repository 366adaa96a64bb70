import { spawn } from 'node:child_process';
import path from 'node:path';

const SHIM = path.join(__dirname, '../../tools/prisma/schema-engine.mjs');

/** Speaks to the engine as the Prisma CLI does. */
async function ask(...requests: object[]): Promise<{ code: number | null; answers: unknown[] }> {
  const url = 'postgresql://personne:rien@127.0.0.1:1/nulle_part';
  const child = spawn(process.execPath, [SHIM, '--datasource', JSON.stringify({ url })]);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.resume();
  child.stdin.end(requests.map((r) => `${JSON.stringify({ jsonrpc: '2.0', ...r })}\n`).join(''));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    code,
    answers: output
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown),
  };
}

describe('Le moteur de schéma de Prisma, en WASM', () => {
  test('une base injoignable est une erreur, et non un succès', async () => {
    const { answers } = await ask({ id: 1, method: 'getDatabaseVersion', params: {} });
    expect(answers).toEqual([expect.objectContaining({ id: 1, error: expect.anything() as object })]);
  });

  test('une méthode inconnue est une erreur', async () => {
    const { answers } = await ask({ id: 2, method: 'nExistePas', params: {} });
    expect(answers).toEqual([expect.objectContaining({ id: 2, error: expect.anything() as object })]);
  });
});
