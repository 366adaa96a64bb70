import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { connectionFields, MigrationPg } from './adapter.mjs';

/** The engine writes the message of a panic here before it traps. */
globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
  message: '',
  set_message(message) {
    this.message = message;
  },
};

export function lastPanic() {
  return globalThis.PRISMA_WASM_PANIC_REGISTRY.message;
}

let loading;

/** Node 20 cannot import a .wasm file as a module: instantiated by hand, once. */
async function instantiate() {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = await readFile(entry.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** Opens the official schema engine, compiled to WASM, on a PostgreSQL database. */
export async function openEngine({ url, datamodels }) {
  loading ??= instantiate();
  await loading;
  const adapters = new MigrationPg(connectionFields(url));
  const engine = await bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapters),
  );
  return { engine, close: () => adapters.closeAll() };
}
