import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getEngin } from '../support/engin';

const ROOT = path.join(__dirname, '../..');
let copie: string;

/** A checkout of its own, with a schema of its own: migrations are written there. */
beforeAll(() => {
  copie = mkdtempSync(path.join(tmpdir(), 'jalons-prisma-'));
  for (const name of ['prisma.config.ts', 'package.json', 'config', 'tools']) {
    cpSync(path.join(ROOT, name), path.join(copie, name), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copie, 'node_modules'));
  writeSchema('nom String');
});

afterAll(() => rmSync(copie, { recursive: true, force: true }));

function writeSchema(champ: string): void {
  const schema =
    readFileSync(path.join(ROOT, 'prisma/schema.prisma'), 'utf8').split(/^(?:\/\/\/|model|enum) /m)[0] ?? '';
  const folder = path.join(copie, 'prisma');
  cpSync(path.join(ROOT, 'prisma/schema.prisma'), path.join(folder, 'schema.prisma'));
  writeFileSync(
    path.join(folder, 'schema.prisma'),
    `${schema}\nmodel Essai {\n  id Int @id\n  ${champ}\n}\n`,
  );
}

type Fin = { code: number; output: string };

function prisma(args: string[], env: Record<string, string> = {}): Promise<Fin> {
  const url = new URL(getEngin().adminUrl);
  url.pathname = '/essai_prisma';
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(ROOT, 'node_modules/prisma/build/index.js'), ...args],
      { cwd: copie, env: { ...process.env, DATABASE_URL: url.href, ...env }, timeout: 60_000 },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}

const migrationsOf = () =>
  readdirSync(path.join(copie, 'prisma/migrations')).filter((name) => name !== 'migration_lock.toml');

describe('Les commandes de Prisma, sans son moteur natif', () => {
  test('migrate dev écrit et applique une migration, deploy et status la reconnaissent', async () => {
    expect((await prisma(['migrate', 'dev', '--name', 'debut'])).code).toBe(0);
    expect(migrationsOf()).toEqual([expect.stringMatching(/_debut$/)]);
    const status = await prisma(['migrate', 'status']);
    expect(status).toMatchObject({ code: 0, output: expect.stringContaining('up to date') as string });
    const deploy = await prisma(['migrate', 'deploy']);
    expect(deploy).toMatchObject({ code: 0, output: expect.stringContaining('No pending') as string });
  });

  test('migrate diff voit le schéma qui change, et la migration suivante ne porte que ce changement', async () => {
    writeSchema('nom String\n  note String?');
    const diff = [
      'migrate',
      'diff',
      '--from-migrations',
      'prisma/migrations',
      '--to-schema',
      'prisma/schema.prisma',
    ];
    expect((await prisma([...diff, '--exit-code'])).code).toBe(2);
    expect((await prisma(['migrate', 'dev', '--name', 'note'])).code).toBe(0);
    const [, seconde = ''] = migrationsOf();
    const sql = readFileSync(path.join(copie, 'prisma/migrations', seconde, 'migration.sql'), 'utf8');
    expect(sql).toContain('ADD COLUMN     "note" TEXT');
    expect(sql).not.toContain('CREATE TABLE');
    expect((await prisma([...diff, '--exit-code'])).code).toBe(0);
  });

  test('une migration fautive fait échouer deploy, et rien de ses instructions ne reste', async () => {
    const folder = path.join(copie, 'prisma/migrations/29990101000000_fautive');
    cpSync(path.join(copie, 'prisma/migrations', migrationsOf()[0] ?? ''), folder, { recursive: true });
    writeFileSync(path.join(folder, 'migration.sql'), 'create table reste (id int);\nselect nulle_part();\n');
    expect((await prisma(['migrate', 'deploy'])).code).toBe(1);
    const again = await prisma(['migrate', 'deploy']);
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('P3009') as string });
    rmSync(folder, { recursive: true });
    expect((await prisma(['migrate', 'reset', '--force'])).code).toBe(0);
  });

  test('une panique devient une erreur JSON-RPC, et le moteur finit par le code 101', async () => {
    const datasource = JSON.stringify({ url: getEngin().adminUrl });
    const engine = path.join(copie, 'tools/prisma/schema-engine.mjs');
    const child = spawn(process.execPath, [engine, '--datasource', datasource], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stdin.write('{"jsonrpc":"2.0","id":7,"method":"debugPanic","params":{}}\n');
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    expect(code).toBe(101);
    expect(JSON.parse(output)).toMatchObject({
      id: 7,
      error: { data: { message: expect.stringContaining('panique') as string } },
    });
  });

  test('une panique du moteur fait échouer la commande', async () => {
    const panique = await prisma(['migrate', 'deploy'], { FORCE_PANIC_SCHEMA_ENGINE: '1' });
    expect(panique).toMatchObject({ code: 1, output: expect.stringContaining('panique') as string });
  });
});
