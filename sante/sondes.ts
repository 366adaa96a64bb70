import type { Client } from '@temporalio/client';
import type { Base } from '../registre/base';
import { checkAccueil, type AdresseSmtp } from './accueil-smtp';

export type Piece = 'postgresql' | 'temporal' | 'smtp';
export type Joignables = Readonly<Record<Piece, boolean>>;
/** What stands around a process, and answers now. */
export type Sonde = () => Promise<Joignables>;

/** Milliseconds. A probe that waits for a frozen base says nothing useful. */
const DELAI_MS = 1_500;
/** The relay is a neighbour's: supervisors ask every few seconds, it is asked less often. */
const MEMOIRE_SMTP_MS = 5_000;

export function createSonde(x: {
  readonly base: Base;
  readonly client: Client;
  readonly smtp: AdresseSmtp;
}): Sonde {
  let accueil = { jusqua: 0, attendu: Promise.resolve(false) };
  const smtp = () => {
    const maintenant = performance.now();
    if (maintenant > accueil.jusqua)
      accueil = { jusqua: maintenant + MEMOIRE_SMTP_MS, attendu: checkAccueil(x.smtp, DELAI_MS) };
    return accueil.attendu;
  };
  const temporal = () =>
    x.client.withDeadline(Date.now() + DELAI_MS, () => x.client.workflowService.getSystemInfo({}));
  return async () => {
    const [postgresql, moteur, relais] = await Promise.all([
      within(DELAI_MS, x.base.$queryRaw`SELECT 1 AS un`),
      within(DELAI_MS, temporal()),
      smtp(),
    ]);
    return { postgresql, temporal: moteur, smtp: relais };
  };
}

/** True when it answers in time, whatever it answers. */
function within(delaiMs: number, question: PromiseLike<unknown>): Promise<boolean> {
  let minuterie: NodeJS.Timeout | undefined;
  const trop = new Promise<boolean>((resolve) => {
    minuterie = setTimeout(() => resolve(false), delaiMs);
  });
  const reponse = Promise.resolve(question).then(
    () => true,
    () => false,
  );
  return Promise.race([reponse, trop]).finally(() => clearTimeout(minuterie));
}

const dite = (joignable: boolean) => (joignable ? ('joignable' as const) : ('injoignable' as const));

/** Without PostgreSQL nothing can be done; without the engine or the relay, what is asked is kept and waits. */
export function disponibiliteOf({ postgresql, temporal, smtp }: Joignables) {
  const etat = postgresql ? (temporal && smtp ? 'pret' : 'degrade') : 'indisponible';
  return {
    etat,
    postgresql: dite(postgresql),
    temporal: dite(temporal),
    smtp: dite(smtp),
  } as const;
}
