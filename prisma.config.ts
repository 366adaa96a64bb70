import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'prisma/config';
import { adresseDeDeveloppement } from './config/defauts';

const dotenv = path.join(__dirname, '.env');
if (existsSync(dotenv)) process.loadEnvFile(dotenv);

// The native schema engine cannot be downloaded on a closed network: ours is the official one compiled to WASM.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= path.join(__dirname, 'tools/prisma/schema-engine.mjs');

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'node tools/typescript.cjs demo/charger.ts' },
  datasource: {
    url: process.env['DATABASE_URL'] ?? adresseDeDeveloppement(process.env['JALONS_PORT_POSTGRES']),
  },
});
