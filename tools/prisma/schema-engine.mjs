#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which cannot be downloaded on a closed network: same arguments,
// same line-delimited JSON-RPC on stdio, the official engine compiled to WASM inside.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { answerCli } from './cli.mjs';
import { lastPanic, openEngine } from './engine.mjs';

/** The native engine's exit code after a panic: the Prisma CLI then fails instead of ending with 0. */
const EXIT_PANIC = 101;

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const { url } = JSON.parse(option('--datasource') ?? '{}');
const datamodels = args.flatMap((arg, i) =>
  arg === '--datamodels' ? [[args[i + 1], readFileSync(args[i + 1], 'utf8')]] : [],
);

let printed = 0;
let pending = null;
let opened = null;

const write = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

function writeError(id, message, code) {
  write({
    id,
    error: {
      code: 4466,
      message: 'An error happened. Check the data field for details.',
      data: { is_panic: false, message, meta: null, error_code: code },
    },
  });
}

/** A panic inside the engine's own microtask never settles the promise we wait for: it lands here instead. */
function endOnPanic(error) {
  const message = `Le moteur de schéma s’est arrêté (panique) : ${lastPanic() || String(error)}`;
  if (pending !== null) writeError(pending, message);
  process.stderr.write(`${JSON.stringify({ level: 'ERROR', fields: { message } })}\n`);
  process.stdout.write('', () => process.exit(EXIT_PANIC));
}

async function call(method, params) {
  opened ??= await openEngine({ url, datamodels: datamodels.length > 0 ? datamodels : undefined });
  const { engine } = opened;
  const input = { ...params };
  if (input.migrationsList) input.migrationsList = { shadowDbInitScript: '', ...input.migrationsList };
  return engine[method === 'getDatabaseVersion' ? 'version' : method](input);
}

async function answer({ id, method, params }) {
  pending = id;
  try {
    const result = await call(method, params);
    if (method === 'diff' && result.stdout) {
      printed += 1;
      write({ id: printed, method: 'print', params: { content: result.stdout } });
    }
    write({ id, result: result ?? {} });
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return endOnPanic(error);
    writeError(id, error.message, error.code);
  }
  pending = null;
}

process.on('uncaughtException', endOnPanic);
process.on('unhandledRejection', endOnPanic);

if (args.includes('cli')) {
  process.exit(await answerCli(args[args.indexOf('cli') + 1], url));
}
for await (const line of createInterface({ input: process.stdin })) {
  const message = line.trim() === '' ? {} : JSON.parse(line);
  if (message.method) await answer(message);
}
await opened?.close();
process.exit();
