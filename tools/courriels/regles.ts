import { z } from 'zod';

/**
 * What the box answers to a recipient. `cut` keeps the message and hangs up without a word (accepted, answer lost);
 * `stall` keeps nothing and never answers; `slow` accepts after `ms`.
 */
const REPONSES = ['ok', '421', '450', '452', '550', '554', 'stall', 'cut', 'slow'] as const;

export const Regle = z.strictObject({
  /** An address, or `*` for everybody. */
  destinataire: z.string().min(1),
  reponse: z.enum(REPONSES),
  /** How many times, after which the answer is `ok`; without it, always. */
  fois: z.int().positive().optional(),
  /** For `slow`. */
  ms: z.int().positive().max(120_000).default(3000),
});
export type Regle = z.output<typeof Regle>;
export type Etape = 'mail' | 'rcpt' | 'data';

const ETAPE_OF: Record<(typeof REPONSES)[number], Etape> = {
  ok: 'data',
  '421': 'rcpt',
  '450': 'rcpt',
  '550': 'rcpt',
  '452': 'data',
  '554': 'data',
  stall: 'data',
  cut: 'data',
  slow: 'data',
};

/** `marie+450x2@example.org`: refused for now, twice; the words of `REPONSES`, after a plus. */
function readTag(address: string): Regle | null {
  const [local = ''] = address.split('@');
  const found = /\+(?<reponse>[a-z]+|\d{3})(?:x(?<fois>\d+))?$/.exec(local)?.groups;
  const reponse = REPONSES.find((known) => known === found?.['reponse']);
  if (!reponse) return null;
  const fois = found?.['fois'];
  return Regle.parse({ destinataire: address, reponse, ...(fois ? { fois: Number(fois) } : {}) });
}

/** The rules in force, with how often each has been used. */
export class Regles {
  #posted: Regle[] = [];
  readonly #used = new Map<string, number>();

  /** The last rule given for a recipient replaces the former one. */
  add(regle: Regle): void {
    this.#posted = [...this.#posted.filter((r) => r.destinataire !== regle.destinataire), regle];
    this.#used.delete(keyOf(regle));
  }

  clear(): void {
    this.#posted = [];
    this.#used.clear();
  }

  list(): readonly Regle[] {
    return this.#posted;
  }

  /** The fault to play at this step for this recipient, counted as used; null when the answer is yes. */
  take(etape: Etape, address: string): Regle | null {
    const lower = address.toLowerCase();
    const named = this.#posted.find((r) => r.destinataire.toLowerCase() === lower);
    const regle = named ?? readTag(lower) ?? this.#posted.find((r) => r.destinataire === '*');
    if (!regle || regle.reponse === 'ok' || this.#etapeOf(regle) !== etape) return null;
    const used = this.#used.get(keyOf(regle)) ?? 0;
    if (regle.fois !== undefined && used >= regle.fois) return null;
    this.#used.set(keyOf(regle), used + 1);
    return regle;
  }

  /** A 421 for everybody is said at MAIL FROM, before any recipient is known. */
  #etapeOf(regle: Regle): Etape {
    return regle.reponse === '421' && regle.destinataire === '*' ? 'mail' : ETAPE_OF[regle.reponse];
  }
}

const keyOf = (regle: Regle) => `${regle.destinataire.toLowerCase()} ${regle.reponse}`;
