import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { z } from 'zod';

const Recu = z.object({
  id: z.number(),
  recuA: z.string(),
  /** The mail's own date: the one of the clock that is walked. */
  dateA: z.string(),
  de: z.string(),
  a: z.array(z.string()),
  sujet: z.string(),
  messageId: z.string(),
  /** Headers of ours (`X-Jalons-…`), by lower-case name. */
  entetes: z.record(z.string(), z.string()),
});
export type Recu = z.output<typeof Recu>;

/** The messages received: one .eml file each, and one line of index each. */
export class Reserve {
  readonly #dossier: string;
  #recus: Recu[];

  constructor(dossier: string) {
    this.#dossier = dossier;
    mkdirSync(dossier, { recursive: true });
    const index = this.#index();
    const lines = existsSync(index) ? readFileSync(index, 'utf8').trim().split('\n') : [];
    this.#recus = lines.map(parseLigne).filter((recu) => recu !== null);
    if (this.#recus.length < lines.length) this.#rewriteIndex();
  }

  async add(raw: Buffer, de: string, a: string[]): Promise<Recu> {
    const parsed = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
    const recu: Recu = {
      id: (this.#recus.at(-1)?.id ?? 0) + 1,
      recuA: new Date().toISOString(),
      dateA: (parsed.date ?? new Date()).toISOString(),
      de,
      a,
      sujet: parsed.subject ?? '',
      messageId: parsed.messageId ?? '',
      entetes: ownHeaders(parsed),
    };
    writeFileSync(this.file(recu.id), raw);
    appendFileSync(this.#index(), `${JSON.stringify(recu)}\n`);
    this.#recus.push(recu);
    return recu;
  }

  list(): readonly Recu[] {
    return this.#recus;
  }

  find(id: number): Recu | null {
    return this.#recus.find((recu) => recu.id === id) ?? null;
  }

  parse(id: number): Promise<ParsedMail> {
    return simpleParser(readFileSync(this.file(id)));
  }

  clear(): void {
    for (const { id } of this.#recus) rmSync(this.file(id), { force: true });
    rmSync(this.#index(), { force: true });
    this.#recus = [];
  }

  file(id: number): string {
    return path.join(this.#dossier, `${String(id).padStart(6, '0')}.eml`);
  }

  #rewriteIndex(): void {
    writeFileSync(this.#index(), this.#recus.map((recu) => `${JSON.stringify(recu)}\n`).join(''));
  }

  #index(): string {
    return path.join(this.#dossier, 'index.jsonl');
  }
}

/** A line cut by a kill in mid-write is skipped; one written before mails had their own date takes its arrival. */
function parseLigne(line: string): Recu | null {
  try {
    const json = JSON.parse(line) as { recuA?: string };
    return Recu.safeParse({ dateA: json.recuA, ...json }).data ?? null;
  } catch {
    return null;
  }
}

function ownHeaders(parsed: ParsedMail): Record<string, string> {
  const own = parsed.headerLines.filter(({ key }) => key.startsWith('x-jalons-'));
  return Object.fromEntries(own.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]));
}
