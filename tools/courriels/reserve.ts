import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { z } from 'zod';

const Recu = z.object({
  id: z.number(),
  recuA: z.string(),
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
    this.#recus = lines.filter((line) => line !== '').map((line) => Recu.parse(JSON.parse(line)));
  }

  async add(raw: Buffer, de: string, a: string[]): Promise<Recu> {
    const parsed = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
    const recu: Recu = {
      id: (this.#recus.at(-1)?.id ?? 0) + 1,
      recuA: new Date().toISOString(),
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

  #index(): string {
    return path.join(this.#dossier, 'index.jsonl');
  }
}

function ownHeaders(parsed: ParsedMail): Record<string, string> {
  const own = parsed.headerLines.filter(({ key }) => key.startsWith('x-jalons-'));
  return Object.fromEntries(own.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]));
}
