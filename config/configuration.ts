import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadEnvFile } from 'node:process';
import { schemaDeConfiguration, type Configuration } from './schema';

export type { Configuration } from './schema';

type Environment = Record<string, string | undefined>;
export type Lecture =
  | { ok: true; configuration: Configuration }
  | { ok: false; erreurs: { variable: string; phrase: string }[] };

/** An empty variable (`SMTP_UTILISATEUR=`) is an absent one. */
const present = (environment: Environment) =>
  Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );

export function parseConfiguration(environment: Environment): Lecture {
  const lecture = schemaDeConfiguration.safeParse(present(environment));
  if (lecture.success) return { ok: true, configuration: lecture.data };
  const erreurs = lecture.error.issues.map(({ path: [variable], message }) => ({
    variable: String(variable),
    phrase: message,
  }));
  return { ok: false, erreurs };
}

export function explainErreurs(erreurs: readonly { variable: string; phrase: string }[]): string {
  const lines = erreurs.map(({ variable, phrase }) => `  - ${variable} : ${phrase}`);
  return [
    'La configuration est à corriger :',
    ...lines,
    'Chaque variable est décrite dans .env.example.',
  ].join('\n');
}

const EXIT_CONFIGURATION = 78;
let configuration: Configuration | undefined;

/** The environment, and `.env`, which it overrides. */
export function readConfiguration(): Lecture {
  const file = path.join(__dirname, '..', '.env');
  if (existsSync(file)) loadEnvFile(file);
  return parseConfiguration(process.env);
}

/** The same, parsed once; when it is wrong, says everything and ends. */
export function getConfiguration(): Configuration {
  if (configuration) return configuration;
  const lecture = readConfiguration();
  if (!lecture.ok) {
    process.stderr.write(`${explainErreurs(lecture.erreurs)}\n`);
    process.exit(EXIT_CONFIGURATION);
  }
  configuration = lecture.configuration;
  return configuration;
}
