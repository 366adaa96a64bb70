import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Configuration } from '../config/configuration';
import type { Information } from '../domain/courriels/dits';
import type { Base } from '../registre/base';
import type { Sonde } from '../sante/sondes';
import type { Guichet } from './acces';
import type { Debit } from './debit';
import type { Inconnus } from './inconnus';
import type { ReveilImmediat } from './reveil-immediat';

export type Liens = {
  /** The box where the mails of the demonstration are read. */
  readonly courriels: string | null;
  readonly temporal: { readonly url: string; readonly namespace: string } | null;
};

/** All that the API stands on, given by whoever starts it: `main.ts`, or a test. */
export type Dependances = {
  readonly base: Base;
  readonly mode: Configuration['JALONS_MODE'];
  /** Public address of the API, which the links of the letters carry. */
  readonly apiUrl: string;
  /** R46 — what the letters say of the data. */
  readonly information: Information;
  readonly reveil: ReveilImmediat;
  readonly sonde: Sonde;
  readonly guichet: Guichet;
  readonly debit: Debit;
  readonly inconnus: Inconnus;
  /** How many proxies stand before the API, whose X-Forwarded-For is believed. */
  readonly mandataires: number;
  /** Milliseconds after which an answer is given up (delai.ts). */
  readonly delaiMs: number;
  readonly logger: Logger;
  /** Where answers are measured; absent: nowhere. */
  readonly metriques?: Registry;
  /** Where the pages of the demonstration send for what stands beside Jalons; absent: no link. */
  readonly liens?: Liens;
};
