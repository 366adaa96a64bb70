/** What a measure is given: a running system of its own, thrown away afterwards (tools/systeme/bench.ts). */
export type Banc = {
  /** The API of the running system, and the database behind it. */
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  /** A migrated database of its own, empty, on the same PostgreSQL; answers its address. */
  readonly createBase: (nom: string) => Promise<string>;
  /** One line of progress, in French, while the measure runs. */
  readonly dit: (phrase: string) => void;
};

/** One row of the table at the end. A figure is printed, never judged: the exit code does not depend on it. */
export type Ligne = {
  readonly quoi: string;
  readonly valeur: string;
  /** What it is held against when it is read: what the issue asks for, or what was seen before. */
  readonly repere?: string;
};

export type Mesure = {
  /** `npm run bench -- NOM` runs this one alone. */
  readonly nom: string;
  readonly mesure: (banc: Banc) => Promise<readonly Ligne[]>;
};
