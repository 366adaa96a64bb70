import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isTemporalGiven } from '../../tools/moteur/moteur';

export type ReglagesDuProcessus = {
  readonly dossier: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly taches: string;
  /** The catcher of the test, which the worker writes to and everybody may ask for. */
  readonly smtpPort?: number;
  /** Settings of this process alone. */
  readonly env?: Readonly<Record<string, string>>;
};

/** What a process of Jalons started by a test reads, the worker as well as the API. */
export function environnementOf(r: ReglagesDuProcessus): Record<string, string> {
  return {
    JALONS_MODE: 'test',
    JALONS_DOSSIER: r.dossier,
    DATABASE_URL: r.databaseUrl,
    TACHES: r.taches,
    API_URL: 'http://127.0.0.1:3000',
    // Measured where a test says so: several systems stand side by side.
    API_METRIQUES_PORT: '0',
    SDK_METRIQUES_PORT: '0',
    API_REQUETES_PAR_SECONDE: '0',
    API_INCONNUS_PAR_MINUTE: '0',
    // A worker is killed in many tests, and few wakes wait there for their turn.
    WORKER_REPRISE: '2',
    TEMPORAL_NAMESPACE: r.namespace,
    ...(isTemporalGiven(process.env) ? {} : ownTemporal(r)),
    ...(r.smtpPort === undefined ? {} : courrielsOf(r.smtpPort)),
    ...r.env,
  };
}

/** A profile of the person's own must not add its keys to the address of the tests' server. */
function ownTemporal({ dossier, temporalAddress }: ReglagesDuProcessus): Record<string, string> {
  mkdirSync(dossier, { recursive: true });
  const profil = path.join(dossier, 'profil.toml');
  writeFileSync(profil, '[profile.default]\n');
  return { TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_CONFIG_FILE: profil };
}

function courrielsOf(smtpPort: number): Record<string, string> {
  return { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(smtpPort), SMTP_SECURITE: 'aucune' };
}
